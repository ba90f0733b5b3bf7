"""Sponsorship across, depth upwards: how often practice spreads, one panel a pair of settings."""

from collections.abc import Collection, Mapping, Sequence
from itertools import product

import numpy as np
from cmcrameri import cm
from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.colors import Normalize, to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from experiments.figures import style
from experiments.figures.style import INK, SMALL_PT
from experiments.headline_study.material import DEPTH, EFFORT, LOSS, PRICE, SPONSORSHIP, STANCE
from experiments.headline_study.sections.phase import CHAIN, COST, DISPUTED, EACH, SHARE, TIPPING, TWIN
from experiments.headline_study.sections.verdicts import SPREAD_ANYWAY
from experiments.headline_study.titles import title
from experiments.headline_study.told import Told
from experiments.headline_study.writing import value_of
from experiments.language import Words, number
from experiments.table import ORDER
from sim.outcomes.verdict import LABELS

COLOURS = style.trimmed(cm.oslo_r, 0.05, 0.85)
HATCH = "#6f6f6f"
PANEL_CM, FLAT_CM = 3.3, 2.5
CELL_PT = 7.0
MARK_UP, MARK_DOWN, NUMBER_UP = 0.36, 0.38, -0.04
"""Where the tipping point and the circle stand above and below the middle of a cell, clear of its number."""
DARK = 0.45
"""Share from which a number is written in white."""


def cost(told: Sequence[Told], say: Words) -> Figure:
    """A column a price, a row an effort."""
    return _picture(told, COST, (PRICE, EFFORT), say)


def chain(told: Sequence[Told], say: Words) -> Figure:
    """A column with and without loss of the signal, a row a support of managers."""
    return _picture(told, CHAIN, (LOSS, STANCE), say)


@style.printed
def _picture(told: Sequence[Told], name: str, panels: tuple[str, str], say: Words) -> Figure:
    here = [each for each in told if each.where.get("picture") == name]
    across, down = (sorted({each.where[key] for each in here}, key=float) for key in panels)  # type: ignore[arg-type]
    if panels[0] == LOSS:
        across = [True, False]
    down = down[::-1] if panels[1] == STANCE else down
    names = say("headstudy.axis.sponsorship"), say("headstudy.axis.depth")
    runs = next(one.estimate.n for one in here if one.outcome == SHARE)
    note = say(f"headstudy.note.{name}", runs=number(runs, say.lang))
    page = style.page(title(name, told, say), PANEL_CM * len(down) + 0.4, note, 4, names)
    grid = page.figure.subplots(len(down), len(across), sharex=True, sharey=True, squeeze=False)
    for (row, low), (column, left) in product(enumerate(down), enumerate(across)):
        part = [each for each in here if each.where[panels[0]] == left and each.where[panels[1]] == low]
        axes = grid[row, column]
        _panel(axes, part, say)
        heading = say(f"headstudy.panel.{name}", left=value_of(panels[0], left, say), low=value_of(panels[1], low, say))
        axes.set_title(heading, fontsize=SMALL_PT)
    mapped = ScalarMappable(Normalize(0, 1), COLOURS)
    page.colour_scale(mapped, say("headstudy.scale.diffusion"), lambda share, _: number(100 * share, say.lang))
    page.legend(_legend(say), columns=1)
    return page.figure


@style.printed
def each(told: Sequence[Told], say: Words) -> Figure:
    """A column a verdict, a row a price, at the middle effort."""
    here = [one for one in told if one.where.get("picture") == EACH]
    prices = sorted({float(str(one.where[PRICE])) for one in here})
    names = say("headstudy.axis.sponsorship"), ""
    page = style.page(title(EACH, told, say), FLAT_CM * len(prices) + 0.8, say(f"headstudy.note.{EACH}"), 3, names)
    grid = page.figure.subplots(len(prices), len(ORDER), sharex=True, sharey=True, squeeze=False)
    for (row, price), (column, verdict) in product(enumerate(prices), enumerate(ORDER)):
        part = {
            (int(str(one.where[DEPTH])), float(str(one.where[SPONSORSHIP]))): one.estimate.value
            for one in here if one.outcome == verdict and one.where[PRICE] == price
        }  # fmt: skip
        axes = grid[row, column]
        _cells(axes, part, say)
        if row == 0:
            axes.set_title(LABELS[verdict].of(say.lang), fontsize=SMALL_PT)
        if column == 0:
            axes.set_ylabel(f"{value_of(PRICE, price, say)}\n{say('headstudy.axis.depth.short')}", fontsize=SMALL_PT)
    mapped = ScalarMappable(Normalize(0, 1), COLOURS)
    page.colour_scale(mapped, say("headstudy.scale.each"), lambda share, _: number(100 * share, say.lang), left=0.29)
    return page.figure


def _panel(axes: Axes, part: Sequence[Told], say: Words) -> None:
    cells = {(one.outcome, one.where[DEPTH], one.where.get(SPONSORSHIP)): one for one in part}
    shares = {
        (int(str(depth)), float(str(level))): one.estimate.value
        for (name, depth, level), one in cells.items() if name == SHARE
    }  # fmt: skip
    hatched = {place for place in shares if cells[DISPUTED, *place].estimate.value == 1}
    levels, depths = _cells(axes, shares, say, hatched)
    for row, depth in enumerate(depths):
        for level in levels:
            if cells[TWIN, depth, level].estimate.value > SPREAD_ANYWAY:
                axes.plot(level, row - MARK_DOWN, marker="o", markersize=3.2, color="white", markeredgecolor=INK,
                          markeredgewidth=0.6, linestyle="none")  # fmt: skip
        _tipping(axes, cells.get((TIPPING, depth, None)), row + MARK_UP, (levels[0], levels[-1]))


def _cells(
    axes: Axes, shares: Mapping[tuple[int, float], float], say: Words, hatched: Collection[tuple[int, float]] = ()
) -> tuple[list[float], list[int]]:
    """One cell a sponsorship and depth, its share as a shade and as a number; returns both lists of values."""
    levels, depths = sorted({level for _, level in shares}), sorted({depth for depth, _ in shares})
    x, y = _edges(np.array(levels)), np.arange(len(depths) + 1) - 0.5
    grid = np.array([[shares[depth, level] for level in levels] for depth in depths])
    axes.pcolormesh(x, y, grid, cmap=COLOURS, vmin=0, vmax=1, edgecolors="white", linewidth=0.4)
    for (row, depth), (column, level) in product(enumerate(depths), enumerate(levels)):
        share, corner = grid[row, column], (float(x[column]), float(y[row]))
        box = None
        if (depth, level) in hatched:
            width = float(x[column + 1] - x[column])
            axes.add_patch(Rectangle(corner, width, 1, fill=False, hatch="////", hatchcolor=HATCH, linewidth=0))
            box = {"facecolor": to_hex(COLOURS(share)), "linewidth": 0, "pad": 0.6}  # the number stands out of hatches
        axes.text(level, row + NUMBER_UP, number(100 * share, say.lang), fontsize=CELL_PT, fontweight="bold",
                  ha="center", va="center", color="white" if share > DARK else INK, bbox=box)  # fmt: skip
    axes.set_xticks(levels, [number(level, say.lang, 1) for level in levels])
    axes.set_yticks(range(len(depths)), [number(depth, say.lang) for depth in depths])
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    return levels, depths


def _tipping(axes: Axes, told: Told | None, row: float, ends: tuple[float, float]) -> None:
    """Where practice spreads one time in two; nothing where that lies beyond the values tried."""
    if told is None or not np.isfinite(told.estimate.value):
        return
    e = told.estimate
    low, high = np.clip([e.low, e.high], *ends)
    axes.errorbar(e.value, row, xerr=[[e.value - low], [high - e.value]], fmt="D", markersize=3.4, color=INK,
                  markerfacecolor="white", elinewidth=1.2, capsize=2.2, zorder=4)  # fmt: skip


def _edges(x: np.ndarray) -> np.ndarray:
    """Borders of the cells, half way between values."""
    middle = (x[1:] + x[:-1]) / 2
    return np.concatenate([[2 * x[0] - middle[0]], middle, [2 * x[-1] - middle[-1]]])


def _legend(say: Words) -> list[Line2D | Patch]:
    return [
        Line2D([], [], color=INK, marker="D", markersize=4, markerfacecolor="white",
               label=say("headstudy.key.tipping")),
        Patch(facecolor="white", hatch="////", hatchcolor=HATCH, linewidth=0, label=say("headstudy.key.disputed")),
        Line2D([], [], linestyle="none", marker="o", markersize=4, color="white", markeredgecolor=INK,
               label=say("headstudy.key.anyway")),
    ]  # fmt: skip

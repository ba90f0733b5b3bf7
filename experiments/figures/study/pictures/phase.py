"""The phase diagram: how often each verdict comes over two levers, a column for each value of a third."""

from itertools import product

import numpy as np
import pandas as pd
from cmcrameri import cm
from matplotlib.axes import Axes
from matplotlib.collections import QuadMesh
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle
from numpy.typing import NDArray

from experiments.analysis.material import ONE_AT_A_TIME, Key, Material
from experiments.analysis.tipping_lines import SECOND, VERDICT, crossing_along, tipping_axis
from experiments.analysis.words import axis_name, key_name, value_name
from experiments.figures import style
from experiments.figures.study import findings
from experiments.figures.study.frames import StudyFrames
from experiments.figures.style import INK, SMALL_PT
from experiments.figures.texts import wrap
from experiments.language import Words, number
from experiments.table import ORDER
from sim.outcomes.verdict import LABELS

COLOURS = style.trimmed(cm.oslo_r, 0.05, 0.85)
RARE = 0.01
"""Share of all runs under which a verdict has no row."""
BODY_CM, ROW_CM, MOST_COLUMNS = 11.0, 3.6, 4
HEADING_CHARACTERS = 84  # of SMALL_PT text across all maps
HATCH = "#6f6f6f"
PRICES = ("cost.price_factor", "cost.agent_days_per_month", "cost.programme_eur")
Shown = tuple[Key, Key, Key | None]


def axes_of(material: Material) -> Shown | None:
    """Levers across, upwards and by column: sponsorship, depth, cost where they are; None for less than two.

    None too on designs made for indices: their cells would hold few points, at other values of all else.
    """
    if material.kind in ONE_AT_A_TIME:
        return None
    levers = [key for key in material.levers if key.values]
    across = tipping_axis(material)
    others = [key for key in levers if across is not None and key.name != across.name]
    if across is None or not across.values or not others:
        return None
    up = next((key for key in others if key.name == SECOND), others[0])
    rest = [key for key in others if key.name != up.name and len(key.values) <= MOST_COLUMNS]
    costs = [key for key in rest if key.name in PRICES]
    return across, up, next(iter(costs or rest), None)


def share_grid(runs: pd.DataFrame, across: Key, up: Key, verdict: str) -> pd.DataFrame:
    """Share of runs with this verdict [0..1]: rows are values of `up`, columns values of `across`."""
    hits = runs.assign(hit=runs["verdict"] == verdict)
    table = hits.pivot_table("hit", up.name, across.name, "mean", observed=True)
    return table.reindex(index=[v for v in up.values if v in table.index],
                         columns=[v for v in across.values if v in table.columns])  # fmt: skip


def disputed(runs: pd.DataFrame, variants: pd.Series, across: Key, up: Key) -> pd.DataFrame:
    """Whether the structural variants differ on the commonest verdict; rows and columns as in `share_grid`."""
    named = runs.assign(variant=variants[runs.index], hit=1.0)
    counts = named.pivot_table("hit", [up.name, across.name, "variant"], "verdict", "sum", fill_value=0, observed=True)
    heads = counts.reindex(columns=list(ORDER), fill_value=0).idxmax(axis=1)
    several = heads.groupby(level=[0, 1]).nunique() > 1
    return several.unstack()


@style.printed
def picture(frames: StudyFrames, lang: str) -> Figure | None:
    """Maps [times out of 100] of every verdict that comes; the tipping line with its interval; hatches."""
    material, say = frames.material, Words(lang)
    shown = axes_of(material)
    if shown is None:
        return None
    across, up, column = shown
    values = [value for value in column.values if (material.runs[column.name] == value).any()] if column else [None]
    names = axis_name(across.name, say), axis_name(up.name, say)
    verdicts = [name for name in ORDER if (material.runs["verdict"] == name).mean() >= RARE]
    height = min(ROW_CM, BODY_CM / len(verdicts)) * len(verdicts) + 1.2
    page = style.page(findings.phase(frames, shown, say), height, _note(material, shown, say), 3, names)
    panels = page.figure.subplots(len(verdicts), len(values), sharex=True, sharey=True, squeeze=False)
    for (row, verdict), (at, value) in product(enumerate(verdicts), enumerate(values)):
        axes, runs = panels[row, at], material.runs
        if column is not None:
            runs = runs[runs[column.name] == value]
        mesh = _map(axes, share_grid(runs, across, up, verdict), across, up, say)
        if material.variants.nunique() > 1:
            _hatch(axes, disputed(runs, material.variants, across, up), across, up)
        if verdict == VERDICT:
            _boundary(axes, frames, shown, value)
        if row == 0 and column is not None:
            heading = f"{key_name(column.name, say)} = {value_name(column.name, value, say)}"
            axes.set_title(wrap(heading, HEADING_CHARACTERS // len(values)), fontsize=SMALL_PT)
        if at == 0:
            axes.set_ylabel(wrap(LABELS[verdict].of(lang), 16), fontweight="bold")
            if row == 0:
                label = say("figure.phase.bar")
                page.colour_scale(mesh, label, lambda share, _: number(100 * share, lang))
    page.legend(_legend(panels, say), columns=1)
    return page.figure


def _map(axes: Axes, shares: pd.DataFrame, across: Key, up: Key, say: Words) -> QuadMesh:
    """One cell a pair of values, at its place on the axes, a dot where runs were made."""
    x, y = _places(across, list(shares.columns)), _places(up, list(shares.index))
    mesh = axes.pcolormesh(_edges(x), _edges(y), shares.to_numpy(float), cmap=COLOURS, vmin=0, vmax=1,
                           edgecolors="white", linewidth=0.4)  # fmt: skip
    dots = np.array([(a, b) for (b, a), share in zip(product(y, x), shares.to_numpy(float).ravel(), strict=True)
                     if share == share])  # fmt: skip
    axes.plot(dots[:, 0], dots[:, 1], linestyle="none", marker=".", markersize=3.6, color=INK, markeredgecolor="white",
              markeredgewidth=0.5, label="run")  # fmt: skip
    axes.set_xticks(x, [value_name(across.name, value, say) for value in shares.columns], rotation=0)
    axes.set_yticks(y, [value_name(up.name, value, say) for value in shares.index])
    if len(x) > 6:
        axes.set_xticks(x[::2], [value_name(across.name, value, say) for value in shares.columns[::2]])
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    return mesh


def _hatch(axes: Axes, cells: pd.DataFrame, across: Key, up: Key) -> None:
    columns, rows = _edges(_places(across, list(cells.columns))), _edges(_places(up, list(cells.index)))
    for (b, a), marked in np.ndenumerate(cells.fillna(False).to_numpy(bool)):
        if marked:
            corner = float(columns[a]), float(rows[b])
            axes.add_patch(Rectangle(corner, columns[a + 1] - corner[0], rows[b + 1] - corner[1], fill=False,
                                     hatch="////", hatchcolor=HATCH, linewidth=0, label="disputed"))  # fmt: skip


def _boundary(axes: Axes, frames: StudyFrames, shown: Shown, value: object) -> None:
    """Where diffusion passes one half at each value upwards, over all runs that the row of cells holds."""
    across, up, column = shown
    if not across.is_number:
        return
    runs, ends = frames.material.runs, np.array([across.values[0], across.values[-1]], dtype=np.float64)
    kept = np.ones(len(runs), dtype=bool) if column is None else (runs[column.name] == value).to_numpy()
    for level, place in zip(up.values, _places(up, list(up.values)), strict=True):
        rows = np.flatnonzero(kept & (runs[up.name] == level).to_numpy())
        found = crossing_along(frames.material, across, rows)
        if found is None or found.always or found.never:
            continue
        centre = found.at.value
        left, right = np.clip([found.at.low, found.at.high], ends.min(), ends.max())
        axes.errorbar(centre, place, xerr=[[centre - left], [right - centre]], fmt="D", markersize=4, color=INK,
                      markerfacecolor="white", elinewidth=1.3, capsize=2.5, zorder=4, label="boundary")  # fmt: skip


def _places(key: Key, values: list[object]) -> NDArray[np.float64]:
    """Numbers stand at their place, choices side by side."""
    if key.is_number:
        return np.array(values, dtype=np.float64)
    return np.array([key.values.index(value) for value in values], dtype=np.float64)


def _edges(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """Borders of the cells, half way between values."""
    if x.size == 1:
        return np.array([x[0] - 0.5, x[0] + 0.5])
    middle = (x[1:] + x[:-1]) / 2
    return np.concatenate([[2 * x[0] - middle[0]], middle, [2 * x[-1] - middle[-1]]])


def _legend(panels: NDArray[np.object_], say: Words) -> list[Line2D | Patch]:
    """What some map holds: no tipping point where none is drawn, no hatches where the variants agree."""
    drawn = {str(each.get_label()) for axes in panels.ravel() for each in [*axes.containers, *axes.patches]}
    handles: list[Line2D | Patch] = []
    if "boundary" in drawn:
        handles.append(Line2D([], [], color=INK, marker="D", markersize=4, markerfacecolor="white",
                              label=say("figure.phase.boundary")))  # fmt: skip
    if "disputed" in drawn:
        handles.append(Patch(facecolor="white", hatch="////", hatchcolor=HATCH, linewidth=0,
                             label=say("figure.phase.disputed")))  # fmt: skip
    return [*handles, Line2D([], [], linestyle="none", marker=".", markersize=5, color=INK,
                             label=say("figure.phase.run"))]  # fmt: skip


def _note(material: Material, shown: Shown, say: Words) -> str:
    names = [key.name for key in shown if key is not None]
    sizes = material.runs.groupby(names, observed=True).size()
    others = [key_name(key.name, say) for key in material.levers if key.name not in names]
    more = say("figure.phase.others", keys=", ".join(others)) if others else ""
    runs = number(sizes.min(), say.lang) if sizes.min() == sizes.max() else (
        f"{number(sizes.min(), say.lang)}–{number(sizes.max(), say.lang)}")  # fmt: skip
    return f"{say('figure.phase.note', runs=runs)} {more}".strip()

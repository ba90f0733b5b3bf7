"""The phase picture: how often practice spreads and how often it stays in islets, by sponsorship and stance."""

from itertools import product

import numpy as np
import pandas as pd
from cmcrameri import cm
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure
from matplotlib.image import AxesImage
from matplotlib.patches import Rectangle

from experiments.figures import style
from experiments.figures.frames import ResultFrames
from experiments.figures.style import INK, SMALL_PT
from experiments.figures.texts import between, text
from experiments.language import number

COLOURS = {"diffusion": style.trimmed(cm.oslo_r, 0.05, 0.85), "islets": style.trimmed(cm.lajolla_r, 0.03, 0.85)}
ROW_CM = 4.1
WIDESPREAD = 0.25  # share of practitioners without the programme beyond which a cell is hatched
HATCH = "#8f8f8f"
MOST_WRITTEN = 6  # columns of cells in a panel beyond which a number no longer fits


def verdict_grid(runs: pd.DataFrame, verdict: str) -> pd.DataFrame:
    """Share of runs with this verdict [0..1]: rows are managers' stance, columns are sponsorship, both ascending."""
    reached = runs.assign(reached=runs["verdict"] == verdict)
    return reached.pivot_table(index="stance", columns="sponsorship", values="reached", aggfunc="mean", observed=True)


def spreads_anyway(runs: pd.DataFrame) -> pd.DataFrame:
    """Whether practice is widespread without the programme, on median; rows and columns as in `verdict_grid`."""
    twins = runs.pivot_table("practice_twin", index="stance", columns="sponsorship", aggfunc="median", observed=True)
    return twins > WIDESPREAD


@style.printed
def picture(result: ResultFrames, lang: str) -> Figure | None:
    """Maps [times out of 100] of diffusion above, of islets below; a column for each depth and loss of the signal."""
    if result.phase is None:
        return None
    settings = sorted(set(zip(result.phase["depth"], result.phase["signal_retention"], strict=True)))
    names = text("phase.sponsorship", lang), text("phase.stance", lang)
    page = style.page(text("phase.title", lang), 2 * ROW_CM + 1.2, _note(result.phase, lang), 3, names)
    panels = page.figure.subplots(len(COLOURS), len(settings), sharex=True, sharey=True, squeeze=False)
    for (row, verdict), (column, (depth, retention)) in product(enumerate(COLOURS), enumerate(settings)):
        axes = panels[row, column]
        runs = result.phase[(result.phase["depth"] == depth) & (result.phase["signal_retention"] == retention)]
        image = _map(axes, verdict_grid(runs, verdict), COLOURS[verdict], lang)
        _hatch(axes, spreads_anyway(runs))
        if row == 0:
            axes.set_title(_setting(depth, retention, lang), fontsize=SMALL_PT)
        if column == 0:
            axes.set_ylabel(text(verdict, lang), fontweight="bold")
            label = text("phase.bar", lang, verdict=text(verdict, lang))
            page.colour_scale(image, label, lambda share, _: number(100 * share, lang), left=0.04 + 0.5 * row)
    return page.figure


def _map(axes: Axes, shares: pd.DataFrame, colours: ListedColormap, lang: str) -> AxesImage:
    """One cell a pair of levels, with its number of times out of 100 where it fits."""
    values = shares.to_numpy(np.float64)
    image = axes.imshow(values, cmap=colours, vmin=0, vmax=1, origin="lower", aspect="auto", interpolation="nearest")
    axes.set_xticks(range(len(shares.columns)), [number(float(level), lang, 2) for level in shares.columns])
    axes.set_yticks(range(len(shares.index)), [number(float(level), lang, 2) for level in shares.index])
    axes.tick_params(length=0)
    axes.set_xticks(np.arange(0.5, len(shares.columns) - 1), minor=True)
    axes.set_yticks(np.arange(0.5, len(shares.index) - 1), minor=True)
    axes.tick_params(which="minor", length=0)
    axes.grid(which="minor", color="white", linewidth=0.8)
    axes.set_axisbelow(False)
    axes.spines[:].set_visible(False)
    if len(shares.columns) <= MOST_WRITTEN:
        for (y, x), share in np.ndenumerate(values):
            ink = _ink(colours(share))
            axes.text(x, y, number(100 * share, lang), fontsize=SMALL_PT, color=ink, ha="center", va="center_baseline")
    return image


def _hatch(axes: Axes, cells: pd.DataFrame) -> None:
    """Hatch the cells that are marked, lightly enough to read their number."""
    for (y, x), marked in np.ndenumerate(cells.to_numpy(bool)):
        if marked:
            axes.add_patch(Rectangle((x - 0.5, y - 0.5), 1, 1, fill=False, hatch="///", hatchcolor=HATCH, linewidth=0))


def _ink(ground: tuple[float, float, float, float]) -> str:
    """White or ink, whichever contrasts more with the ground (relative luminance of WCAG, gamma 2.2)."""
    luminance = np.dot(np.power(ground[:3], 2.2), (0.2126, 0.7152, 0.0722))
    return INK if luminance > 0.19 else "white"


def _setting(depth: int, retention: float, lang: str) -> str:
    key = "phase.kept" if retention == 1 else "phase.loss"
    return text("phase.panel", lang, depth=depth, signal=text(key, lang, kappa=number(retention, lang, 2)))


def _note(runs: pd.DataFrame, lang: str) -> str:
    sizes = runs.groupby(["depth", "signal_retention", "sponsorship", "stance"]).size()
    agents = number(runs["field_agents"].iloc[0], lang)
    return text("phase.note", lang, runs=between(number(sizes.min(), lang), number(sizes.max(), lang)), agents=agents)

"""Fan chart: how many agents practise month after month, one small panel a plan, doing nothing dashed in each."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter, MaxNLocator
from numpy.typing import NDArray

from experiments.figures import style, timeline
from experiments.figures.frames import Span
from experiments.figures.note.sheet import PAGE_CM, sheet
from experiments.figures.style import FAINT, INK, PRACTICE, SHADE
from experiments.figures.texts import wrap
from experiments.language import Words, number

COLUMNS, ROW_CM, HEAD_CM = 4, 3.3, 1.4
OUTER = 0.22
WORLDS = (0.1, 0.5, 0.9)
"""What 8 worlds out of 10 lie between, and their middle."""


@dataclass(frozen=True)
class Panel:
    """One plan."""

    title: str
    practitioners: NDArray[np.float64]
    """[worlds, months], counts."""
    without: NDArray[np.float64]
    """The same without the plan."""
    programme: Span | None
    """First month of the programme and month at which it is over."""


@style.printed
def fan(panels: Sequence[Panel], observed: Sequence[int], say: Words) -> Figure:
    """Counts of practitioners by month, panels of one scale."""
    columns = min(COLUMNS, len(panels))
    rows = -(-len(panels) // columns)
    figure = sheet(say("report.fan.title"), PAGE_CM, HEAD_CM + ROW_CM * rows)
    grid = figure.subplots(rows, columns, sharex=True, sharey=True, squeeze=False).ravel()
    for axes in style.keep(grid, len(panels), columns):
        for month in observed:
            axes.axvline(month, color=FAINT, linewidth=0.8, linestyle=":", zorder=1)
    for axes, panel in zip(grid, panels, strict=False):
        _draw(axes, panel, columns)
    timeline.month_axis(grid[0], panels[0].practitioners.shape[1])
    grid[0].set_ylim(0, None)
    grid[0].yaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 5, 10], integer=True))
    grid[0].yaxis.set_major_formatter(FuncFormatter(lambda count, _: number(count, say.lang)))
    figure.supxlabel(say("report.fan.months"), fontsize=style.SMALL_PT)
    figure.supylabel(say("report.fan.agents"), fontsize=style.SMALL_PT)
    figure.legend(handles=_legend(say), loc="outside upper left", ncols=4, columnspacing=1.2, handlelength=1.6)
    return figure


def _draw(axes: Axes, panel: Panel, columns: int) -> None:
    months = np.arange(panel.practitioners.shape[1])
    low, middle, high = np.quantile(panel.practitioners, WORLDS, axis=0, method="median_unbiased")
    if panel.programme is not None:
        timeline.shade_programme(axes, panel.programme)
    axes.fill_between(months, low, high, color=PRACTICE, alpha=OUTER, linewidth=0)
    axes.plot(months, np.median(panel.without, axis=0), color=INK, linewidth=1.0, linestyle=(0, (2, 1.5)))
    axes.plot(months, middle, color=PRACTICE, linewidth=1.6)
    axes.set_title(wrap(panel.title, 92 // columns), fontsize=7.0)


def _legend(say: Words) -> list[Line2D | Patch]:
    return [
        Line2D([], [], color=PRACTICE, linewidth=1.6, label=say("report.fan.middle")),
        Patch(facecolor=PRACTICE, alpha=OUTER, label=say("report.fan.most")),
        Line2D([], [], color=INK, linewidth=1.0, linestyle=(0, (2, 1.5)), label=say("report.fan.without")),
        Patch(facecolor=SHADE, label=say("report.fan.programme")),
    ]

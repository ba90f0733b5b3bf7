"""Phase picture: how often a plan reaches its goal by sponsorship and managers' support, and where one stands today."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from cmcrameri import cm
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle
from matplotlib.ticker import FuncFormatter

from experiments.figures import style
from experiments.figures.note.sheet import HALF_CM, sheet
from experiments.figures.style import INK, PRACTICE
from experiments.language import Words, number

CLASSES = (0.2, 0.4, 0.6, 0.8)
"""Ends of the five classes: cells hold too few worlds for a number of their own."""
_SHADES = style.trimmed(cm.oslo_r, 0.03, 0.75)
COLOURS = [_SHADES(place) for place in np.linspace(0, 1, len(CLASSES) + 1)]


@dataclass(frozen=True)
class Cell:
    """One cell: its ends on both scales [0..1], and the share of its worlds that reach the goal [0..1]."""

    left: float
    right: float
    bottom: float
    top: float
    share: float


@style.printed
def phase(cells: Sequence[Cell], today: tuple[float, float], doubt: float, say: Words) -> Figure:
    """A map of five classes; a cross with its doubt for today's position [0..1]."""
    figure = sheet(say("report.phase.title"), HALF_CM, 7.6)
    axes = figure.subplots()
    for cell in cells:
        colour = COLOURS[class_of(cell.share)]
        size = cell.right - cell.left, cell.top - cell.bottom
        axes.add_patch(Rectangle((cell.left, cell.bottom), *size, facecolor=colour, edgecolor="white", linewidth=0.8))
    _mark_today(axes, today, doubt)
    low, high = (min(min(c.left for c in cells), today[0] - doubt), max(max(c.right for c in cells), today[0] + doubt))
    axes.set_xlim(max(0.0, low), min(1.0, high))
    low, high = (min(min(c.bottom for c in cells), today[1] - doubt), max(max(c.top for c in cells), today[1] + doubt))
    axes.set_ylim(max(0.0, low), min(1.0, high))
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(FuncFormatter(lambda x, _: number(x, say.lang, 1)))
    axes.set_xlabel(say("report.phase.across"), fontsize=style.SMALL_PT)
    axes.set_ylabel(say("report.phase.up"), fontsize=style.SMALL_PT)
    figure.legend(handles=_legend(say), loc="outside lower left", ncols=2, handlelength=1.2, columnspacing=1.0)
    return figure


def class_of(share: float) -> int:
    """The class of a share [0..1], 0 for the lowest."""
    return int(np.searchsorted(CLASSES, share, side="right"))


def _mark_today(axes: Axes, today: tuple[float, float], doubt: float) -> None:
    corner = today[0] - doubt, today[1] - doubt
    for colour, width in (("white", 3.4), (PRACTICE, 1.6)):
        axes.add_patch(Rectangle(corner, 2 * doubt, 2 * doubt, fill=False, edgecolor=colour, linewidth=width, zorder=3))
        axes.plot(*today, marker="+", markersize=11, markeredgewidth=width, color=colour, zorder=4)


def _legend(say: Words) -> list[Line2D | Patch]:
    shades = [
        Patch(facecolor=colour, edgecolor=INK, linewidth=0.3, label=say(f"report.phase.class.{at}"))
        for at, colour in enumerate(COLOURS)
    ]
    here = Line2D([], [], linestyle="none", marker="+", markersize=8, markeredgewidth=1.6, color=PRACTICE,
                  label=say("report.phase.today"))  # fmt: skip
    return [*shades, here]

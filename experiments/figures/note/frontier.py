"""Frontier: what each plan costs and leaves, with its doubt; a line joins those that no other beats."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter, MaxNLocator

from experiments.figures import style
from experiments.figures.note.sheet import HALF_CM, sheet
from experiments.figures.style import INK, PRACTICE, QUIET
from experiments.language import Words, number
from experiments.statistics import Estimate


@dataclass(frozen=True)
class Point:
    """One plan."""

    label: str
    """A letter: the caption says which plan it is."""
    cost: Estimate
    effect: Estimate
    """Lasting practitioners; means with their intervals."""
    on_line: bool


@style.printed
def frontier(points: Sequence[Point], axis: str, title: str, say: Words) -> Figure:
    """Cost across, lasting practitioners upwards; `axis` names the cost with its unit."""
    figure = sheet(title, HALF_CM, 6.9)
    axes = figure.subplots()
    line = sorted((p.cost.value, p.effect.value) for p in points if p.on_line)
    axes.plot(*zip(*line, strict=True), color=QUIET, linewidth=1.0, linestyle=(0, (4, 2)), zorder=1)
    for point in points:
        colour = PRACTICE if point.on_line else INK
        across = [[point.cost.value - point.cost.low], [point.cost.high - point.cost.value]]
        up = [[point.effect.value - point.effect.low], [point.effect.high - point.effect.value]]
        axes.errorbar(point.cost.value, point.effect.value, up, across, fmt="o" if point.on_line else "s",
                      color=colour, markersize=4, elinewidth=0.7, capsize=1.8, zorder=2)  # fmt: skip
        axes.annotate(point.label, (point.cost.value, point.effect.value), (4, 3), textcoords="offset points",
                      fontsize=style.TEXT_PT, fontweight="bold", color=colour)  # fmt: skip
    for side in (axes.xaxis, axes.yaxis):
        side.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
        side.set_major_formatter(FuncFormatter(lambda x, _: number(x, say.lang)))
    axes.set_xlabel(axis, fontsize=style.SMALL_PT)
    axes.set_ylabel(say("report.frontier.up"), fontsize=style.SMALL_PT)
    figure.legend(handles=_legend(say), loc="outside lower left", handlelength=1.4)
    return figure


def _legend(say: Words) -> list[Line2D]:
    looks = (("o", PRACTICE, "report.frontier.best"), ("s", INK, "report.frontier.beaten"))
    return [
        Line2D([], [], linestyle="none", marker=marker, markersize=4, color=colour, label=say(key))
        for marker, colour, key in looks
    ]

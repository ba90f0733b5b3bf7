"""Tornado: what each lever does around a plan, the largest on top, beside what luck alone would seem to do."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter, MaxNLocator

from experiments.figures import style
from experiments.figures.note.sheet import HALF_CM, sheet
from experiments.figures.style import FAINT, INK, QUIET, SECOND, SHADE
from experiments.figures.texts import wrap
from experiments.language import Words, number
from experiments.report.typography import typeset
from experiments.statistics import Estimate


@dataclass(frozen=True)
class Bar:
    """One lever."""

    label: str
    effect: Estimate
    """Lasting practitioners from its lower to its upper third."""
    seen: bool
    """Whether that is more than luck does."""


@style.printed
def tornado(bars: Sequence[Bar], floor: float, say: Words) -> Figure:
    """Effects in practitioners, pale under the noise floor."""
    figure = sheet(say("report.tornado.title"), HALF_CM, 2.6 + 0.62 * len(bars))
    axes = figure.subplots()
    places = np.arange(len(bars))
    values = np.array([bar.effect.value for bar in bars])
    ends = np.array([[bar.effect.value - bar.effect.low, bar.effect.high - bar.effect.value] for bar in bars]).T
    axes.axvspan(-floor, floor, color=FAINT, alpha=0.35, linewidth=0, zorder=0)
    for side in (-floor, floor):
        axes.axvline(side, color=QUIET, linewidth=1.0, linestyle=(0, (4, 2)))
    colours = [SECOND if bar.seen else SHADE for bar in bars]
    axes.barh(places, values, 0.62, color=colours, edgecolor=INK, linewidth=0.5)
    axes.errorbar(values, places, xerr=ends, fmt="none", ecolor=INK, elinewidth=1.0, capsize=2.2)
    axes.axvline(0, color=INK, linewidth=0.8)
    axes.set_yticks(places, [wrap(bar.label, 26) for bar in bars], fontsize=7.0)
    axes.set_ylim(len(bars) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)
    axes.xaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda count, _: typeset(number(count, say.lang), say.lang)))
    axes.set_xlabel(say("report.tornado.axis"), fontsize=style.SMALL_PT)
    figure.legend(handles=_legend(say), loc="outside lower left", ncols=1, handlelength=1.6)
    return figure


def _legend(say: Words) -> list[Line2D | Patch]:
    return [
        Patch(facecolor=SECOND, edgecolor=INK, linewidth=0.5, label=say("report.tornado.seen")),
        Patch(facecolor=SHADE, edgecolor=INK, linewidth=0.5, label=say("report.tornado.lost")),
        Line2D([], [], color=QUIET, linewidth=1.0, linestyle=(0, (4, 2)), label=say("report.tornado.floor")),
    ]

"""Bars: what each lever explains, beside the noise floor; what each uncertainty gives."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from experiments.analysis.words import outcome_name
from experiments.figures import style
from experiments.figures.style import FAINT, INK, QUIET, SECOND, SHADE, SMALL_PT
from experiments.figures.texts import wrap
from experiments.headline_study.sections.sensitivity import ALL, FLOOR, LARGE
from experiments.headline_study.sections.uncertainties import PARTS, SHOWN
from experiments.headline_study.titles import title
from experiments.headline_study.told import Told
from experiments.headline_study.writing import lever_name
from experiments.language import Words, number

LOOKS = {"repetition": ("#d9d9d9", ""), "parameters": ("#b9ac70", "||"), "structure": ("#832db6", "\\\\\\\\")}
"""Other colours than those of verdicts: a part of a doubt is no ending."""
NARROWEST = 14.0
"""Percentage that leaves room for its number."""


@style.printed
def tornado(told: Sequence[Told], say: Words) -> Figure:
    """Two panels, over all points and over the largest authorities; the heaviest lever of each on top."""
    panels = {name: [each for each in told if each.where["among"] == name] for name in (ALL, LARGE)}
    lines = max(sum(1 + _lever(each, say).count("\n") for each in rows) for rows in panels.values()) - 1
    page = style.page(title("tornado", told, say), 0.52 * lines + 2.2, say("headstudy.note.tornado"), 2,
                      (say("headstudy.axis.weight"), ""))  # fmt: skip
    for axes, (name, rows) in zip(page.figure.subplots(1, 2), panels.items(), strict=True):
        _levers(axes, rows, say)
        style.panel_title(axes, wrap(say(f"headstudy.sensitivity.column.{name}"), 22))
    page.legend([
        Patch(facecolor=SECOND, edgecolor=INK, linewidth=0.5, label=say("headstudy.key.found")),
        Patch(facecolor=SHADE, edgecolor=INK, linewidth=0.5, label=say("headstudy.key.lost")),
        Line2D([], [], color=QUIET, linewidth=1.2, linestyle=(0, (4, 2)), label=say("headstudy.key.floor")),
    ], columns=2)  # fmt: skip
    return page.figure


@style.printed
def uncertainties(told: Sequence[Told], say: Words) -> Figure:
    """One bar an outcome, in three parts that fill it."""
    found = {(each.outcome, each.where["uncertainty"]): each.estimate for each in told}
    shown = [name for name in SHOWN if all((name, part) in found for part in PARTS)]
    page = style.page(title("uncertainties", told, say), 0.85 * len(shown) + 1.2,
                      say("headstudy.note.uncertainties"), 1)  # fmt: skip
    axes, left = page.figure.subplots(), np.zeros(len(shown))
    for part, (colour, hatch) in LOOKS.items():
        width = np.array([100 * found[name, part].value for name in shown])
        axes.barh(np.arange(len(shown)), width, 0.66, left, color=colour, hatch=hatch, edgecolor=INK, linewidth=0.5)
        for at, (start, size) in enumerate(zip(left, width, strict=True)):
            if size >= NARROWEST:
                axes.text(start + size / 2, at, number(size, say.lang), ha="center", va="center_baseline",
                          fontsize=SMALL_PT, bbox={"facecolor": "white", "linewidth": 0, "pad": 1.2})  # fmt: skip
        left = left + width
    axes.set_yticks(range(len(shown)), [wrap(outcome_name(name, say), 34) for name in shown])
    axes.set(xlim=(0, 100), ylim=(len(shown) - 0.5, -0.5), xlabel=say("headstudy.axis.apart"))
    axes.tick_params(axis="y", length=0)
    page.legend([Patch(facecolor=colour, hatch=hatch, edgecolor=INK, linewidth=0.5, label=say(f"headstudy.part.{part}"))
                 for part, (colour, hatch) in LOOKS.items()], columns=3)  # fmt: skip
    return page.figure


def _lever(told: Told, say: Words) -> str:
    return wrap(lever_name(told.outcome, say), 26)


def _levers(axes: Axes, told: Sequence[Told], say: Words) -> None:
    floor = next(100 * each.estimate.value for each in told if each.outcome == FLOOR)
    rows = sorted((each for each in told if each.outcome != FLOOR), key=lambda each: -each.estimate.value)
    places = np.arange(len(rows))
    value, low, high = (100 * np.array([getattr(each.estimate, end) for each in rows])
                        for end in ("value", "low", "high"))  # fmt: skip
    colours = [SECOND if end > floor else SHADE for end in low]
    axes.barh(places, np.maximum(value, 0), 0.62, color=colours, edgecolor=INK, linewidth=0.5)
    axes.errorbar(value, places, xerr=[np.maximum(value - low, 0), np.maximum(high - value, 0)], fmt="none",
                  ecolor=INK, elinewidth=1.1, capsize=2.5)  # fmt: skip
    axes.axvspan(0, floor, color=FAINT, alpha=0.35, linewidth=0, zorder=0)
    axes.axvline(floor, color=QUIET, linewidth=1.2, linestyle=(0, (4, 2)))
    axes.set_yticks(places, [_lever(each, say) for each in rows])
    axes.set(ylim=(len(rows) - 0.4, -0.6), xlim=(0, None))
    axes.tick_params(axis="y", length=0)

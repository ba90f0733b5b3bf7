"""Dots with intervals: diffusion under other lines of the verdict; effects of levers without each mechanism."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from experiments.figures import style
from experiments.figures.study.frames import SERIES
from experiments.figures.style import FAINT, INK, PRACTICE, QUIET
from experiments.figures.texts import wrap
from experiments.headline_study.material import SPONSORSHIP
from experiments.headline_study.sections.channels import ASKED, NOTHING, TAKEN
from experiments.headline_study.sections.thresholds import READ
from experiments.headline_study.titles import title
from experiments.headline_study.told import Told
from experiments.language import Words, number
from sim.outcomes.verdict import LABELS

ROW_CM = 0.52
HEADING_CHARACTERS = 60
"""Of the headings of all panels together."""
LOOKS: tuple[tuple[str, Any, str], ...] = SERIES
"""Colour, line and mark of each scale."""


@style.printed
def thresholds(told: Sequence[Told], say: Words) -> Figure:
    """A panel a verdict, sponsorship across, a line a scale."""
    names = say("headstudy.axis.sponsorship"), say("headstudy.axis.times")
    page = style.page(title("thresholds", told, say), 5.0, say("headstudy.note.thresholds"), 1, names)
    panels = page.figure.subplots(1, len(READ), sharey=True)
    scales = sorted({float(str(each.where["scale"])) for each in told})
    for axes, verdict in zip(panels, READ, strict=True):
        for scale, (colour, line, mark) in zip(scales, LOOKS, strict=False):
            rows = [each for each in told if each.outcome == verdict and each.where["scale"] == scale]
            x = np.array([float(str(each.where[SPONSORSHIP])) for each in rows]) + 0.012 * (scales.index(scale) - 1)
            y, low, high = (100 * np.array([getattr(each.estimate, end) for each in rows])
                            for end in ("value", "low", "high"))  # fmt: skip
            axes.errorbar(x, y, yerr=[y - low, high - y], color=colour, linestyle=line, marker=mark, markersize=4,
                          linewidth=1.2, elinewidth=0.9)  # fmt: skip
        style.panel_title(axes, LABELS[verdict].of(say.lang))
        levels = sorted({float(str(each.where[SPONSORSHIP])) for each in told})
        axes.set_xticks(levels, [number(level, say.lang, 1) for level in levels])
        axes.set(ylim=(0, 103))
    handles = [Line2D([], [], color=colour, linestyle=line, marker=mark, markersize=4,
                      label=say("headstudy.scale", scale=number(scale, say.lang, 1)))
               for scale, (colour, line, mark) in zip(scales, LOOKS, strict=False)]  # fmt: skip
    page.legend(handles, columns=3)
    return page.figure


@style.printed
def channels(told: Sequence[Told], say: Words) -> Figure:
    """A panel an effect, a row a mechanism taken out; the band is the effect with nothing taken out."""
    here = [each for each in told if each.where["read"] == "verdict"]
    names = list(dict.fromkeys(str(each.where[TAKEN]) for each in here))
    whole = {each.outcome for each in here if each.where[TAKEN] == NOTHING}
    shown = [asked for asked in ASKED if asked.name in whole]
    page = style.page(title("channels", told, say), ROW_CM * len(names) + 2.2, say("headstudy.note.channels"), 1,
                      (say("headstudy.axis.difference"), ""))  # fmt: skip
    panels = page.figure.subplots(1, len(shown), sharey=True)
    for axes, asked in zip(panels, shown, strict=True):
        rows = {str(each.where[TAKEN]): each for each in here if each.outcome == asked.name}
        _effects(axes, [rows.get(name) for name in names], rows.get(NOTHING))
        style.panel_title(axes, wrap(say(f"headstudy.channels.{asked.name}"), HEADING_CHARACTERS // len(shown)))
    panels[0].set_yticks(range(len(names)), [wrap(say(f"headstudy.taken.{name}"), 30) for name in names])
    panels[0].set_ylim(len(names) - 0.4, -0.6)
    page.legend([Line2D([], [], color=PRACTICE, marker="o", markersize=4, label=say("headstudy.key.effect"))], 1)
    return page.figure


def _effects(axes: Axes, rows: Sequence[Told | None], whole: Told | None) -> None:
    if whole is not None:
        axes.axvspan(100 * whole.estimate.low, 100 * whole.estimate.high, color=FAINT, alpha=0.4, linewidth=0)
    axes.axvline(0, color=QUIET, linewidth=0.8)
    for at, told in enumerate(rows):
        if told is None:
            continue
        e = told.estimate
        axes.errorbar(100 * e.value, at, xerr=[[100 * (e.value - e.low)], [100 * (e.high - e.value)]], fmt="o",
                      markersize=3.8, color=PRACTICE, ecolor=INK, elinewidth=1)  # fmt: skip
    axes.tick_params(axis="y", length=0)

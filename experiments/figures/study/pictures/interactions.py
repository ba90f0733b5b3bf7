"""Interactions: share of diffusion along one lever, a line for each value of another."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from experiments.analysis.levels import estimate
from experiments.analysis.material import ONE_AT_A_TIME, Key
from experiments.analysis.tipping_lines import tipping_axis
from experiments.analysis.words import axis_name, key_name, minus, value_name
from experiments.figures import style
from experiments.figures.study import findings
from experiments.figures.study.frames import SERIES, StudyFrames, limited
from experiments.figures.style import SMALL_PT
from experiments.language import Words, number
from sim.outcomes.verdict import LABELS

VERDICT, MOST_OTHERS = "diffusion", 4
COLUMNS, ROW_CM = 2, 5.2
APART = 0.008
"""Between the marks of two lines at one value, in parts of the axis: their intervals would hide one another."""


@style.printed
def picture(frames: StudyFrames, lang: str) -> Figure | None:
    """One panel for each other lever [times out of 100], with the difference of differences in its heading."""
    say, material = Words(lang), frames.material
    axis = tipping_axis(material)
    if axis is None or not axis.values or material.kind in ONE_AT_A_TIME:
        return None
    others = [key for key in material.levers if key.name != axis.name and 1 < len(key.values) <= len(SERIES)]
    kept = len(others)
    others = others[:MOST_OTHERS]
    if not others:
        return None
    columns = min(COLUMNS, len(others))
    rows = -(-len(others) // columns)
    names = axis_name(axis.name, say), say("figure.effects.axis", verdict=LABELS[VERDICT].of(lang))
    note = limited(say("figure.interactions.note"), len(others), kept, say)
    page = style.page(findings.interactions(frames, axis, others, say), rows * ROW_CM + 0.6, note, 0, names)
    panels = page.figure.subplots(rows, columns, sharex=True, sharey=True, squeeze=False).ravel()
    for axes, key in zip(style.keep(panels, len(others), columns), others, strict=True):
        _panel(axes, frames, axis, key, say)
        style.panel_title(axes, key_name(key.name, say), _reading(frames, axis, key, say))
    panels[0].set_ylim(0, 100)
    return page.figure


def _panel(axes: Axes, frames: StudyFrames, axis: Key, key: Key, say: Words) -> None:
    runs = frames.material.runs
    x = np.array(axis.values, dtype=float)
    apart = APART * (x.max() - x.min())
    for rank, (value, (colour, line, mark)) in enumerate(zip(key.values, SERIES, strict=False)):
        at = [np.flatnonzero(((runs[axis.name] == a) & (runs[key.name] == value)).to_numpy()) for a in axis.values]
        told = [estimate(frames.material, VERDICT, rows) for rows in at]
        share, low, high = (100 * np.array([getattr(each, name) for each in told]) for name in ("value", "low", "high"))
        places = x + apart * (rank - (len(key.values) - 1) / 2)
        axes.errorbar(places, share, yerr=[share - low, high - share], color=colour, linestyle=line, marker=mark,
                      markersize=4.2, linewidth=1.4, elinewidth=0.8, capsize=2, clip_on=False,
                      label=value_name(key.name, value, say))  # fmt: skip
    axes.set_xticks(x, [value_name(axis.name, value, say) for value in axis.values])
    axes.legend(fontsize=SMALL_PT, loc="best", handlelength=2.6)


def _reading(frames: StudyFrames, axis: Key, key: Key, say: Words) -> str:
    rows = frames.findings.interactions
    rows = rows[(rows["lever"] == axis.name) & (rows["other"] == key.name) & (rows["outcome"] == VERDICT)]
    if rows.empty:
        return ""
    first = rows.iloc[int(np.argmax(rows["value"].abs()))]
    if not first["seen"]:
        return say("figure.interactions.none")
    step = [value_name(axis.name, first[end], say) for end in ("start", "end")]
    told = [number(100 * first[name], say.lang) for name in ("value", "low", "high")]
    return minus(say("figure.interactions.seen", start=step[0], end=step[1], value=told[0], low=told[1], high=told[2]))

"""Main effects: share of diffusion by each lever, with its interval, and under each structural variant."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from experiments.analysis.material import Key
from experiments.analysis.words import axis_name, value_name
from experiments.figures import style
from experiments.figures.study import findings
from experiments.figures.study.frames import StudyFrames, limited
from experiments.figures.style import INK, PRACTICE, QUIET, SHADE
from experiments.figures.texts import wrap
from experiments.language import Words, number
from sim.outcomes.verdict import LABELS

VERDICT, MOST_LEVERS = "diffusion", 9
COLUMNS, ROW_CM, LABEL_CHARACTERS = 3, 4.2, 13


@style.printed
def picture(frames: StudyFrames, lang: str) -> Figure | None:
    """One panel a lever [times out of 100]: dots with intervals, a band from the lowest to the highest variant."""
    say, shares = Words(lang), frames.findings.shares
    levers = frames.material.levers[:MOST_LEVERS]
    if shares.empty or not levers:
        return None
    columns = min(COLUMNS, len(levers))
    rows = -(-len(levers) // columns)
    name = say("figure.effects.axis", verdict=LABELS[VERDICT].of(lang))
    names = "", name.replace(" (", "\n(") if rows == 1 else name
    note = limited(say("figure.effects.note"), len(levers), len(frames.material.levers), say)
    page = style.page(findings.effects(frames, say), rows * ROW_CM + 0.6, note, 1, names)
    panels = page.figure.subplots(rows, columns, sharey=True, squeeze=False).ravel()
    for axes, key in zip(style.keep(panels, len(levers), columns), levers, strict=True):
        _panel(axes, key, shares[(shares["lever"] == key.name) & (shares["outcome"] == VERDICT)], say)
        style.panel_title(axes, axis_name(key.name, say))
    panels[0].set_ylim(0, 100)
    page.legend(_legend(frames.material.variants.nunique() > 1, say), columns=2)
    return page.figure


def _panel(axes: Axes, key: Key, rows: pd.DataFrame, say: Words) -> None:
    x = places(key, rows)
    share, low, high = (100 * rows[name].to_numpy(float) for name in ("value", "low", "high"))
    ends = [100 * np.array(rows[f"structure_{end}"], dtype=float) for end in ("low", "high")]
    if np.isfinite(ends).all():
        axes.fill_between(x, ends[0], ends[1], color=SHADE, linewidth=0, zorder=0, label="structure")
        axes.plot(x, ends[0], color=QUIET, linewidth=0.7, linestyle=":")
        axes.plot(x, ends[1], color=QUIET, linewidth=0.7, linestyle=":")
    line = "-" if key.is_number else "none"
    axes.errorbar(x, share, yerr=[share - low, high - share], color=PRACTICE, linestyle=line, marker="o",
                  markersize=4.2, linewidth=1.4, elinewidth=1.1, ecolor=INK, capsize=2.5, clip_on=False)  # fmt: skip
    if key.values:
        axes.set_xticks(x, [wrap(value_name(key.name, value, say), LABEL_CHARACTERS) for value in rows["start"]])
    if not key.is_number:
        axes.set_xlim(-0.5, len(rows) - 0.5)
    else:
        axes.xaxis.set_major_formatter(lambda value, _: number(value, say.lang, 2))


def places(key: Key, rows: pd.DataFrame) -> np.ndarray:
    """Where values stand: numbers at their place, parts of a range at their middle, choices side by side."""
    if not key.is_number:
        return np.arange(len(rows), dtype=float)
    return (np.array(rows["start"], dtype=float) + np.array(rows["end"], dtype=float)) / 2


def _legend(structures: bool, say: Words) -> list[Line2D | Patch]:
    handles: list[Line2D | Patch] = [
        Line2D([], [], color=PRACTICE, marker="o", markersize=4.2, linewidth=1.4, label=say("figure.effects.share"))
    ]
    if structures:
        handles.append(Patch(facecolor=SHADE, edgecolor=QUIET, linestyle=":", label=say("figure.effects.structure")))
    return handles

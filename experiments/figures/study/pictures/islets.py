"""Anatomy of islets: what is missing where practice does not spread: bridges, sponsor, manager, time."""

import numpy as np
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from experiments.analysis.islets import INGREDIENTS, ORDINARY
from experiments.figures import style
from experiments.figures.study import findings
from experiments.figures.study.frames import SERIES, StudyFrames
from experiments.figures.style import FAINT, INK, QUIET
from experiments.language import Words, number
from sim.outcomes.verdict import LABELS

KINDS = ("", "compact", "archipelago", "mixed")


@style.printed
def picture(frames: StudyFrames, lang: str) -> Figure | None:
    """One row an ingredient, one mark a kind of islets [times out of 100], with intervals."""
    say, table = Words(lang), frames.islets
    if table.empty:
        return None
    names = [name for name in INGREDIENTS if name in set(table["ingredient"])]
    kinds = [kind for kind in KINDS if kind in set(table["kind"])]
    note = say("figure.islets.note", ordinary=number(100 * ORDINARY, lang))
    page = style.page(findings.islets(table[table["kind"] == kinds[0]], say), 1.5 * len(names) + 1.0, note, 1)
    axes = page.figure.subplots()
    shift = np.linspace(-0.27, 0.27, len(kinds)) if len(kinds) > 1 else np.zeros(1)
    handles = []
    for kind, offset, (colour, _, mark) in zip(kinds, shift, SERIES, strict=False):
        rows = table[table["kind"] == kind].set_index("ingredient").reindex(names)
        share, low, high = (100 * rows[name].to_numpy(float) for name in ("value", "low", "high"))
        axes.errorbar(share, np.arange(len(names)) + offset, xerr=[share - low, high - share], fmt=mark, color=colour,
                      markersize=5, markeredgecolor=INK, ecolor=INK, elinewidth=1.1, capsize=2.5, clip_on=False,
                      label=kind)  # fmt: skip
        words = say("figure.islets.all") if kind == "" else LABELS[kind].of(lang)
        runs = number(rows["n"].max(), lang)
        handles.append(Line2D([], [], linestyle="none", marker=mark, color=colour, markeredgecolor=INK,
                              label=f"{words} ({runs})"))  # fmt: skip
    if set(names) - {"time"}:
        rows_end = len([name for name in names if name != "time"]) - 0.5
        axes.plot([100 * ORDINARY] * 2, [-0.5, rows_end], color=QUIET, linewidth=1, linestyle=(0, (4, 2)), zorder=0)
    axes.set_yticks(range(len(names)), [say(f"figure.islets.{name}") for name in names])
    axes.set(xlim=(0, 100), ylim=(len(names) - 0.5, -0.5), xlabel=say("figure.islets.axis"))
    axes.grid(axis="x", color=FAINT, linewidth=0.4)
    axes.tick_params(axis="y", length=0)
    page.legend(handles, columns=len(kinds))
    return page.figure

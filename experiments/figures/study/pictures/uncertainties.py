"""The three uncertainties: what part each has in what sets two runs apart, at equal levers."""

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from experiments.analysis.levels import TOGETHER
from experiments.analysis.words import outcome_name
from experiments.figures import style
from experiments.figures.study import findings
from experiments.figures.study.frames import StudyFrames
from experiments.figures.style import INK
from experiments.figures.texts import wrap
from experiments.language import Words

LOOKS = {
    "repetition": ("#d9d9d9", ""),
    TOGETHER: ("#d9d9d9", "||"),
    "parameters": ("#b9ac70", "||"),
    "structure": ("#832db6", "\\\\\\\\"),
}
"""Other colours than those of verdicts: a part of a doubt is no ending."""
OUTCOMES = ("diffusion", "islets", "fallback", "net_practice", "breadth", "lab_alive")


@style.printed
def picture(frames: StudyFrames, lang: str) -> Figure | None:
    """One bar an outcome, in three parts [% of the variance], each with its number and interval."""
    say, table = Words(lang), frames.findings.uncertainties
    outcomes = [name for name in OUTCOMES if name in set(table["outcome"])] if len(table) else []
    if not outcomes:
        return None
    title = findings.uncertainties(table[table["outcome"] == outcomes[0]], say)
    page = style.page(title, 0.95 * len(outcomes) + 1.2, say("figure.uncertainties.note"), 1)
    axes = page.figure.subplots()
    left = np.zeros(len(outcomes))
    for name, (colour, hatch) in LOOKS.items():
        rows = table[table["uncertainty"] == name].set_index("outcome").reindex(outcomes)
        width = 100 * np.nan_to_num(rows["value"].to_numpy(float))
        axes.barh(np.arange(len(outcomes)), width, 0.66, left, color=colour, hatch=hatch, edgecolor=INK, linewidth=0.5,
                  label=name)  # fmt: skip
        for at, (start, size) in enumerate(zip(left, width, strict=True)):
            if size >= 16:
                told = say("interval", low=round(100 * rows["low"].iloc[at]), high=round(100 * rows["high"].iloc[at]))
                axes.text(start + size / 2, at, f"{round(size)} ({told})", ha="center", va="center_baseline",
                          fontsize=style.SMALL_PT, bbox={"facecolor": "white", "linewidth": 0, "pad": 1.2})  # fmt: skip
        left = left + width
    axes.set_yticks(range(len(outcomes)), [wrap(outcome_name(name, say), 34) for name in outcomes])
    axes.set(xlim=(0, 100), ylim=(len(outcomes) - 0.5, -0.5), xlabel=say("figure.uncertainties.axis"))
    axes.tick_params(axis="y", length=0)
    legend = [name for name in LOOKS if name in set(table["uncertainty"])]
    page.legend([Patch(facecolor=LOOKS[name][0], hatch=LOOKS[name][1], edgecolor=INK, linewidth=0.5,
                       label=say(f"analysis.{name}")) for name in legend], columns=3)  # fmt: skip
    return page.figure

"""Fan charts: practice over time along the main lever; where runs part in two, both endings are drawn."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter, MaxNLocator

from experiments.analysis.levels import Level, levels_of
from experiments.analysis.tipping_lines import tipping_axis
from experiments.analysis.words import key_name, span_name
from experiments.figures import style, timeline
from experiments.figures.study.frames import StudyFrames
from experiments.figures.style import FAINT, INK, PRACTICE, SECOND
from experiments.language import Words, number, percent
from experiments.modes import two_modes

OUTER, INNER = 0.16, 0.30
BANDS = (0.05, 0.25, 0.5, 0.75, 0.95)
COLUMNS, ROW_CM, MOST = 3, 3.7, 9


def bands(monthly: pd.DataFrame, run_ids: pd.Series) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Months [n], practice of each run [runs, n], and its quantiles BANDS over runs [5, n]."""
    table = monthly[monthly["run_id"].isin(run_ids)].pivot_table("practice", "run_id", "month")
    values = table.to_numpy(float)
    return table.columns.to_numpy(), values, np.nanquantile(values, BANDS, axis=0)


@style.printed
def picture(frames: StudyFrames, lang: str) -> Figure | None:
    """One panel a value of the lever [% of field agents], all other levers as they come."""
    say, axis = Words(lang), tipping_axis(frames.material)
    if axis is None or frames.monthly.empty or "practice" not in frames.monthly:
        return None
    levels = list(levels_of(frames.material, axis))[:MOST]
    columns = min(COLUMNS, len(levels))
    rows = -(-len(levels) // columns)
    names = say("figure.month"), say("figure.practice")
    page = style.page(say("figure.fan.title"), rows * ROW_CM + 1, say("figure.fan.note"), 2, names)
    panels = page.figure.subplots(rows, columns, sharex=True, sharey=True, squeeze=False).ravel()
    panels = style.keep(panels, len(levels), columns)
    for axes, level in zip(panels, levels, strict=True):
        told = _panel(axes, frames, level, say)
        span = span_name(axis.name, level.start, level.end, say)
        style.panel_title(axes, f"{key_name(axis.name, say)} {span}", told)
    timeline.month_axis(panels[0], int(frames.monthly["month"].max()) + 1)
    panels[0].set_ylim(0, None)
    panels[0].yaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 5, 10]))
    panels[0].yaxis.set_major_formatter(FuncFormatter(lambda share, _: percent(share, lang)))
    page.legend(_legend(say), columns=3)
    return page.figure


def _panel(axes: Axes, frames: StudyFrames, level: Level, say: Words) -> str:
    """Draw the runs of a level; returns what to say of their end."""
    months, values, (lowest, low, median, high, highest) = bands(
        frames.monthly, frames.material.runs["run_id"].iloc[level.rows]
    )
    for month in frames.material.observed:
        axes.axvline(month, color=FAINT, linewidth=0.7, linestyle=":", zorder=1)
    found = two_modes(values[:, -1])
    if found is None:
        axes.fill_between(months, lowest, highest, color=PRACTICE, alpha=OUTER, linewidth=0)
        axes.fill_between(months, low, high, color=PRACTICE, alpha=INNER, linewidth=0)
        axes.plot(months, median, color=PRACTICE, linewidth=1.6, label="median")
        return say("figure.fan.one", median=percent(median[-1], say.lang))
    upper = values[:, -1] > found.cut
    for part, colour, line in ((upper, INK, "-"), (~upper, SECOND, (0, (6, 1.5)))):
        lowest, low, median, high, highest = np.nanquantile(values[part], BANDS, axis=0)
        axes.fill_between(months, lowest, highest, color=colour, alpha=OUTER, linewidth=0)
        axes.fill_between(months, low, high, color=colour, alpha=INNER, linewidth=0)
        axes.plot(months, median, color=colour, linestyle=line, linewidth=1.6, label="mode")
    return say("figure.fan.two", share=number(100 * upper.mean(), say.lang), high=percent(found.high, say.lang, 0),
               low=percent(found.low, say.lang, 0))  # fmt: skip


def _legend(say: Words) -> list[Line2D | Patch]:
    return [
        Line2D([], [], color=PRACTICE, linewidth=1.6, label=say("figure.fan.median")),
        Line2D([], [], color=INK, linewidth=1.6, label=say("figure.fan.upper")),
        Line2D([], [], color=SECOND, linestyle=(0, (6, 1.5)), linewidth=1.6, label=say("figure.fan.lower")),
        Patch(facecolor=PRACTICE, alpha=OUTER + INNER, label=say("figure.fan.half")),
        Patch(facecolor=PRACTICE, alpha=OUTER, label=say("figure.fan.most")),
        Line2D([], [], color=FAINT, linestyle=":", label=say("figure.observed")),
    ]

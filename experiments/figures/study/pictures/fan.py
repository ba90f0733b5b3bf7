"""Fan charts: practice over time along the main lever; where runs part in two, both endings are drawn."""

from typing import Any

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
from experiments.figures.study import findings
from experiments.figures.study.frames import StudyFrames, limited
from experiments.figures.style import INK, PRACTICE, QUIET, SECOND
from experiments.figures.texts import wrap
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
    whole = list(levels_of(frames.material, axis))
    levels = whole[:MOST]
    columns = min(COLUMNS, len(levels))
    rows = -(-len(levels) // columns)
    names = say("figure.month"), wrap(say("figure.practice"), style.NAME_CHARACTERS if rows == 1 else 60)
    note = limited(say("figure.fan.note"), len(levels), len(whole), say)
    page = style.page(findings.fan(frames, axis, say), rows * ROW_CM + 1, note, 2, names)
    panels = page.figure.subplots(rows, columns, sharex=True, sharey=True, squeeze=False).ravel()
    panels = style.keep(panels, len(levels), columns)
    for axes, level in zip(panels, levels, strict=True):
        told = _panel(axes, frames, level, say)
        span = span_name(axis.name, level.start, level.end, say)
        style.panel_title(axes, wrap(f"{key_name(axis.name, say)} {span}", 28), told)
    timeline.month_axis(panels[0], int(frames.monthly["month"].max()) + 1)
    panels[0].set_ylim(0, None)
    panels[0].yaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 5, 10]))
    panels[0].yaxis.set_major_formatter(FuncFormatter(lambda share, _: percent(share, lang)))
    page.legend(_legend(panels, say), columns=3)
    return page.figure


def _panel(axes: Axes, frames: StudyFrames, level: Level, say: Words) -> str:
    """Draw the runs of a level; returns what to say of their end."""
    months, values, (lowest, low, median, high, highest) = bands(
        frames.monthly, frames.material.runs["run_id"].iloc[level.rows]
    )
    for month in frames.material.observed:
        axes.axvline(month, color=QUIET, linewidth=0.9, linestyle=":", zorder=1, label="observed")
    found = two_modes(values[:, -1])
    if found is None:
        axes.fill_between(months, lowest, highest, color=PRACTICE, alpha=OUTER, linewidth=0)
        axes.fill_between(months, low, high, color=PRACTICE, alpha=INNER, linewidth=0)
        axes.plot(months, median, color=PRACTICE, linewidth=1.6, label="median")
        return say("figure.fan.one", median=percent(median[-1], say.lang))
    upper = values[:, -1] > found.cut
    for part, colour, line, label in ((upper, INK, "-", "upper"), (~upper, SECOND, (0, (6, 1.5)), "lower")):
        lowest, low, median, high, highest = np.nanquantile(values[part], BANDS, axis=0)
        axes.fill_between(months, lowest, highest, color=colour, alpha=OUTER, linewidth=0)
        axes.fill_between(months, low, high, color=colour, alpha=INNER, linewidth=0)
        axes.plot(months, median, color=colour, linestyle=line, linewidth=1.6, label=label)
    return say("figure.fan.two", share=number(100 * upper.mean(), say.lang), high=percent(found.high, say.lang, 0),
               low=percent(found.low, say.lang, 0))  # fmt: skip


def _legend(panels: np.ndarray, say: Words) -> list[Line2D | Patch]:
    """What some panel holds: no ending where no runs part in two, no median where all do."""
    drawn = {line.get_label() for axes in panels for line in axes.get_lines()}
    band = PRACTICE if "median" in drawn else INK
    lines: Any = (("median", PRACTICE, "-"), ("upper", INK, "-"), ("lower", SECOND, (0, (6, 1.5))))
    return [
        *(Line2D([], [], color=colour, linestyle=look, linewidth=1.6, label=say(f"figure.fan.{name}"))
          for name, colour, look in lines if name in drawn),
        Patch(facecolor=band, alpha=OUTER + INNER, label=say("figure.fan.half")),
        Patch(facecolor=band, alpha=OUTER, label=say("figure.fan.most")),
        *([Line2D([], [], color=QUIET, linestyle=":", linewidth=0.9, label=say("figure.observed"))]
          if "observed" in drawn else []),
    ]  # fmt: skip

"""The tornado: what each key does to diffusion and to net practice, the largest on top, beside the noise floor."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from experiments.analysis.words import key_name, outcome_name
from experiments.figures import style
from experiments.figures.study import findings
from experiments.figures.study.frames import StudyFrames, limited
from experiments.figures.style import FAINT, INK, QUIET, SECOND, SHADE
from experiments.figures.texts import wrap
from experiments.language import Words, number

METHODS = (("sobol", "total", "alone"), ("morris", "size", None), ("main", "part", None))
"""The first that the study has: method, index of the bar, index of its darker part."""
MOST_KEYS = 12


def bars(table: pd.DataFrame, outcome: str) -> tuple[str, pd.DataFrame]:
    """Method, and one row a key, the largest first: `value`, `low`, `high`, `floor`, `found`, `alone` (nan if none)."""
    for method, whole, part in METHODS:
        rows = table[(table["method"] == method) & (table["outcome"] == outcome)]
        if rows.empty:
            continue
        shown = rows[rows["index"] == whole].set_index("key").sort_values("value", ascending=False).head(MOST_KEYS)
        alone = rows[rows["index"] == part].set_index("key")["value"] if part else pd.Series(dtype=float)
        return method, shown.assign(alone=alone.reindex(shown.index))
    return "", pd.DataFrame()


@style.printed
def picture(frames: StudyFrames, lang: str) -> Figure | None:
    """Two panels: share of diffusion, net practice; keys under the floor are pale."""
    say, table = Words(lang), frames.findings.sensitivity
    told = {outcome: bars(table, outcome) for outcome in table["outcome"].unique()} if len(table) else {}
    if not told:
        return None
    method = next(iter(told.values()))[0]
    name = max((rows for _, rows in told.values()), key=len)
    lines = sum(max(1, _name(key, say).count("\n")) for key in name.index)
    whole = table[(table["method"] == method) & table["other"].isna()]["key"].nunique()
    note = limited(say(f"figure.tornado.{method}"), len(name), whole, say)
    names = say(f"figure.tornado.{method}.axis"), ""
    page = style.page(findings.tornado(next(iter(told.values()))[1], say), 0.55 * lines + 1.8, note, 2, names)
    panels = page.figure.subplots(1, len(told), squeeze=False)[0]
    for axes, (outcome, (_, rows)) in zip(panels, told.items(), strict=True):
        _panel(axes, rows, say)
        style.panel_title(axes, wrap(outcome_name(outcome, say), 30))
    page.legend(_legend(list(told.values()), say), columns=2)
    return page.figure


def _name(key: str, say: Words) -> str:
    return wrap(key_name(key, say), 26)


def _panel(axes: Axes, rows: pd.DataFrame, say: Words) -> None:
    places = np.arange(len(rows))
    value, low, high = (rows[name].to_numpy(float) for name in ("value", "low", "high"))
    colours = [SECOND if found else SHADE for found in rows["found"]]
    axes.barh(places, np.maximum(value, 0), 0.62, color=colours, edgecolor=INK, linewidth=0.5)
    alone = np.clip(rows["alone"].to_numpy(float), 0, np.maximum(value, 0))
    axes.barh(places, np.nan_to_num(alone), 0.62, color="none", hatch="////", edgecolor=INK, linewidth=0.5)
    axes.errorbar(value, places, xerr=[np.maximum(value - low, 0), np.maximum(high - value, 0)], fmt="none", ecolor=INK,
                  elinewidth=1.1, capsize=2.5)  # fmt: skip
    floor = float(rows["floor"].iloc[0])
    if floor == floor:
        axes.axvspan(0, floor, color=FAINT, alpha=0.35, linewidth=0, zorder=0)
        axes.axvline(floor, color=QUIET, linewidth=1.2, linestyle=(0, (4, 2)), label="floor")
    axes.set_yticks(places, [_name(key, say) for key in rows.index])
    axes.set(ylim=(len(rows) - 0.4, -0.6), xlim=(float(np.nanmin([0.0, *low])), None))
    axes.tick_params(axis="y", length=0)
    axes.xaxis.set_major_formatter(lambda x, _: number(x, say.lang, 2))


def _legend(told: list[tuple[str, pd.DataFrame]], say: Words) -> list[Line2D | Patch]:
    """What some panel holds."""
    method, every = told[0][0], pd.concat([rows for _, rows in told])
    found = every["found"].to_numpy(bool)
    handles: list[tuple[bool, Line2D | Patch]] = [
        (bool(found.any()), Patch(facecolor=SECOND, edgecolor=INK, linewidth=0.5, label=say("figure.tornado.found"))),
        (not found.all(), Patch(facecolor=SHADE, edgecolor=INK, linewidth=0.5, label=say("figure.tornado.lost"))),
        (bool(every["floor"].notna().any()),
         Line2D([], [], color=QUIET, linewidth=1.2, linestyle=(0, (4, 2)), label=say("figure.tornado.floor"))),
        (method == "sobol",
         Patch(facecolor="white", hatch="////", edgecolor=INK, label=say("figure.tornado.alone"))),
    ]  # fmt: skip
    return [handle for there, handle in handles if there]

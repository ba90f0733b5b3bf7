"""Titles of the figures of a study: what each shows, in its own numbers, and so true of any study."""

import numpy as np
import pandas as pd

from experiments.analysis.levels import levels_of
from experiments.analysis.material import Key
from experiments.analysis.tipping_lines import VERDICT
from experiments.analysis.words import key_name, span_name
from experiments.figures.study.frames import StudyFrames
from experiments.language import Words, number, percent

HEAVIEST = 3
"""Keys named in the title of the tornado."""


def phase(frames: StudyFrames, shown: tuple[Key, Key, Key | None], say: Words) -> str:
    """How far diffusion goes over the cells of the diagram."""
    runs, keys = frames.material.runs, [key.name for key in shown if key is not None]
    cells = (runs["verdict"] == VERDICT).groupby([runs[key] for key in keys], observed=True).mean()
    names = ", ".join(key_name(key, say) for key in keys)
    return say("figure.phase.finding", low=_times(cells.min(), say), high=_times(cells.max(), say), keys=names)


def effects(frames: StudyFrames, say: Words) -> str:
    """The lever between whose values diffusion moves most."""
    rows = frames.findings.shares
    ends = rows[rows["outcome"] == VERDICT].groupby("lever", sort=False)["value"].agg(["min", "max"])
    at = int(np.argmax(ends["max"] - ends["min"]))
    low, high = (_times(float(ends[end].iloc[at]), say) for end in ("min", "max"))
    return say("figure.effects.finding", lever=key_name(str(ends.index[at]), say), low=low, high=high)


def interactions(frames: StudyFrames, axis: Key, others: list[Key], say: Words) -> str:
    """The levers with which the first one visibly acts."""
    rows = frames.findings.interactions
    rows = rows[(rows["lever"] == axis.name) & (rows["outcome"] == VERDICT) & rows["seen"].astype(bool)]
    seen = [key_name(key.name, say) for key in others if key.name in set(rows["other"])]
    kind = "finding" if seen else "nothing"
    return say(f"figure.interactions.{kind}", axis=key_name(axis.name, say), others=", ".join(seen))


def fan(frames: StudyFrames, axis: Key, say: Words) -> str:
    """What half of the runs pass at the last month, at the first and at the last value of the lever."""
    monthly, levels = frames.monthly, list(levels_of(frames.material, axis))
    last = monthly[monthly["month"] == monthly["month"].max()].set_index("run_id")["practice"]
    ends = [last.reindex(frames.material.runs["run_id"].iloc[level.rows]).median() for level in (levels[0], levels[-1])]
    first, final = (percent(end, say.lang, 0) for end in ends)
    start, end = (span_name(axis.name, level.start, level.end, say) for level in (levels[0], levels[-1]))
    return say("figure.fan.finding", first=first, last=final, lever=key_name(axis.name, say), start=start, end=end)


def tornado(rows: pd.DataFrame, say: Words) -> str:
    """The keys above the noise floor, the heaviest first."""
    found = [key_name(str(key), say) for key in rows.index[rows["found"].astype(bool)][:HEAVIEST]]
    if found:
        return say("figure.tornado.finding", keys=", ".join(found))
    return say("figure.tornado.nothing" if rows["floor"].notna().any() else "figure.tornado.unknown")


def uncertainties(rows: pd.DataFrame, say: Words) -> str:
    """The part of each uncertainty in the first outcome shown."""
    parts = [say("figure.uncertainties.part", name=say(f"analysis.{row['uncertainty']}"),
                 share=number(100 * row["value"], say.lang)) for row in rows.to_dict("records")]  # fmt: skip
    return say("figure.uncertainties.finding", parts=", ".join(parts))


def islets(rows: pd.DataFrame, say: Words) -> str:
    """What all islets together lack most often."""
    first = rows.iloc[int(np.argmax(rows["value"]))]
    what = say(f"figure.islets.word.{first['ingredient']}")
    return say("figure.islets.finding", what=what, share=_times(float(first["value"]), say))


def tipping(surface: pd.DataFrame, say: Words) -> str:
    """The part of the map, where there are enough points, in which diffusion comes more than one time in two."""
    known = surface["supported"].to_numpy(bool)
    above = float(np.mean(surface["share"].to_numpy(float)[known] > 0.5)) if known.any() else np.nan
    return say("figure.tipping.finding", share=_times(above, say))


def _times(share: float, say: Words) -> str:
    return number(100 * float(share), say.lang)

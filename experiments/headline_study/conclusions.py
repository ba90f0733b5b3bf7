"""What the page concludes, and how each conclusion stands when something it rests on is changed.

A conclusion is a paired difference: one lever from its first value to its last, everything else equal and with the same
luck. The study's report expects a sign; the model may give it, give the other, or show nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from experiments.analysis.contrasts import Measured, contrasts
from experiments.headline_study.material import (
    DEPTH,
    EFFORT,
    KIND,
    LAUNCHED,
    LOSS,
    PLACE,
    PRICE,
    SCALES,
    SIZE,
    SPONSORSHIP,
    STANCE,
    Headline,
    reread_name,
)
from experiments.statistics import Estimate
from sim.outcomes.verdict import DIFFUSION, ISLETS

HEARD = "delivered_share"
"""What reaches a decider, of what field agents said."""
KEYS = (PLACE, DEPTH, LOSS, STANCE, SPONSORSHIP, EFFORT, PRICE)
HOLDS, WEAKER, LOST, REVERSED, SILENT = "holds", "weaker", "lost", "reversed", "silent"
"""Seen with the same sign; same sign, not seen; other sign, not seen; other sign, seen; nothing to say it with."""


@dataclass(frozen=True)
class Conclusion:
    """The effect of a lever from one value to another, on one outcome."""

    name: str
    lever: str
    start: object
    end: object
    outcome: str
    launched: bool
    """Among pairs whose two programmes started, or among all."""
    reported: int
    """Sign that the report (for the loss of signal: the literature) gives it; 0 where it gives none."""
    whole: bool = True
    """From the first value to the last; a step between them shows a bend and is not put to the test again."""


CONCLUSIONS = (
    Conclusion("sponsorship", SPONSORSHIP, 0.1, 0.9, DIFFUSION, True, 1),
    Conclusion("managers", STANCE, 0.3, 0.7, DIFFUSION, True, 1),
    Conclusion("depth", DEPTH, 2, 6, DIFFUSION, True, -1),
    Conclusion("voice", DEPTH, 2, 6, HEARD, True, -1),
    Conclusion("signal", LOSS, False, True, DIFFUSION, True, -1),
    Conclusion("effort", EFFORT, 1.0, 8.0, DIFFUSION, True, 0),
    Conclusion("effort_some", EFFORT, 1.0, 3.0, DIFFUSION, True, 0, whole=False),
    Conclusion("effort_more", EFFORT, 3.0, 8.0, DIFFUSION, True, 0, whole=False),
    Conclusion("effort_launch", EFFORT, 1.0, 8.0, LAUNCHED, False, 0),
    Conclusion("price_launch", PRICE, 0.25, 4.0, LAUNCHED, False, -1),
    Conclusion("price", PRICE, 0.25, 4.0, DIFFUSION, True, 0),
    Conclusion("size_launch", PLACE, "commune_150", "commune_1850", LAUNCHED, False, 1),
    Conclusion("size", PLACE, "commune_150", "commune_1850", DIFFUSION, True, 0),
    Conclusion("kind", PLACE, "commune_1850", "epci_1850", DIFFUSION, True, 0),
)


def effect(
    runs: pd.DataFrame, asked: Conclusion, column: str = "verdict", keys: Sequence[str] = KEYS
) -> Estimate | None:
    """The paired difference; None where no two lucks give a pair. `column` holds the verdict, or a number itself."""
    rows = runs[runs[LAUNCHED]] if asked.launched else runs
    rows = rows.reset_index(drop=True)
    values, yes = _values(rows, asked, column)
    measured = Measured({asked.outcome: values}, frozenset([asked.outcome] if yes else []))
    found = contrasts(rows, keys, {asked.lever: (asked.start, asked.end)}, measured)
    return found[0].effect if found else None


def compared(runs: pd.DataFrame, asked: Conclusion, keys: Sequence[str] = KEYS) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The runs that a conclusion compares, at both values of its lever: those whose other half is there."""
    rows = runs[runs[LAUNCHED]] if asked.launched else runs
    context = rows.groupby([*(key for key in keys if key != asked.lever), "replicate"]).ngroup()
    first, second = (rows[asked.lever] == value for value in (asked.start, asked.end))
    both = np.intersect1d(context[first], context[second])
    return rows[first & context.isin(both)], rows[second & context.isin(both)]


def hits(runs: pd.DataFrame, outcome: str) -> "pd.Series[bool]":
    """Which runs have the outcome: a verdict, or that the programme started."""
    return runs[LAUNCHED] if outcome == LAUNCHED else runs["verdict"] == outcome


@dataclass(frozen=True)
class Challenge:
    """One thing changed, and what then becomes of the runs."""

    group: str
    name: str
    runs: pd.DataFrame
    column: str = "verdict"


def challenges(study: Headline) -> Iterator[Challenge]:
    """The structural variants, the lines of the verdict, an earlier reading, no verdict at all, each place."""
    runs = study.runs
    for variant in sorted(runs["variant"].unique()):
        yield Challenge("structure", str(variant), runs[runs["variant"] == variant])
    for scale in SCALES:
        yield Challenge("thresholds", f"x{scale:g}", runs, reread_name(scale))
    early = next(name for name in runs.columns if name.startswith("verdict_") and name[8:].isdigit())
    yield Challenge("reading", "early", runs, early)
    yield Challenge("reading", "net_practice", runs, "net_practice")
    for size, kind in sorted(set(zip(runs[SIZE], runs[KIND], strict=True))):
        yield Challenge("place", f"{kind}_{size}", runs[(runs[SIZE] == size) & (runs[KIND] == kind)])


def status(whole: Estimate, part: Estimate | None) -> str:
    """How a conclusion stands when something is changed."""
    if part is None or not np.isfinite(part.value):
        return SILENT
    same = np.sign(part.value) == np.sign(whole.value)
    if part.excludes_zero:
        return HOLDS if same else REVERSED
    return WEAKER if same else LOST


def applies(asked: Conclusion, challenge: Challenge) -> bool:
    """Whether a change can say anything of a conclusion: a launch needs no verdict, a place has no size to compare."""
    if asked.outcome != DIFFUSION and challenge.group in ("thresholds", "reading"):
        return False
    return not (asked.lever == PLACE and challenge.group == "place")


def islets_over_diffusion(runs: pd.DataFrame) -> pd.Series:
    """1 where a run ends in islets, -1 where practice has spread, 0 elsewhere."""
    return (runs["verdict"] == ISLETS).astype(float) - (runs["verdict"] == DIFFUSION).astype(float)


def _values(rows: pd.DataFrame, asked: Conclusion, column: str) -> tuple[np.ndarray, bool]:
    if asked.outcome == LAUNCHED:
        return rows[LAUNCHED].to_numpy(np.float64), True
    if asked.outcome == HEARD:
        return rows[HEARD].to_numpy(np.float64), False
    if pd.api.types.is_numeric_dtype(rows[column]):
        return rows[column].to_numpy(np.float64), False
    return (rows[column] == asked.outcome).to_numpy(np.float64), True


def statuses(study: Headline, whole: Mapping[str, Estimate]) -> list[tuple[Conclusion, Challenge, Estimate | None]]:
    """Every conclusion under every change that can say something of it."""
    found = []
    for challenge in challenges(study):
        for asked in CONCLUSIONS:
            if asked.name in whole and applies(asked, challenge):
                found.append((asked, challenge, effect(challenge.runs, asked, challenge.column)))
    return found

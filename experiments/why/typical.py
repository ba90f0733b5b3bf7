"""The commonest verdict among some runs, and the run that stands for it."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from experiments.why.rows import Row
from sim.outcomes.verdict import VERDICTS

COMPARED = ("practice", "practice_rest", "breadth", "lab_created", "lab_alive", "agent_days")
"""Outcomes in which a typical run is ordinary: how much practice, how far, what of the lab, how long a programme."""


def commonest(rows: Sequence[Row]) -> str:
    """The verdict of most runs; of those that are equally common, the first one that the rule of verdicts names."""
    counts = Counter(row["verdict"] for row in rows)
    return max(VERDICTS, key=lambda verdict: counts[verdict])


def typical(rows: Sequence[Row], verdict: str) -> int:
    """Position of the run nearest the median run among those with that verdict; the first of the nearest.

    Distance: sum over `COMPARED` of |value - median| / standard deviation, each over the runs with that verdict.
    Where an outcome is undefined it counts for nothing.
    """
    alike = [at for at, row in enumerate(rows) if row["verdict"] == verdict]
    distance = sum(_distances([rows[at] for at in alike], name) for name in COMPARED)
    return alike[int(np.argmin(distance))]


def _distances(rows: Sequence[Row], name: str) -> NDArray[np.float64]:
    """Distance of each run to the median of one outcome, in standard deviations; 0 where all agree."""
    values = np.array([row[name] for row in rows], dtype=np.float64)
    if np.isnan(values).all():
        return np.zeros(len(rows))
    spread = np.nanstd(values)
    gaps = np.abs(values - np.nanmedian(values)) / (spread if spread > 0 else 1.0)
    return np.nan_to_num(gaps)

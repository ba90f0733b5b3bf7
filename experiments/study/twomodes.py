"""Points whose outcome has two modes: a mean would lie where hardly any run is."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from experiments.store import RUNS, read_table

OUTCOME = "net_practice"
FEWEST, LEAST_SHARE = 20, 0.1
"""Runs below which nothing is said; share of runs that a mode must have."""
SEPARATION, VALLEY = 4.0, 0.5
"""Least distance of the modes, in their own spreads; most runs between them, against the smaller of the two."""


@dataclass(frozen=True)
class Modes:
    """Two modes of a sample."""

    low: float
    high: float
    share_high: float


def modes(values: NDArray[np.float64]) -> Modes | None:
    """The two modes of a sample, None where it has one.

    The sample is cut where the two halves are the tightest; they are modes where each holds a tenth of it, where they
    lie four of their own spreads apart, and where the middle third between them holds less than half of what an equal
    width around the smaller one does.
    """
    x = np.sort(values[~np.isnan(values)])
    n = x.size
    if n < FEWEST or x[0] == x[-1]:
        return None
    least = max(2, int(np.ceil(LEAST_SHARE * n)))
    cuts = np.arange(least, n - least + 1)
    total, squares = np.cumsum(x), np.cumsum(x * x)
    left = squares[cuts - 1] - total[cuts - 1] ** 2 / cuts
    right = squares[-1] - squares[cuts - 1] - (total[-1] - total[cuts - 1]) ** 2 / (n - cuts)
    cut = int(cuts[np.argmin(left + right)])
    low, high = x[:cut], x[cut:]
    gap, spread = high.mean() - low.mean(), np.sqrt((low.var() + high.var()) / 2)
    if gap < SEPARATION * spread or not _is_valley(x, float(low.mean()), float(high.mean())):
        return None
    return Modes(float(low.mean()), float(high.mean()), high.size / n)


def two_modes(folder: Path, points: Sequence[str]) -> list[dict[str, object]]:
    """The points of a merged study whose practice has two modes, with both."""
    table = read_table(folder / RUNS)
    if OUTCOME not in table.column_names:
        return []
    ids, values = np.array(table["point_id"].to_pylist()), table[OUTCOME].to_numpy(zero_copy_only=False).astype(float)
    order = np.argsort(ids, kind="stable")
    cuts = np.flatnonzero(ids[order][1:] != ids[order][:-1]) + 1
    found = {str(ids[rows[0]]): modes(values[rows]) for rows in np.split(order, cuts)}
    return [{"point_id": at, "outcome": OUTCOME, **vars(m)} for at in points if (m := found.get(at)) is not None]


def _is_valley(x: NDArray[np.float64], low: float, high: float) -> bool:
    """Whether few runs lie between two means."""
    width = (high - low) / 3
    around = [int(np.sum(np.abs(x - centre) <= width / 2)) for centre in (low, (low + high) / 2, high)]
    return around[1] < VALLEY * min(around[0], around[2])

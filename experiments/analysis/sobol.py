"""Sobol' indices from a Saltelli design: the part of the variance that a key makes alone, and with the others.

With two replicates or more they are indices of the expected outcome: the mean product of two runs that do not share
their luck takes the place of the square of a mean, so that luck is not counted as sensitivity.

Sources: A. Saltelli and others (2010), Variance based sensitivity analysis of model output, Computer Physics
Communications 181 (first order, their table 2, b); M. J. W. Jansen (1999), Analysis of variance designs for model
output, ibid. 117 (total).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from experiments.analysis.intervals import Floats
from experiments.statistics import LEVEL, Estimate

DRAWS = 300
FEWEST = 2
"""Replicates from which luck is taken out of the indices."""


@dataclass(frozen=True)
class Index:
    """The indices of one key, without unit."""

    key: str
    alone: Estimate
    """First order: the variance that knowing this key alone would remove."""
    total: Estimate
    """Total order: the variance left where all but this key are known."""

    @property
    def together(self) -> float:
        """What the key does only together with others."""
        return max(0.0, self.total.value - self.alone.value)


@dataclass(frozen=True)
class Indices:
    """All keys, the largest total first, and the total that luck alone reaches."""

    keys: tuple[Index, ...]
    floor: float | None
    """95 % of keys without effect would be below, had each of their runs a luck of its own; None: nothing tells."""
    luck: float | None
    """Part of luck in the variance of one run [0..1], None with one replicate."""

    def found(self, index: Index) -> bool:
        """Whether the whole interval of the total is above the floor."""
        return self.floor is not None and index.total.low > self.floor


@dataclass(frozen=True)
class Saltelli:
    """Values of the outcome at the points of a Saltelli design, the same luck at one place of the last axis."""

    a: Floats
    """[n, replicates]"""
    b: Floats
    """[n, replicates]"""
    ab: Floats
    """At A, but for one key that comes from B [keys, n, replicates]."""


def indices(values: Saltelli, keys: Sequence[str], dummy: str | None = None, seed: int = 0) -> Indices:
    """First and total order indices of each key, with intervals by resampling the rows of the design."""
    draw = np.random.default_rng(seed)
    centred = _centred(values)
    alone, total = _estimates(centred, np.arange(len(values.a)))
    again = [_estimates(centred, draw.integers(0, len(values.a), len(values.a))) for _ in range(DRAWS)]
    alone_again, total_again = (np.array(each) for each in zip(*again, strict=True))
    n = len(values.a)
    found = [
        Index(key, _interval(alone[at], alone_again[:, at], n), _interval(total[at], total_again[:, at], n))
        for at, key in enumerate(keys)
    ]
    floors = [_floor(centred, draw)] + [each.total.high for each in found if each.key == dummy]
    known = [floor for floor in floors if floor is not None]
    ranked = sorted(found, key=lambda index: -index.total.value)
    several = values.a.shape[1] > 1
    return Indices(tuple(ranked), max(known) if several and known else None, _luck(centred) if several else None)


def _centred(values: Saltelli) -> Saltelli:
    mean = 0.5 * (values.a.mean() + values.b.mean())
    return Saltelli(values.a - mean, values.b - mean, values.ab - mean)


def _estimates(values: Saltelli, rows: NDArray[np.integer]) -> tuple[Floats, Floats]:
    a, b, ab = values.a[rows], values.b[rows], values.ab[:, rows]
    mean = 0.5 * (a.mean() + b.mean())
    variance = 0.5 * float(np.mean(_product(a - mean, a - mean)) + np.mean(_product(b - mean, b - mean)))
    if variance <= 0.0:
        return np.full(len(ab), np.nan), np.full(len(ab), np.nan)
    change = ab - a
    alone = np.array([np.mean(_product(b, each)) for each in change]) / variance
    total = np.array([np.mean(_product(each, each)) for each in change]) / (2 * variance)
    return alone, total


def _product(x: Floats, y: Floats) -> Floats:
    """Product of the expected values at each point [n]: over runs with another luck where there are enough."""
    replicates = x.shape[-1]
    means = x.mean(axis=-1) * y.mean(axis=-1)
    if replicates < FEWEST:
        return means
    return (replicates * means - (x * y).mean(axis=-1)) / (replicates - 1)


def _interval(value: float, again: Floats, n: int) -> Estimate:
    low, high = np.nanquantile(again, [0.5 - LEVEL / 2, 0.5 + LEVEL / 2]) if np.any(again == again) else (np.nan,) * 2
    return Estimate(float(value), float(low), float(high), n)


def _floor(values: Saltelli, draw: np.random.Generator) -> float | None:
    """Total index of a key that does nothing, had its runs another luck: the quantile at LEVEL."""
    replicates = values.a.shape[1]
    half = replicates // 2
    if half == 0:
        return None
    order = draw.permutation(replicates)
    apart = values.a[:, order[:half]] - values.a[:, order[half : 2 * half]]
    squares = _product(apart, apart) * half / replicates  # two halves differ more than two wholes
    a, b = values.a, values.b
    variance = 0.5 * float(np.mean(_product(a, a)) + np.mean(_product(b, b)))
    if variance <= 0.0:
        return None
    again = squares[draw.integers(0, len(squares), (1000, len(squares)))].mean(axis=1) / (2 * variance)
    return float(max(0.0, np.quantile(again, LEVEL)))


def _luck(values: Saltelli) -> float | None:
    """Variance within points over the variance of all runs of A and B."""
    both = np.concatenate([values.a, values.b])
    whole = float(both.var(ddof=1))
    return float(both.var(axis=1, ddof=1).mean()) / whole if whole > 0.0 else None

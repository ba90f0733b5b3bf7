"""Sobol' indices from a Saltelli design: SALib's estimators, put to the expected outcome.

SALib reads one value a point. Here a point has as many as replicates, and luck would count as sensitivity. Its part in
a variance falls as one over the number of replicates, so what SALib says of their mean and what it says of each alone
are enough to take it out. Intervals count other points of the design, and other replicates.

Sources: A. Saltelli and others (2010), Variance based sensitivity analysis of model output, Computer Physics
Communications 181 (first and total order); A. Saltelli (2002), Making best use of model evaluations, ibid. 145 (second
order): as SALib has them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from experiments.analysis.intervals import Floats, Labels
from experiments.analysis.noise import leaving_out
from experiments.statistics import LEVEL, Estimate

DRAWS = 300
Part = tuple[Callable[..., Floats], tuple[int, ...]]
"""One index: an estimator of SALib, and the blocks of the design that it reads, A first and B last."""


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
class Pair:
    """Second order: the variance that two keys make together, beyond what each makes alone."""

    key: str
    other: str
    index: Estimate


@dataclass(frozen=True)
class Indices:
    """All keys, the largest total first, and the total that luck alone reaches."""

    keys: tuple[Index, ...]
    pairs: tuple[Pair, ...]
    """The largest first; none where the design has no second order."""
    floor: float | None
    """95 % of keys without effect would be below, had each of their runs a luck of its own; None: nothing tells."""
    luck: float | None
    """Part of luck in the variance of one run [0..1], None with one replicate."""

    def found(self, index: Estimate) -> bool:
        """Whether the whole interval of an index (total, or of a pair) is above the floor."""
        return self.floor is not None and index.low > self.floor


@dataclass(frozen=True)
class Saltelli:
    """Values of the outcome at the points of a Saltelli design, the same luck at one place of the last axis."""

    a: Floats
    """[n, replicates]"""
    b: Floats
    """[n, replicates]"""
    ab: Floats
    """At A, but for one key that comes from B [keys, n, replicates]."""
    ba: Floats | None = None
    """At B, but for one key that comes from A [keys, n, replicates]; None without second order."""

    @property
    def blocks(self) -> Floats:
        """A, the AB of each key, the BA of each key, B [blocks, n, replicates], centred."""
        both = np.stack([self.a, self.b])
        more = self.ab if self.ba is None else np.concatenate([self.ab, self.ba])
        every = np.concatenate([both[:1], more, both[1:]])
        return every - every.mean()


def indices(values: Saltelli, keys: Sequence[str], dummy: str | None = None, seed: int = 0) -> Indices:
    """First, total and second order indices, with intervals by resampling the rows of the design and the replicates."""
    draw, blocks, n = np.random.default_rng(seed), values.blocks, len(values.a)
    parts = list(_parts(len(keys), second=values.ba is not None))
    found = _estimates(blocks, parts)
    again = _estimates(blocks, parts, draw.integers(0, n, (n, DRAWS)))
    told = _intervals(found, again, leaving_out(blocks, lambda rest: _estimates(rest, parts)), n)
    d = len(keys)
    ranked = sorted(map(Index, keys, told[:d], told[d : 2 * d]), key=lambda index: -index.total.value)
    pairs = [Pair(*names, each) for names, each in zip(combinations(keys, 2), told[2 * d :], strict=False)]
    several = blocks.shape[2] > 1
    floors = [_floor(blocks, draw), *(each.total.high for each in ranked if each.key == dummy)]
    known = [floor for floor in floors if floor is not None]
    return Indices(
        tuple(ranked), tuple(sorted(pairs, key=lambda pair: -pair.index.value)),
        max(known) if several and known else None, _luck(values) if several else None,
    )  # fmt: skip


def _parts(d: int, *, second: bool) -> Iterator[Part]:
    """First orders, total orders, then every pair."""
    from SALib.analyze.sobol import first_order, second_order, total_order

    for order in (first_order, total_order):
        yield from ((order, (0, 1 + j, -1)) for j in range(d))
    if second:
        yield from ((second_order, (0, 1 + j, 1 + k, 1 + d + j, -1)) for j, k in combinations(range(d), 2))


def _estimates(blocks: Floats, parts: Sequence[Part], rows: Labels | None = None) -> Floats:
    """Indices [parts] from blocks of a design [blocks, n, replicates]; [parts, draws] from drawn rows [n, draws]."""
    return np.array([_unlucky(estimator, blocks[list(at)], rows) for estimator, at in parts])


def _unlucky(estimator: Callable[..., Floats], columns: Floats, rows: Labels | None) -> Floats:
    """Indices of the expected outcome: from the mean over replicates, less what luck leaves in it; nan if constant."""
    replicates = columns.shape[-1]
    whole = _sums(estimator, columns.mean(axis=-1), rows)
    if replicates > 1:
        alone = np.mean([_sums(estimator, columns[..., r], rows) for r in range(replicates)], axis=0)
        whole = (replicates * whole - alone) / (replicates - 1)
    part, variance = whole
    return np.divide(part, variance, out=np.full_like(part, np.nan), where=variance > 0.0)


def _sums(estimator: Callable[..., Floats], columns: Floats, rows: Labels | None) -> Floats:
    """What an estimator divides, and the variance by which it does [2, ...]."""
    drawn = columns if rows is None else columns[:, rows]
    both = np.concatenate([drawn[0], drawn[-1]])
    if np.ptp(both) == 0.0:
        return np.zeros((2, *both.shape[1:]))
    variance = both.var(axis=0)
    return np.stack([estimator(*drawn) * variance, variance])


def _intervals(found: Floats, again: Floats, luck: Floats, n: int) -> list[Estimate]:
    """Percentiles over other rows of the design, then what other replicates add."""
    told = []
    for value, drawn, more in zip(found, again, luck, strict=True):
        seen = drawn[~np.isnan(drawn)]
        low, high = np.quantile(seen, [0.5 - LEVEL / 2, 0.5 + LEVEL / 2]) if seen.size else (np.nan, np.nan)
        low, high = value - np.hypot(max(value - low, 0.0), more), value + np.hypot(max(high - value, 0.0), more)
        told.append(Estimate(float(value), float(low), float(high), n))
    return told


def _floor(blocks: Floats, draw: np.random.Generator) -> float | None:
    """Total index of a key that does nothing, had its runs another luck: the quantile at LEVEL."""
    from SALib.analyze.sobol import total_order

    n, replicates = blocks.shape[1:]
    half = replicates // 2
    if half == 0:
        return None
    order = draw.permutation(replicates)
    first, second = blocks[0][:, order[:half]], blocks[0][:, order[half : 2 * half]]
    other = blocks[-1][:, order[:half]]
    again = _unlucky(total_order, np.stack([first, second, other]), draw.integers(0, n, (n, DRAWS)))
    if np.isnan(again).all():
        return None
    return float(max(0.0, np.nanquantile(again, LEVEL) * half / replicates))  # two halves differ more than two wholes


def _luck(values: Saltelli) -> float | None:
    """Variance within points over the variance of all runs of A and B."""
    both = np.concatenate([values.a, values.b])
    whole = float(both.var(ddof=1))
    return float(both.var(axis=1, ddof=1).mean()) / whole if whole > 0.0 else None

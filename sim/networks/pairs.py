"""Random ties among the pairs that a network allows, exact in number or block by block.

Row i may be tied to any row in [first[i], stop[i][, with i < first[i]. Rows being contiguous by team, service or
district, "another team of the same service" and "another service" are both of this form, and no pair is ever listed.

Common luck, in both generators: the ties of a lower mean degree are a subset of those of a higher one, since the draws
form one sequence (of attempts, or of points in time) of which a higher degree reads more. Pairs of other phases stay as
they are.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.core.compile import rule
from sim.core.draws import Key, uniforms

_HASH_A = np.uint64(0x9E3779B1)
_HASH_B = np.uint64(0x85EBCA77)
_HASH_SHIFT = np.uint64(16)
_TIE_SHIFT = np.uint64(32)
_ONE = np.uint64(1)
_COMPLETE = 1.0 - 1e-9
_ROUNDING = 1e-6  # more than the error of a sum of weights: an exact half goes up


class Pairs(NamedTuple):
    """The allowed pairs, with the probability of each at a mean degree of 1."""

    first: NDArray[np.int64]  # [n]
    stop: NDArray[np.int64]  # [n]
    weight: NDArray[np.float64]  # [n], same for the rows of one group


class Edges(NamedTuple):
    """Ties by their two ends [m], a < b."""

    a: NDArray[np.uint32]
    b: NDArray[np.uint32]


def make_pairs(first: NDArray[np.int64], stop: NDArray[np.int64], group: NDArray[np.int64]) -> Pairs:
    """Weigh the pairs so that a group of n rows and P pairs gets a mean degree of 1: n / (2 P) each."""
    n_pairs = np.bincount(group, stop - first)
    size = np.bincount(group).astype(np.float64)
    weight = np.divide(size, 2.0 * n_pairs, out=np.zeros_like(size), where=n_pairs > 0)
    return Pairs(first, stop, weight[group])


def unit_stop(first: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where the unit (team, service, district) of each row ends [n]."""
    return np.repeat(first[1:], np.diff(first))


def pairs_across(unit_first: NDArray[np.int64]) -> Pairs:
    """Pairs of rows of two units (services, districts)."""
    stop = unit_stop(unit_first)
    return make_pairs(stop, np.full_like(stop, stop.size), np.zeros_like(stop))


@rule
def _offsets(pairs: Pairs) -> NDArray[np.float64]:
    """Cumulated weights of the rows [n + 1]."""
    offset = np.zeros(pairs.first.size + 1)
    for i in range(pairs.first.size):
        offset[i + 1] = offset[i] + pairs.weight[i] * (pairs.stop[i] - pairs.first[i])
    return offset


@rule
def _pair_at(pairs: Pairs, offset: NDArray[np.float64], position: float) -> tuple[int, int]:
    """The pair that lies at a position of the cumulated weights; (0, 0) beyond the last."""
    i = int(np.searchsorted(offset[1:], position, side="right"))
    if i >= pairs.first.size:
        return 0, 0
    rank = int((position - offset[i]) / pairs.weight[i])
    return i, int(min(pairs.first[i] + rank, pairs.stop[i] - 1))


@rule
def _insert(ties: NDArray[np.uint64], i: int, j: int) -> bool:
    """Add a tie to a hash set (0 = free, size a power of two, never full); False where it was in."""
    wide_i, wide_j = np.uint64(i), np.uint64(j)
    mask = np.uint64(ties.size - 1)
    tie = (wide_i << _TIE_SHIFT) | wide_j
    slot = (((wide_i * _HASH_A) ^ (wide_j * _HASH_B)) >> _HASH_SHIFT) & mask
    while ties[slot] != 0:
        if ties[slot] == tie:
            return False
        slot = (slot + _ONE) & mask
    ties[slot] = tie
    return True


@rule
def _wanted(pairs: Pairs, mean_degree: float) -> int:
    """Number of ties of a mean degree, no group having more than its pairs."""
    total = 0.0
    for i in range(pairs.first.size):
        total += (pairs.stop[i] - pairs.first[i]) * min(1.0, mean_degree * pairs.weight[i])
    return math.floor(total + 0.5 + _ROUNDING)


@rule
def draw_ties(key: Key, phase: int, pairs: Pairs, mean_degree: float) -> Edges:
    """Distinct random ties, n/2 x mean degree of them, rounded once (n: rows that have an allowed partner).

    Rule     pairs are drawn with replacement and repetitions rejected; after 8 attempts per allowed pair, which only
             nearly complete graphs need, the pairs not yet drawn follow in their order. At most all pairs
    Address  (phase, 0, attempt)
    """
    wanted = _wanted(pairs, mean_degree)
    edges = Edges(np.empty(wanted, np.uint32), np.empty(wanted, np.uint32))
    ties = np.zeros(2 ** math.ceil(math.log2(2 * wanted + 2)), np.uint64)
    offset = _offsets(pairs)
    found = 0
    attempt, last_attempt = 0, 64 + 8 * np.sum(pairs.stop - pairs.first)
    while found < wanted and attempt < last_attempt:
        u0, u1, _, _ = uniforms(key, phase, 0, attempt)
        attempt += 1
        i, j = _pair_at(pairs, offset, (u0 + (u1 - 0.5) * 2.0**-32) * offset[-1])
        if i < j and _insert(ties, i, j):
            edges.a[found], edges.b[found] = i, j
            found += 1
    for i in range(pairs.first.size):
        for j in range(pairs.first[i], pairs.stop[i]):
            if found == wanted:
                return edges
            if _insert(ties, i, j):
                edges.a[found], edges.b[found] = i, j
                found += 1
    return edges


@rule
def _append(edges: Edges, found: int, i: int, j: int) -> Edges:
    """Write a tie at rank `found`, in arrays twice as long where it has no room."""
    if found == edges.a.size:
        longer = Edges(np.empty(2 * found, np.uint32), np.empty(2 * found, np.uint32))
        for e in range(found):
            longer.a[e], longer.b[e] = edges.a[e], edges.b[e]
        edges = longer
    edges.a[found], edges.b[found] = i, j
    return edges


@rule
def _reach(pairs: Pairs, mean_degree: float) -> NDArray[np.float64]:
    """How long the points of each row count [n], so that a pair has the probability weight x mean degree; inf: all."""
    reach = np.empty(pairs.first.size)
    for i in range(reach.size):
        p = mean_degree * pairs.weight[i]
        if p <= 0.0:
            reach[i] = 0.0
        elif p < _COMPLETE:
            reach[i] = -math.log1p(-p) / pairs.weight[i]
        else:
            reach[i] = math.inf
    return reach


@rule
def draw_blocks(key: Key, phase: int, pairs: Pairs, mean_degree: float) -> Edges:
    """Each allowed pair tied or not, independently, with the same probability in a group: a stochastic block model.

    Rule     points fall on the pairs at rate `weight` in time (gaps between them are exponential, so only points are
             visited); a pair is tied if its first point comes before -log(1 - p) / weight. A pair may stand twice
    Address  (phase, unit of time, rank of the point)
    """
    offset = _offsets(pairs)
    reach = _reach(pairs, mean_degree)
    edges = Edges(np.empty(16 + int(offset[-1]), np.uint32), np.empty(16 + int(offset[-1]), np.uint32))
    found = 0
    horizon = 0.0
    for i in range(reach.size):
        if reach[i] < math.inf:
            horizon = max(horizon, reach[i])
        else:
            for j in range(pairs.first[i], pairs.stop[i]):
                edges = _append(edges, found, i, j)
                found += 1
    for time in range(math.ceil(horizon)):
        position, rank = 0.0, 0
        while position < offset[-1]:
            u_gap, u_time, _, _ = uniforms(key, phase, time, rank)
            position -= math.log(u_gap)
            rank += 1
            i, j = _pair_at(pairs, offset, position)
            if i < j and time + u_time < reach[i] < math.inf:
                edges = _append(edges, found, i, j)
                found += 1
    return Edges(edges.a[:found].copy(), edges.b[:found].copy())

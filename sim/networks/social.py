"""Who talks to whom among the citizens: small worlds by district, and a few ties between districts."""

import numpy as np
from numpy.typing import NDArray

from sim.core import phases
from sim.core.compile import rule
from sim.core.draws import Key, uniforms
from sim.networks.csr import Csr, from_edges
from sim.networks.pairs import Edges, draw_ties, pairs_across


@rule
def _tied(far: NDArray[np.uint32], i: int, j: int) -> bool:
    """Tell whether i and j are tied, from the far ends [n, sides] of the ties that each row owns."""
    for side in range(far.shape[1]):
        if far[i, side] == j or far[j, side] == i:
            return True
    return False


@rule
def _ring(first: int, stop: int, far: NDArray[np.uint32]) -> None:
    """Tie each row of a district to the next ones, the last to the first: as many ahead as it owns ties."""
    size = stop - first
    for i in range(first, stop):
        for side in range(far.shape[1]):
            far[i, side] = first + (i - first + side + 1) % size


@rule
def _rewire(key: Key, first: int, stop: int, far: NDArray[np.uint32], rewiring: float) -> None:
    """Move the far end of each tie, with a given probability, to a random row of the district (three tries)."""
    for side in range(far.shape[1]):
        for i in range(first, stop):
            u_move, u1, u2, u3 = uniforms(key, phases.CITIZEN_RING, side, i)
            if u_move >= rewiring:
                continue
            for u in (u1, u2, u3):
                j = first + int(u * (stop - first))
                if j != i and not _tied(far, i, j):
                    far[i, side] = j
                    break


@rule
def small_worlds(key: Key, district_first: NDArray[np.int64], degree: int, rewiring: float) -> Edges:
    """A Watts-Strogatz graph in each district, complete where the district has no more than degree + 1 citizens."""
    n, sides = district_first[-1], degree // 2
    far = np.empty((n, sides), np.uint32)
    for d in range(district_first.size - 1):
        first, stop = district_first[d], district_first[d + 1]
        _ring(first, stop, far)
        if stop - first > degree + 1:
            _rewire(key, first, stop, far, rewiring)
    near = np.empty(n * sides, np.uint32)
    for e in range(near.size):
        near[e] = e // sides
    return Edges(near, far.ravel())


def social_network(
    key: Key, district_first: NDArray[np.int64], degree: int = 8, rewiring: float = 0.1, cross_share: float = 0.02
) -> Csr:
    """Draw the network of citizens contiguous by district.

    Args:
        key: the luck of the run.
        district_first: first citizen of each district, then the number of citizens [districts + 1].
        degree: mean number of ties inside the district, even.
        rewiring: probability that a tie leaves the ring, 0..1. Which ties leave, and where to, is the same luck
            for all values.
        cross_share: ties added between districts, as a share of the ties inside, 0..1.

    Source: Watts & Strogatz 1998, Nature 393; degree 8, rewiring 0.1 and 2 % of ties across: assumption.
    """
    if degree < 0 or degree % 2:
        raise ValueError(f"degree = {degree}: a ring needs an even number of ties, half on each side")
    inside = small_worlds(key, district_first, degree, rewiring)
    across = draw_ties(key, phases.CITIZEN_CROSS_TIES, pairs_across(district_first), cross_share * degree)
    ends = np.concatenate([inside.a, across.a]), np.concatenate([inside.b, across.b])
    return from_edges(int(district_first[-1]), *ends)

"""Compiled counts behind the measures of islets: concentration, patches of practitioners, and their null."""

import numpy as np
from numpy.typing import NDArray

from sim.core.compile import rule
from sim.core.draws import Key, uniforms
from sim.core.phases import PERMUTATION
from sim.networks.csr import Csr

Index = NDArray[np.uint32]
Counts = NDArray[np.int64]


@rule
def ellison_glaeser(squares: float, weighted: float, p: float, size_squares: float, n: float) -> float:
    """Concentration of practitioners over services, corrected for their small number.

    Reads    squares = sum of p_s^2, weighted = sum of p_s n_s, size_squares = sum of n_s^2; p >= 2 practitioners
             among n field agents in two services or more
    Rule     G = sum (p_s/p - n_s/n)^2; EG = (G / (1 - sum (n_s/n)^2) - 1/p) / (1 - 1/p), on one denominator
    Returns  0 on average where practitioners are spread at random, 1 where all are in one of several equal services
    Source   Ellison and Glaeser 1997, Journal of Political Economy 105
    """
    spread = n * n - size_squares
    raw = n * n * squares - 2.0 * p * n * weighted + p * p * size_squares
    return (raw - p * spread) / (p * (p - 1.0) * spread)


@rule
def gather(work: Csr, members: Index, mark: Index, stamp: int, queue: Index) -> tuple[int, int, int]:
    """Walk through the patches of members who work together.

    Reads    members: distinct rows, those whose mark [n] equals the stamp, which is not 0
    Writes   mark, back to 0 on the members; queue [members or more], scratch
    Returns  size of the largest patch, number of members alone in theirs, sum of the squared sizes
    """
    largest, alone, squares = 0, 0, 0
    for first in members:
        if mark[first] != stamp:
            continue
        mark[first] = 0
        queue[0] = first
        seen, found = 0, 1
        while seen < found:
            row = queue[seen]
            seen += 1
            for k in range(work.indptr[row], work.indptr[row + 1]):
                other = work.indices[k]
                if mark[other] == stamp:
                    mark[other] = 0
                    queue[found] = other
                    found += 1
        largest = max(largest, found)
        alone += 1 if found == 1 else 0
        squares += found * found
    return largest, alone, squares


@rule
def patches_of(work: Csr, members: Index, n: int) -> tuple[int, int, int]:
    """Return the largest patch of members, the members alone, the sum of the squared sizes of patches."""
    mark = np.zeros(n, np.uint32)
    for row in members:
        mark[row] = 1
    return gather(work, members, mark, 1, np.empty_like(members))


@rule
def tie_ends(work: Csr, members: Index, practises: NDArray[np.bool_]) -> tuple[int, int]:
    """Return the tie ends held by members, and those among them whose other end is a member too."""
    held, inside = 0, 0
    for row in members:
        held += work.indptr[row + 1] - work.indptr[row]
        for k in range(work.indptr[row], work.indptr[row + 1]):
            inside += 1 if practises[work.indices[k]] else 0
    return held, inside


@rule
def draw_members(pool: Index, members: Index, key: Key, month: int, first_row: int) -> None:
    """Draw distinct rows at random into members [p], by the first p steps of a shuffle of pool [n].

    Each address gives four steps of the shuffle, from (month, first_row) on.
    """
    n, p = len(pool), len(members)
    for quad in range((p + 3) // 4):
        u0, u1, u2, u3 = uniforms(key, PERMUTATION, month, first_row + quad)
        for step in range(4 * quad, min(4 * quad + 4, p)):
            u, u0, u1, u2 = u0, u1, u2, u3
            chosen = step + int(u * (n - step))
            pool[step], pool[chosen] = pool[chosen], pool[step]
            members[step] = pool[step]


@rule
def permutation_null(
    work: Csr, service: Counts, sizes: Counts, p: int, n_draws: int, key: Key, month: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Concentration and largest patch when p practitioners are shuffled over the field agents.

    Reads    service [n], sizes [services]; p >= 2
    Returns  Ellison-Glaeser index [draws], 0 where there is but one service;
             largest patch as a share of the p [draws, 0..1]
    """
    n = len(service)
    pool, members = np.arange(n).astype(np.uint32), np.empty(p, np.uint32)
    mark, queue = np.zeros(n, np.uint32), np.empty(p, np.uint32)
    counts = np.zeros(len(sizes), np.int64)
    concentration, largest = np.empty(n_draws), np.empty(n_draws)
    size_squares = np.sum(sizes * sizes)
    one_service = size_squares == n * n
    for draw in range(n_draws):
        draw_members(pool, members, key, month, draw * n)
        counts[:] = 0
        squares, weighted = 0, 0
        for row in members:
            mark[row] = draw + 1
            place = service[row]
            squares += 2 * counts[place] + 1
            weighted += sizes[place]
            counts[place] += 1
        concentration[draw] = 0.0 if one_service else ellison_glaeser(squares, weighted, p, size_squares, n)
        largest[draw] = gather(work, members, mark, draw + 1, queue)[0] / p
    return concentration, largest

"""Undirected graphs in compressed sparse rows.

The neighbours of row i are `indices[indptr[i]:indptr[i + 1]]`, ascending. Every tie stands in both rows; no row holds
itself, none holds a neighbour twice. Indices are unsigned: signed ones make the same loop three times slower.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.core.compile import rule

_ONE = np.uint32(1)


class Csr(NamedTuple):
    """A graph of n rows and m ties."""

    indptr: NDArray[np.uint32]  # [n + 1]
    indices: NDArray[np.uint32]  # [2 m]


@rule
def _scatter(n: int, a: NDArray[np.uint32], b: NDArray[np.uint32]) -> Csr:
    """Both directions of every tie, rows in no order, repetitions kept."""
    indptr = np.zeros(n + 1, np.uint32)
    for e in range(a.size):
        if a[e] != b[e]:
            indptr[a[e] + _ONE] += _ONE
            indptr[b[e] + _ONE] += _ONE
    for i in range(n):
        indptr[i + 1] += indptr[i]
    indices = np.empty(indptr[n], np.uint32)
    free = indptr[:-1].copy()
    for e in range(a.size):
        if a[e] != b[e]:
            indices[free[a[e]]] = b[e]
            indices[free[b[e]]] = a[e]
            free[a[e]] += _ONE
            free[b[e]] += _ONE
    return Csr(indptr, indices)


@rule
def _transpose(graph: Csr) -> tuple[NDArray[np.uint32], NDArray[np.uint32], NDArray[np.uint32]]:
    """Indices of the transposed graph, without repetitions, with where each row begins and ends.

    Rows are read in ascending order, so each transposed row is filled in ascending order, repetitions side by side.
    """
    first = graph.indptr[:-1].copy()
    stop = first.copy()
    indices = np.empty_like(graph.indices)
    for i in range(first.size):
        for k in range(graph.indptr[i], graph.indptr[i + 1]):
            j = graph.indices[k]
            if stop[j] == first[j] or indices[stop[j] - _ONE] != i:
                indices[stop[j]] = i
                stop[j] += _ONE
    return indices, first, stop


@rule
def from_edges(n: int, a: NDArray[np.uint32], b: NDArray[np.uint32]) -> Csr:
    """Graph of n rows with a tie between a[e] and b[e] for every e; loops and repetitions fall away.

    Linear time: a symmetric graph is its own transpose, and transposing sorts.
    """
    indices, first, stop = _transpose(_scatter(n, a, b))
    indptr = np.zeros(n + 1, np.uint32)
    kept = 0
    for i in range(n):
        for k in range(first[i], stop[i]):
            indices[kept] = indices[k]
            kept += 1
        indptr[i + 1] = kept
    return Csr(indptr, indices[:kept].copy())


@rule
def degree(graph: Csr) -> NDArray[np.uint32]:
    """Number of neighbours of each row [n]."""
    return graph.indptr[1:] - graph.indptr[:-1]


@rule
def contains(graph: Csr, i: int, j: int) -> bool:
    """Tell whether rows i and j are tied, by bisection."""
    low, high = np.int64(graph.indptr[i]), np.int64(graph.indptr[i + 1])
    while low < high:
        middle = (low + high) // 2
        if graph.indices[middle] < j:
            low = middle + 1
        else:
            high = middle
    return bool(low < np.int64(graph.indptr[i + 1]) and graph.indices[low] == j)

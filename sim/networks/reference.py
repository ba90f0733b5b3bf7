"""Graphs with published answers, to verify the rules against. Not for scenarios.

Complete graphs are absent on purpose: there, neighbours are a count by group, never a list of ties.
"""

import numpy as np

from sim.core import phases
from sim.core.compile import rule
from sim.core.draws import Key, uniforms
from sim.networks.csr import Csr, from_edges
from sim.networks.pairs import Edges, draw_blocks, make_pairs
from sim.networks.work import team_ties

_TRIES = 100


def random_graph(key: Key, n: int, mean_degree: float) -> Csr:
    """Erdos-Renyi graph of n rows: every pair tied with probability mean_degree / (n - 1)."""
    rows = np.arange(n, dtype=np.int64)
    all_pairs = make_pairs(rows + 1, np.full_like(rows, n), np.zeros_like(rows))
    edges = draw_blocks(key, phases.RANDOM_GRAPH, all_pairs, mean_degree)
    return from_edges(n, edges.a, edges.b)


@rule
def moore_torus(height: int, width: int) -> Csr:
    """Grid closed on itself, every cell tied to its eight neighbours (height and width >= 3); row = y width + x."""
    n = height * width
    edges = Edges(np.empty(4 * n, np.uint32), np.empty(4 * n, np.uint32))
    e = 0
    for y in range(height):
        for x in range(width):
            for dy, dx in ((0, 1), (1, -1), (1, 0), (1, 1)):
                edges.a[e] = y * width + x
                edges.b[e] = ((y + dy) % height) * width + (x + dx) % width
                e += 1
    return from_edges(n, edges.a, edges.b)


def two_cliques(n: int) -> Csr:
    """Two groups without a tie between them, complete inside: rows below n // 2, and the others."""
    edges = team_ties(np.array([0, n // 2, n]))
    return from_edges(n, edges.a, edges.b)


@rule
def _edges(graph: Csr) -> Edges:
    """Every tie once, a < b."""
    edges = Edges(np.empty(graph.indices.size // 2, np.uint32), np.empty(graph.indices.size // 2, np.uint32))
    e = 0
    for i in range(graph.indptr.size - 1):
        for k in range(graph.indptr[i], graph.indptr[i + 1]):
            if i < graph.indices[k]:
                edges.a[e], edges.b[e] = i, graph.indices[k]
                e += 1
    return edges


@rule
def _replace(graph: Csr, i: int, old: int, new: int) -> None:
    """Replace one neighbour of row i."""
    for k in range(graph.indptr[i], graph.indptr[i + 1]):
        if graph.indices[k] == old:
            graph.indices[k] = new
            return


@rule
def _may_tie(graph: Csr, i: int, j: int) -> bool:
    """Tell whether i and j are two rows without a tie (rows in no order)."""
    for k in range(graph.indptr[i], graph.indptr[i + 1]):
        if graph.indices[k] == j:
            return False
    return i != j


@rule
def rewire(key: Key, graph: Csr, share: float) -> Csr:
    """Rewire a share (0..1) of the ties at random, every row keeping its degree.

    Rule     share x ties / 2 times, two random ties a-b and c-d become a-d and c-b, unless this makes a loop or repeats
             a tie (100 tries each). A tie may move twice, so that at a share of 1 about e^-1 of them have not moved
    Source   Maslov & Sneppen 2002, Science 296
    Address  (REWIRING, try, rank of the swap)
    """
    edges = _edges(graph)
    m = edges.a.size
    moved = Csr(graph.indptr, graph.indices.copy())
    for rank in range(int(share * m / 2.0 + 0.5)):
        for attempt in range(_TRIES):
            u_first, u_second, u_side, _ = uniforms(key, phases.REWIRING, attempt, rank)
            e, f = int(u_first * m), int(u_second * m)
            a, b, c, d = edges.a[e], edges.b[e], edges.a[f], edges.b[f]
            if u_side < 0.5:
                c, d = d, c
            if e != f and _may_tie(moved, a, d) and _may_tie(moved, c, b):
                _replace(moved, a, b, d)
                _replace(moved, b, a, c)
                _replace(moved, c, d, b)
                _replace(moved, d, c, a)
                edges.a[e], edges.b[e], edges.a[f], edges.b[f] = a, d, c, b
                break
    return from_edges(graph.indptr.size - 1, edges.a, edges.b)

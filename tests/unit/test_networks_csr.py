"""Graphs in compressed rows."""

import numpy as np
import pytest

from sim.networks.csr import contains, degree, from_edges


def graph(n, *ties):
    ends = np.array(ties, np.uint32).reshape(-1, 2)
    return from_edges(n, ends[:, 0].copy(), ends[:, 1].copy())


def test_ties_stand_in_both_rows_sorted_once_and_without_loops():
    made = graph(5, (3, 1), (1, 3), (1, 0), (2, 2), (4, 1), (3, 1))
    assert made.indptr.tolist() == [0, 1, 4, 4, 5, 6]
    assert made.indices.tolist() == [1, 0, 3, 4, 1, 1]
    assert made.indptr.dtype == made.indices.dtype == np.uint32


def test_degree_counts_neighbours():
    assert degree(graph(4, (0, 1), (1, 2), (1, 0))).tolist() == [1, 2, 1, 0]


@pytest.mark.parametrize("n", [0, 1, 4])
def test_a_graph_may_have_no_tie(n):
    made = graph(n)
    assert made.indptr.tolist() == [0] * (n + 1)
    assert made.indices.size == 0


def test_contains_finds_every_tie_and_no_other():
    ties = {(0, 1), (0, 5), (2, 3), (3, 5)}
    made = graph(6, *ties)
    found = {(i, j) for i in range(6) for j in range(6) if contains(made, i, j)}
    assert found == ties | {(j, i) for i, j in ties}

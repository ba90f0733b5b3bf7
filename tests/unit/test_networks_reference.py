"""The graphs of the literature. Statistical bounds are five standard deviations wide (6e-7 each), seeds are fixed."""

import networkx as nx
import numpy as np
import pytest

from sim.core.draws import make_key
from sim.networks.convert import to_networkx
from sim.networks.csr import contains, degree
from sim.networks.reference import moore_torus, random_graph, rewire, two_cliques

KEY = make_key(31)


def ties_of(graph):
    return set(map(frozenset, to_networkx(graph).edges))


@pytest.mark.parametrize("mean_degree", [0.8, 4.0, 8.0])
def test_a_random_graph_has_poisson_degrees(mean_degree):
    n = 10_000
    degrees = degree(random_graph(KEY, n, mean_degree)).astype(float)
    assert abs(degrees.mean() - mean_degree) < 5.0 * np.sqrt(2.0 * mean_degree / n)
    spread_of_variance = np.sqrt((mean_degree + 2.0 * mean_degree**2) / n)
    assert abs(degrees.var() - mean_degree) < 5.0 * spread_of_variance + 0.01


def test_a_random_graph_of_higher_degree_keeps_its_ties():
    few, many = (ties_of(random_graph(KEY, 500, z)) for z in (2.0, 5.5))
    assert few < many


@pytest.mark.parametrize(("n", "mean_degree", "ties"), [(1, 3.0, 0), (2, 9.0, 1), (6, 5.0, 15), (6, 0.0, 0)])
def test_tiny_random_graphs(n, mean_degree, ties):
    assert len(ties_of(random_graph(KEY, n, mean_degree))) == ties


def test_the_torus_is_the_strong_product_of_two_cycles():
    cycles = nx.strong_product(nx.cycle_graph(5), nx.cycle_graph(7))
    expected = {frozenset((7 * a[0] + a[1], 7 * b[0] + b[1])) for a, b in cycles.edges}
    assert ties_of(moore_torus(5, 7)) == expected


def test_two_cliques_do_not_touch():
    made = two_cliques(9)
    assert degree(made).tolist() == [3] * 4 + [4] * 5
    assert not any(contains(made, i, j) for i in range(4) for j in range(4, 9))


@pytest.mark.parametrize(("share", "kept"), [(0.0, 1.0), (0.1, 0.905), (0.4, 0.670), (1.0, 0.368)])
def test_rewiring_keeps_every_degree_and_moves_its_share(share, kept):
    torus = moore_torus(40, 40)
    moved = rewire(KEY, torus, share)
    assert (degree(moved) == 8).all()
    stayed = len(ties_of(torus) & ties_of(moved)) / len(ties_of(torus))
    assert stayed == pytest.approx(kept, abs=0.02)


def test_a_fully_rewired_torus_loses_its_clustering():
    torus = moore_torus(40, 40)
    assert nx.average_clustering(to_networkx(torus)) == pytest.approx(3 / 7)
    assert nx.average_clustering(to_networkx(rewire(KEY, torus, 1.0))) < 0.06


def test_rewiring_writes_nothing_and_ends_where_nothing_can_move():
    complete = random_graph(KEY, 5, 4.0)
    before = complete.indices.copy()
    assert ties_of(rewire(KEY, complete, 1.0)) == ties_of(complete)
    assert (complete.indices == before).all()
    assert rewire(KEY, random_graph(KEY, 4, 0.0), 1.0).indices.size == 0

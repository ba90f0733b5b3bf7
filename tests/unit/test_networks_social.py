"""The citizens' network against Watts and Strogatz.

Statistical tests have fixed seeds; their bounds are five standard deviations wide (6e-7 each).
"""

import networkx as nx
import numpy as np
import pytest

from sim.core.draws import make_key
from sim.networks.convert import to_networkx
from sim.networks.csr import degree
from sim.networks.social import small_worlds, social_network

KEY = make_key(7)
DISTRICTS = np.array([0, 300, 800, 1000])


def as_ties(edges):
    return [(int(a), int(b)) for a, b in zip(edges.a, edges.b, strict=True)]


def test_without_rewiring_each_district_is_a_ring():
    made = to_networkx(social_network(KEY, DISTRICTS, 8, 0.0, 0.0))
    expected = nx.disjoint_union_all(nx.watts_strogatz_graph(n, 8, 0.0) for n in np.diff(DISTRICTS))
    assert set(map(frozenset, made.edges)) == set(map(frozenset, expected.edges))


@pytest.mark.parametrize("rewiring", [0.1, 0.5, 1.0])
def test_rewiring_keeps_the_number_of_ties_and_the_districts(rewiring):
    ties = as_ties(small_worlds(KEY, DISTRICTS, 8, rewiring))
    assert len(set(map(frozenset, ties))) == len(ties) == 4000
    district = np.searchsorted(DISTRICTS, np.arange(1000), side="right")
    assert all(a != b and district[a] == district[b] for a, b in ties)


def test_the_share_of_moved_ties_is_the_probability():
    ring, moved = (as_ties(small_worlds(KEY, DISTRICTS, 8, p)) for p in (0.0, 0.1))
    share = np.mean([a != b for a, b in zip(ring, moved, strict=True)])
    assert abs(share - 0.1) < 5.0 * np.sqrt(0.09 / 4000) + 0.001


def test_the_same_ties_move_whatever_the_probability():
    ring, few, many = (as_ties(small_worlds(KEY, DISTRICTS, 8, p)) for p in (0.0, 0.1, 0.3))
    moved_few, moved_many = ({e for e in range(4000) if ties[e] != ring[e]} for ties in (few, many))
    assert moved_few < moved_many


def test_ties_between_districts_are_two_percent_on_top():
    made = social_network(KEY, DISTRICTS)
    district = np.searchsorted(DISTRICTS, np.arange(1000), side="right")
    rows = np.repeat(np.arange(1000), degree(made))
    assert (district[rows] != district[made.indices]).sum() == 2 * 80
    assert degree(made).sum() == 2 * (4000 + 80)


def test_small_worlds_are_clustered_and_short():
    worlds = {p: to_networkx(social_network(KEY, np.array([0, 1000]), 8, p, 0.0)) for p in (0.0, 0.1, 1.0)}
    clustering = {p: nx.average_clustering(world) for p, world in worlds.items()}
    path = {p: nx.average_shortest_path_length(world) for p, world in worlds.items()}
    assert clustering[0.0] == pytest.approx(9 / 14)  # 3 (k - 2) / (4 (k - 1))
    assert clustering[0.1] > 0.65 * clustering[0.0] > 10 * clustering[1.0]
    assert path[0.1] < 0.1 * path[0.0] < 7.0


@pytest.mark.parametrize("size", [0, 1, 2, 5, 8, 9])
def test_a_small_district_is_complete(size):
    made = social_network(KEY, np.array([0, size]), 8, 0.5)
    assert degree(made).tolist() == [size - 1] * size


def test_citizens_may_live_without_a_network():
    assert social_network(KEY, DISTRICTS, 0).indices.size == 0


@pytest.mark.parametrize("odd", [3, -2])
def test_a_ring_has_as_many_ties_on_each_side(odd):
    with pytest.raises(ValueError, match="even number"):
        social_network(KEY, DISTRICTS, odd)

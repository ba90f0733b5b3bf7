"""To networkx and back, layer by layer."""

import subprocess
import sys

import networkx as nx
import numpy as np
import pytest

from sim.core.draws import make_key
from sim.networks.chart import tree_from_parents
from sim.networks.convert import from_networkx, to_networkx, tree_from_networkx, tree_to_networkx
from sim.networks.reference import random_graph
from sim.networks.reporting import reporting_tree
from sim.networks.social import social_network
from sim.networks.work import work_network
from sim.population.structure import split_services

KEY = make_key(5)
STRUCTURE = split_services(200, 5)
LAYERS = {
    "work": lambda: work_network(KEY, STRUCTURE.team_first_agent, STRUCTURE.service_first_team, 2.0, 1.5).ties,
    "citizens": lambda: social_network(KEY, np.array([0, 40, 100])),
    "isolated": lambda: random_graph(KEY, 30, 0.5),
    "empty": lambda: random_graph(KEY, 3, 0.0),
}


@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_makes_the_round_trip(layer):
    graph = LAYERS[layer]()
    converted = to_networkx(graph)
    assert converted.number_of_nodes() == graph.indptr.size - 1
    assert 2 * converted.number_of_edges() == graph.indices.size
    back = from_networkx(converted)
    assert (back.indptr == graph.indptr).all()
    assert (back.indices == graph.indices).all()


def test_a_famous_graph_keeps_its_neighbours():
    club = nx.karate_club_graph()
    graph = from_networkx(club)
    for node in club:
        assert graph.indices[graph.indptr[node] : graph.indptr[node + 1]].tolist() == sorted(club[node])


def test_repeated_ties_and_loops_are_left_out():
    graph = from_networkx(nx.MultiGraph([(0, 1), (0, 1), (1, 1), (1, 2)]))
    assert graph.indices.tolist() == [1, 0, 2, 1]


@pytest.mark.parametrize(
    ("graph", "message"), [(nx.DiGraph([(0, 1)]), "to_undirected"), (nx.Graph([("a", "b")]), "nodes must be 0 to 1")]
)
def test_a_graph_that_is_no_layer_is_refused(graph, message):
    with pytest.raises(ValueError, match=message):
        from_networkx(graph)


def test_reporting_lines_are_arrows_to_the_superior():
    converted = tree_to_networkx(reporting_tree([9, 8, 7, 6], 3), np.array([9, 8, 7, 6]))
    assert nx.shortest_path(converted, ("team", 3), ("post", 6)) == [("team", 3), ("post", 3), ("post", 5), ("post", 6)]
    assert converted.nodes["post", 5] == {"level": 2, "span": 2}
    assert converted.nodes["team", 3] == {"agents": 6}
    assert nx.is_arborescence(converted.reverse())


@pytest.mark.parametrize("depth", range(1, 6))
def test_regular_trees_make_the_round_trip(depth):
    sizes = np.diff(STRUCTURE.team_first_agent)
    tree = reporting_tree(sizes, depth)
    back = tree_from_networkx(tree_to_networkx(tree, sizes))
    assert all((a == b).all() for a, b in zip(tree, back, strict=True))


def test_irregular_trees_make_the_round_trip():
    sizes = np.array([9, 8, 7, 6])
    tree, _ = tree_from_parents([-1, 0, 1, 2, 3, 4, 1, 0], [5, 6, 7, 7], sizes.tolist())
    back = tree_from_networkx(tree_to_networkx(tree, sizes))
    assert all((a == b).all() for a, b in zip(tree, back, strict=True))


def test_two_superiors_are_refused():
    graph = tree_to_networkx(reporting_tree([9, 8], 2), np.array([9, 8]))
    graph.add_edge(("post", 0), ("post", 1))
    with pytest.raises(ValueError, match="2 superiors"):
        tree_from_networkx(graph)


def test_networkx_is_imported_only_to_convert():
    code = "import sys, sim.networks.convert; print('networkx' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"

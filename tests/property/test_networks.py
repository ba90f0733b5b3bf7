"""What holds for every network and every reporting tree, whatever the sizes."""

import math

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.core.draws import make_key
from sim.networks.chart import tree_from_parents
from sim.networks.csr import degree, from_edges
from sim.networks.pairs import draw_blocks, draw_ties
from sim.networks.reporting import chain_lengths, hops_to_common, reporting_tree
from sim.networks.social import social_network
from sim.networks.work import GENERATORS, pairs_across, pairs_in_service, work_network
from sim.population.structure import split_services

unhurried = settings(deadline=None, max_examples=60)
keys = st.integers(0, 2**63 - 1).map(make_key)
degrees = st.floats(0.0, 30.0)
team_sizes = st.lists(st.integers(1, 20), min_size=1, max_size=60)


@st.composite
def structures(draw):
    agents = draw(st.integers(1, 120))
    return split_services(agents, draw(st.integers(1, min(agents, 12))), draw(st.floats(2.0, 15.0)))


def rows_of(graph):
    return np.repeat(np.arange(graph.indptr.size - 1), np.diff(graph.indptr))


def ends_of(edges):
    return set(zip(edges.a.tolist(), edges.b.tolist(), strict=True))


def assert_is_a_layer(graph, n):
    """Symmetric, no loops, rows strictly ascending, unsigned."""
    rows = rows_of(graph)
    pairs = set(zip(rows.tolist(), graph.indices.tolist(), strict=True))
    assert graph.indptr.size == n + 1
    assert graph.indptr.dtype == graph.indices.dtype == np.uint32
    assert (rows != graph.indices).all()
    assert (np.diff(rows * n + graph.indices.astype(int)) > 0).all()
    assert pairs == {(j, i) for i, j in pairs}


@unhurried
@given(st.integers(1, 30), st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=80))
def test_any_ties_make_a_layer(n, ties):
    ends = np.array([(a % n, b % n) for a, b in ties], np.uint32).reshape(-1, 2)
    graph = from_edges(n, ends[:, 0].copy(), ends[:, 1].copy())
    assert_is_a_layer(graph, n)
    expected = {(a, b) for a, b in ends.tolist() if a != b}
    found = set(zip(rows_of(graph).tolist(), graph.indices.tolist(), strict=True))
    assert found == expected | {(b, a) for a, b in expected}


@unhurried
@given(keys, structures(), degrees, degrees, st.sampled_from(list(GENERATORS)))
def test_work_networks_are_layers_with_complete_teams(key, structure, z_in, z_x, generator):
    work = work_network(key, structure.team_first_agent, structure.service_first_team, z_in, z_x, generator)
    n = structure.agent_team.size
    assert_is_a_layer(work.ties, n)
    rows = rows_of(work.ties)
    colleagues = np.bincount(rows[structure.agent_team[rows] == structure.agent_team[work.ties.indices]], minlength=n)
    assert (colleagues == np.diff(structure.team_first_agent)[structure.agent_team] - 1).all()
    beyond = rows[structure.agent_service[rows] != structure.agent_service[work.ties.indices]]
    assert (np.flatnonzero(work.crosses) == np.unique(beyond)).all()


@unhurried
@given(keys, structures(), degrees, degrees, st.sampled_from([draw_ties, draw_blocks]))
def test_the_ties_of_a_lower_degree_are_a_subset(key, structure, z, other, generate):
    for pairs in (
        pairs_in_service(structure.team_first_agent, structure.service_first_team),
        pairs_across(structure.service_first_agent),
    ):
        few, many = (generate(key, 1, pairs, mean) for mean in sorted((z, other)))
        assert ends_of(few) <= ends_of(many)


@unhurried
@given(keys, structures(), degrees)
def test_random_ties_are_distinct_and_as_many_as_asked(key, structure, z):
    first = structure.service_first_agent
    edges = draw_ties(key, 1, pairs_across(first), z)
    n_pairs = (int(first[-1]) ** 2 - int((np.diff(first) ** 2).sum())) // 2
    assert len(ends_of(edges)) == edges.a.size == min(n_pairs, math.floor(int(first[-1]) * z / 2 + 0.5 + 1e-6))


@unhurried
@given(
    keys,
    st.lists(st.integers(0, 40), min_size=1, max_size=5),
    st.integers(0, 5),
    st.floats(0.0, 1.0),
    st.floats(0.0, 1.0),
)
def test_citizens_have_the_mean_degree_of_their_ring(key, sizes, half, rewiring, cross):
    first = np.concatenate([[0], np.cumsum(sizes)])
    graph = social_network(key, first, 2 * half, rewiring, cross)
    assert_is_a_layer(graph, int(first[-1]))
    district = np.repeat(np.arange(len(sizes)), sizes)
    rows = rows_of(graph)
    inside = np.bincount(district[rows[district[rows] == district[graph.indices]]], minlength=len(sizes))
    assert inside.tolist() == [size * min(2 * half, max(0, size - 1)) for size in sizes]


@unhurried
@given(team_sizes, st.integers(1, 7))
def test_reporting_trees_are_trees_of_the_asked_depth(sizes, depth):
    tree = reporting_tree(sizes, depth)
    posts = tree.parent.size
    assert tree.parent[-1] == -1
    assert (tree.parent[:-1] > np.arange(posts - 1)).all()
    assert (np.diff(tree.parent[:-1]) >= 0).all()
    assert (chain_lengths(tree) == depth).all()
    assert (tree.span >= 1).all()
    assert tree.span.sum() == sum(sizes) + posts - 1, "field agents are as many whatever the depth"


@st.composite
def charts(draw):
    """Any tree, its posts in any order, with a team under every post that leads no other."""
    n = draw(st.integers(1, 25))
    above = [-1] + [draw(st.integers(0, post - 1)) for post in range(1, n)]
    order = draw(st.permutations(range(n)))
    parent = [-1] * n
    for post in range(1, n):
        parent[order[post]] = order[above[post]]
    idle = [post for post in range(n) if post not in parent]
    manager = draw(st.permutations(idle + draw(st.lists(st.integers(0, n - 1), max_size=5))))
    return parent, manager


def chain(parent, post):
    return [post, *chain(parent, parent[post])] if post >= 0 else []


@unhurried
@given(charts())
def test_any_chart_keeps_its_chains(chart):
    parent, manager = chart
    tree, order = tree_from_parents(parent, manager, [9] * len(manager))
    assert sorted(order.tolist()) == list(range(len(parent)))
    assert (tree.parent[:-1] > np.arange(len(parent) - 1)).all()
    assert (np.diff(tree.level) >= 0).all()
    chains = [chain(parent, post) for post in manager]
    assert [order[row] for row in tree.team_manager] == manager
    assert chain_lengths(tree).tolist() == [len(posts) for posts in chains]
    for a, own in enumerate(chains):
        for b, others in enumerate(chains):
            assert hops_to_common(tree, a, b) == next(i for i, post in enumerate(own, 1) if post in others)


@unhurried
@given(st.integers(1, 3000), st.integers(1, 80), st.floats(2.0, 50.0))
def test_services_and_teams_cover_the_agents(agents, services, team_size):
    services = min(services, agents)
    s = split_services(agents, services, team_size)
    sizes, teams = np.diff(s.service_first_agent), np.diff(s.team_first_agent)
    assert sizes.sum() == teams.sum() == agents == s.agent_team.size
    assert sizes.max() - sizes.min() <= 1
    assert teams.min() >= 1
    assert (s.team_first_agent[s.service_first_team] == s.service_first_agent).all(), "no team across services"
    assert (np.repeat(np.arange(services), sizes) == s.agent_service).all()
    assert (s.team_service[s.agent_team] == s.agent_service).all()
    assert (np.bincount(s.agent_team) == teams).all()


@unhurried
@given(keys, structures())
def test_mean_degree_is_counted_over_all_rows(key, structure):
    work = work_network(key, structure.team_first_agent, structure.service_first_team, 0.0, 0.0)
    sizes = np.diff(structure.team_first_agent)
    assert degree(work.ties).sum() == (sizes * (sizes - 1)).sum()
    assert not work.crosses.any()

"""The work network: densities, places, common luck, tiny cases.

Statistical tests have fixed seeds and refuse at a tail probability of 1e-6 each.
"""

import numpy as np
import pytest
from scipy import stats

from sim.core.draws import make_key
from sim.networks.csr import contains, degree
from sim.networks.pairs import draw_blocks, draw_ties, make_pairs
from sim.networks.work import GENERATORS, pairs_across, pairs_in_service, team_ties, work_network
from sim.population.structure import split_services

REFUSED_BELOW = 1e-6
KEY = make_key(2026)
TOWN = split_services(1850, 46)


def draw(z_in, z_x, generator="ties", structure=TOWN, key=KEY):
    return work_network(key, structure.team_first_agent, structure.service_first_team, z_in, z_x, generator)


def ties_of(graph):
    rows = np.repeat(np.arange(graph.indptr.size - 1), np.diff(graph.indptr))
    return {(int(i), int(j)) for i, j in zip(rows, graph.indices, strict=True) if i < j}


def by_place(graph, structure=TOWN):
    """Ties inside teams, between teams of one service, across services."""
    places = ([], [], [])
    for i, j in ties_of(graph):
        same_service = structure.agent_service[i] == structure.agent_service[j]
        same_team = structure.agent_team[i] == structure.agent_team[j]
        places[0 if same_team else 1 if same_service else 2].append((i, j))
    return tuple(set(place) for place in places)


@pytest.mark.parametrize("generator", GENERATORS)
def test_teams_are_complete(generator):
    team, _, _ = by_place(draw(2.0, 1.5, generator).ties)
    sizes = np.diff(TOWN.team_first_agent)
    assert len(team) == (sizes * (sizes - 1) // 2).sum()


@pytest.mark.parametrize(("z_in", "z_x"), [(2.0, 1.5), (0.0, 5.0), (3.3, 0.0), (0.7, 0.2)])
def test_random_ties_have_the_exact_number(z_in, z_x):
    _, service, across = by_place(draw(z_in, z_x).ties)
    assert len(service) == int(1850 * z_in / 2 + 0.5)
    assert len(across) == int(1850 * z_x / 2 + 0.5)


def test_blocks_have_the_same_densities():
    _, service, across = by_place(draw(2.0, 1.5, "block").ties)
    for ties, z in ((service, 2.0), (across, 1.5)):
        n_pairs, p = 10**9, 1850 * z / 2 / 10**9
        tail = stats.binom.sf(abs(len(ties) - 1850 * z / 2) + 1850 * z / 2, n_pairs, p)
        assert tail > REFUSED_BELOW / 2


@pytest.mark.parametrize("generator", GENERATORS)
def test_who_looks_beyond_the_service_is_marked(generator):
    made = draw(2.0, 0.8, generator)
    _, _, across = by_place(made.ties)
    assert 0.3 < made.crosses.mean() < 0.9
    assert set(np.flatnonzero(made.crosses)) == {end for tie in across for end in tie}
    assert made.crosses.dtype == np.uint8


@pytest.mark.parametrize("generator", GENERATORS)
def test_transversality_moves_no_tie_inside_a_service(generator):
    few, many = (by_place(draw(2.0, z_x, generator).ties) for z_x in (0.5, 4.0))
    assert few[1] == many[1]
    assert few[2] < many[2]
    other = by_place(draw(6.0, 0.5, generator).ties)
    assert other[2] == few[2]
    assert other[1] > few[1]


@pytest.mark.parametrize("generator", GENERATORS)
@pytest.mark.parametrize("structure", [split_services(60, 3, 5.0), split_services(7, 3, 2.0)], ids=["small", "tiny"])
def test_ties_of_a_lower_degree_are_a_subset_up_to_the_complete_graph(generator, structure):
    n = structure.agent_team.size
    previous = set()
    for z in (0.0, 0.3, 1.0, 2.5, 7.0, 20.0, 39.9, 1000.0):
        ties = ties_of(draw(z, z, generator, structure).ties)
        assert previous <= ties
        previous = ties
    assert len(previous) == n * (n - 1) // 2


@pytest.mark.parametrize("generator", GENERATORS)
def test_another_seed_draws_other_ties(generator):
    one, other = (ties_of(draw(2.0, 1.5, generator, key=make_key(seed)).ties) for seed in (1, 2))
    assert len(one - other) > 1000


@pytest.mark.parametrize("generator", GENERATORS)
@pytest.mark.parametrize(
    ("agents", "services", "team_size"), [(1, 1, 9.0), (2, 2, 9.0), (9, 1, 9.0), (20, 1, 5.0), (20, 20, 9.0)]
)
def test_tiny_worlds_get_the_ties_there_are(generator, agents, services, team_size):
    structure = split_services(agents, services, team_size)
    made = draw(100.0, 100.0, generator, structure)
    assert (degree(made.ties) == agents - 1).all()
    assert made.crosses.tolist() == [1 if services > 1 else 0] * agents


@pytest.mark.parametrize("generate", [draw_ties, draw_blocks])
def test_every_allowed_pair_is_as_likely(generate):
    structure = split_services(12, 2, 2.0)
    pairs = pairs_in_service(structure.team_first_agent, structure.service_first_team)
    counts = np.zeros((12, 12))
    for seed in range(3000):
        edges = generate(make_key(seed), 1, pairs, 1.0)
        for tie in {(int(a), int(b)) for a, b in zip(edges.a, edges.b, strict=True)}:
            counts[tie] += 1
    allowed = counts[counts > 0]
    assert allowed.size == (pairs.stop - pairs.first).sum() == 24
    assert allowed.sum() == pytest.approx(3000 * 6, rel=0.03)
    assert stats.chisquare(allowed).pvalue > REFUSED_BELOW


def test_services_of_unequal_size_have_the_same_mean_degree():
    sizes = [20, 200]
    first = np.array([0, 20, 220])
    stop = np.concatenate([np.repeat(np.arange(5, 21, 5), 5), np.repeat(np.arange(30, 221, 10), 10)])
    group = np.repeat([0, 1], sizes)
    pairs = make_pairs(stop, first[group + 1], group)
    for generate in (draw_ties, draw_blocks):
        degrees = np.zeros(220)
        for seed in range(100):
            edges = generate(make_key(seed), 1, pairs, 2.0)
            np.add.at(degrees, np.concatenate([edges.a, edges.b]), 0.01)
        means = [degrees[group == g].mean() for g in (0, 1)]
        assert means == pytest.approx([2.0, 2.0], abs=0.25)


def test_pairs_without_any_weight_give_no_tie():
    alone = pairs_across(np.array([0, 7]))
    assert draw_ties(KEY, 1, alone, 3.0).a.size == draw_blocks(KEY, 1, alone, 3.0).a.size == 0


def test_team_ties_are_listed_once():
    edges = team_ties(np.array([0, 3, 3, 5]))
    assert list(zip(edges.a.tolist(), edges.b.tolist(), strict=True)) == [(0, 1), (0, 2), (1, 2), (3, 4)]


def test_an_unknown_generator_is_refused():
    with pytest.raises(KeyError, match="grid"):
        draw(2.0, 1.5, "grid")


def test_the_network_is_symmetric():
    ties = draw(2.0, 1.5).ties
    assert all(contains(ties, j, i) for i, j in ties_of(ties))

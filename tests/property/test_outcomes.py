"""What must hold in every world: names of services and order of agents mean nothing; networkx agrees."""

import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.outcomes.catalogue import catalogue, measure
from sim.outcomes.chance import null
from sim.outcomes.islets import patches
from tests.unit.outcome_world import network, observed

BY_CHANCE = {"concentration_p", "concentration_quantile", "largest_group_quantile"}


@st.composite
def worlds(draw):
    """Anyone anywhere: sizes, services, ties, who practises, who was an ambassador."""
    n = draw(st.integers(2, 30))
    services = draw(st.integers(1, 5))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    density, share = draw(st.sampled_from([0.0, 0.05, 0.2, 0.6])), draw(st.sampled_from([0.0, 0.1, 0.4, 1.0]))
    tied = np.triu(rng.random((n, n)) < density, 1)
    service = rng.integers(0, services, n)
    return {
        "n": n,
        "services": services,
        "ties": [(int(i), int(j)) for i, j in np.argwhere(tied)],
        "service": service,
        "service_sizes": np.bincount(service, minlength=services),
        "practises": rng.random(n) < share,
        "twin_practises": rng.random(n) < 0.1,
        "ever_ambassador": rng.random(n) < 0.2,
        "involved": rng.random(n) < 0.2,
        "cynicism": rng.random(n),
        "twin_cynicism": rng.random(n),
    }


def permuted(world, order):
    """The same world, agents standing in another order."""
    columns = ("service", "practises", "twin_practises", "ever_ambassador", "involved", "cynicism", "twin_cynicism")
    place = np.argsort(order)
    ties = [(min(place[i], place[j]), max(place[i], place[j])) for i, j in world["ties"]]
    return world | {"ties": ties} | {name: world[name][order] for name in columns}


def assert_same(here, there):
    """Equal, sums of floats up to rounding; what is drawn is the same in distribution only."""
    for name in here:
        if name not in BY_CHANCE:
            assert here[name] == pytest.approx(there[name], abs=1e-12, nan_ok=False), name


@settings(max_examples=60, deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_names_of_services_mean_nothing(world, random):
    names = list(range(world["services"]))
    random.shuffle(names)
    relabelled = np.array(names)
    sizes = np.empty_like(world["service_sizes"])
    sizes[relabelled] = world["service_sizes"]
    renamed = world | {"service": relabelled[world["service"]], "service_sizes": sizes}
    here, there = measure(observed(**world)), measure(observed(**renamed))
    assert here == there  # the draws too: they shuffle agents, not services


@settings(max_examples=60, deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_order_of_agents_means_nothing(world, random):
    order = list(range(world["n"]))
    random.shuffle(order)
    assert_same(measure(observed(**world)), measure(observed(**permuted(world, np.array(order)))))


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_groups_agree_with_networkx(world):
    seen = observed(**world)
    graph = nx.Graph(world["ties"])
    graph.add_nodes_from(range(world["n"]))
    practising = graph.subgraph(np.flatnonzero(world["practises"]).tolist())
    sizes = [len(group) for group in nx.connected_components(practising)]
    assert patches(seen) == (max(sizes, default=0), sizes.count(1), sum(size**2 for size in sizes))


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_segregation_agrees_with_networkx(world):
    graph = nx.Graph(world["ties"])
    for row in graph:
        graph.nodes[row]["practises"] = bool(world["practises"][row])
    value = measure(observed(**world))["segregation"]
    ends = {graph.nodes[row]["practises"] for row in graph}
    if len(ends) < 2:
        assert value is None
    else:
        assert value == pytest.approx(nx.attribute_assortativity_coefficient(graph, "practises"))


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_concentration_agrees_with_its_definition(world):
    inside = np.bincount(world["service"][world["practises"]], minlength=world["services"])
    p, w = inside.sum(), world["service_sizes"] / world["n"]
    value = measure(observed(**world))["concentration"]
    if p < 2 or (w == 1).any():
        assert value is None
    else:
        spread = ((inside / p - w) ** 2).sum() / (1 - (w**2).sum())
        assert value == pytest.approx((spread - 1 / p) / (1 - 1 / p), abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_declared_ranges_hold_in_any_world(world):
    """`measure` raises where they do not; an infinite bound is a bound nobody could state."""
    values = measure(observed(**world))
    assert all(value is None or math.isfinite(value) for value in values.values())
    assert values.keys() == {spec.name for spec in catalogue()}


@settings(max_examples=30, deadline=None)
@given(worlds())
def test_what_chance_gives_keeps_the_number_of_practitioners(world):
    """A largest group is a whole number of practitioners, between one and all."""
    seen = observed(**world)
    chance, p = null(seen), int(world["practises"].sum())
    if chance is not None:
        groups = chance.largest * p
        assert np.allclose(groups, groups.round())
        assert groups.min() >= 1 - 1e-9 and groups.max() <= p + 1e-9


def test_ties_may_be_given_in_any_direction():
    """The network is symmetric whatever the order of the ends."""
    there, back = network(4, [(0, 1), (1, 3)]), network(4, [(1, 0), (3, 1)])
    assert there.indices.tolist() == back.indices.tolist()

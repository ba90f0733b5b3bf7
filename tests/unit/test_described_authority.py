"""The world of an organisation as described: its services, its teams, its posts, and what else follows from them."""

import numpy as np
import pytest

from experiments.why.candidates import CANDIDATES
from sim.build import build
from sim.config import resolved, validate, with_values
from sim.core.draws import make_key
from sim.networks.chart import posts_of_services, starting_tree, tree_from_parents
from sim.networks.reporting import chain_lengths
from sim.population.structure import split_services, structure_of
from sim.simulation import simulate
from sim.timeline.prices import count_of
from tests.unit.test_config_chart import POSTS, SERVICES, town


def world_of(chart, **keys):
    return build(resolved(validate(town(chart, **keys))), make_key(1))


def test_services_and_teams_are_those_described():
    world = world_of({"services": SERVICES}).world
    assert world.services.size.tolist() == [40, 12, 8]
    assert world.teams.size.tolist() == [10, 10, 10, 10, 12, 8]
    assert world.teams.service.tolist() == [0, 0, 0, 0, 1, 2]
    assert world.teams.chain_length.tolist() == [4, 4, 4, 4, 3, 1]


def test_teams_of_a_service_that_does_not_say_its_managers_have_the_usual_size():
    config = resolved(validate(town({"services": [{"field_agents": 85}, {"field_agents": 3}]})))
    sizes = np.diff(structure_of(config.authority, config.chart).team_first_agent)
    assert sizes.tolist() == [*np.diff(split_services(85, 1).team_first_agent), 3]


def test_contact_with_the_public_is_by_service():
    services = [{"field_agents": 300, "front_share": share} for share in (0.0, 1.0, None)]
    world = world_of({"services": services}).world
    front = np.bincount(world.field_agents.service, weights=world.field_agents.front)
    assert front.tolist()[:2] == [0, 300]
    assert front[2] / 300 == pytest.approx(0.6, abs=0.1)


def test_equal_services_are_the_drawn_ones():
    drawn = town({}, authority={"field_agents": 240, "services": 6, "inhabitants": 12_000, "simulated_citizens": 200})
    said = town({"services": [{"field_agents": 40}] * 6}, authority=drawn["authority"])
    here, there = (build(resolved(validate(each)), make_key(3)).world for each in (said, drawn))
    assert (here.field_agents.front == there.field_agents.front).all()
    assert here.services.size.tolist() == there.services.size.tolist()


def test_a_chart_by_post_is_taken_as_it_is():
    start = world_of(POSTS, hierarchy={"depth": 3})
    world = start.world
    assert world.teams.size.tolist() == [10, 5, 9]  # service by service
    assert world.teams.chain_length.tolist() == [3, 2, 2]
    assert world.managers.parent.size == 4
    assert sorted(start.tree.span.tolist()) == [2, 6, 9, 10]


@pytest.mark.parametrize(
    ("levels", "teams", "at_level"),
    [
        ([3] * 14, [3] * 14, [42, 14, 4, 1]),
        ([3] * 14, [3] * 8 + [1] * 6, [30, 11, 3, 1]),  # six chiefs alone in their service share directors too
        ([2, 2, 1, 0], [4, 1, 3, 2], [9, 1, 1]),
        ([0], [3], [1]),
        ([6], [1], [1] * 7),
    ],
)
def test_levels_left_are_shared_from_the_lowest_up(levels, teams, at_level):
    parents, managers = posts_of_services(levels, teams)
    tree, _ = tree_from_parents(parents, managers, [9] * len(managers))
    assert chain_lengths(tree).tolist() == (np.repeat(levels, teams) + 1).tolist()
    assert len(parents) == sum(at_level)
    if len(set(levels)) == 1 and len(set(teams)) == 1:
        assert np.bincount(tree.level)[1:].tolist() == at_level


def test_without_services_the_tree_is_the_drawn_one():
    config, sizes = validate({}), np.array([9, 8, 9])
    assert starting_tree(config.chart, 3, sizes, np.zeros(3, int)).parent.tolist() == [3, 3, 4, 5, 5, -1]


def test_prices_count_the_posts_and_services_described():
    config = resolved(validate(town({"services": SERVICES})))
    assert count_of(config, "service") == 3
    assert count_of(config, "manager") == world_of({"services": SERVICES}).world.managers.parent.size == 8
    assert count_of(config, "field_agent") == 60


def test_a_reorganisation_makes_a_described_tree_regular():
    asked = [{"name": "reorganisation", "month": 12, "value": 4}]
    keys = {"horizon_months": 36, "observe_months": [30]}
    plain, made = (
        simulate(validate(town({"services": SERVICES}, interventions=each, **keys)), 5) for each in ([], asked)
    )
    assert (plain.monthly["managers"] == 8).all()
    assert made.monthly["managers"][11] == 8
    assert made.monthly["managers"][-1] == 6 + 3 + 2 + 1
    assert (made.service_sizes == [40, 12, 8]).all()


def test_the_cause_of_too_many_levels_can_be_taken_away_from_described_services():
    depth = next(candidate for candidate in CANDIDATES if candidate.name == "depth")
    config = resolved(validate(town({"services": SERVICES})))
    flat = build(with_values(config, depth.changes(config)), make_key(1)).world
    assert flat.teams.chain_length.tolist() == [2, 2, 2, 2, 2, 1]
    by_post = validate(town(POSTS, hierarchy={"depth": 3}))
    assert not depth.applies(by_post, None)

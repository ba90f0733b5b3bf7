"""A reorganisation in mid-run: who and what stays, who gets which post, where items wait."""

import numpy as np
import pytest

from experiments.plan import Scenario
from experiments.trace import organisation_trace
from sim import ParticipationModel
from sim.agents.views import Elu, Manager
from sim.core import codes
from sim.networks.reporting import reporting_tree
from sim.reorganisation import chains, last_gate, same_height, stances
from sim.run import Live
from tests.property.test_interventions import MONTHS, asked, columns, configured, lived

SLOW = {"relay.intercept": -1.5, "relay.drop": 0.01, "authority.field_agents": 90}


def reorganised(before, after):
    """A world just before month 14 and just after it was reorganised."""
    config = configured(SLOW | {"hierarchy.depth": before} | asked("reorganisation", value=after))
    live = Live(config, 1, months=MONTHS)
    live.advance(14)
    old = live.world
    live.reading()
    return old, live.world, live


@pytest.mark.parametrize("depth", range(1, 8))
def test_the_same_depth_changes_nothing(depth):
    here = lived(SLOW | {"hierarchy.depth": depth})
    there = lived(SLOW | {"hierarchy.depth": depth} | asked("reorganisation", value=depth))
    price = {"days_levers", "agent_days"}
    one, other = columns(here), columns(there)
    assert {name for name in one if one[name] != other[name]} <= price


@pytest.mark.parametrize("before", [1, 2, 4, 7])
@pytest.mark.parametrize("after", [1, 3, 4, 6])
def test_people_and_items_are_kept(before, after):
    old, new, live = reorganised(before, after)
    for table in ("field_agents", "services", "elus", "citizens"):
        assert getattr(old, table) is getattr(new, table)
    n = int(new.authority[0]["n_items"])
    assert n == old.authority[0]["n_items"] > 0
    for column in ("author", "month", "kind", "state", "by_practitioner", "citizen"):
        assert np.array_equal(getattr(old.items, column), getattr(new.items, column))
    assert new.managers.stance[-1] == old.managers.stance[-1]
    assert new.managers.level.max() == after and new.managers.agents_below[-1] == 90
    ways = chains(live.tree)
    climbing = np.flatnonzero(new.items.state[:n] == codes.CLIMBING)
    for k in climbing:
        way = ways[new.field_agents.team[new.items.author[k]]]
        assert 1 <= new.items.hops_left[k] <= len(way) - way.index(new.items.at[k])
    live.advance(MONTHS)
    created, log = live.log.monthly["items_created"].sum(), live.log.monthly
    gone = sum(log[name].sum() for name in ("items_done", "items_dropped", "items_refused"))
    assert created == gone + log["items_waiting"][-1]


def test_posts_spans_and_payroll_follow():
    log = lived(SLOW | asked("reorganisation", value=2)).log.monthly
    teams = lived(SLOW).world.teams.size
    assert (log["managers"][:14] == reporting_tree(teams, 4).parent.size).all()
    assert (log["managers"][14:] == teams.size + 1).all()


def test_each_post_goes_to_who_led_most_of_its_agents():
    sizes = np.array([9, 9, 9, 10, 9, 9, 9, 9])
    old, new = reporting_tree(sizes, 2), reporting_tree(sizes, 3)
    stance = np.arange(9) / 10.0
    found = stances(stance, chains(old), chains(new), new, sizes)
    middle = np.flatnonzero(new.level == 2)
    assert np.array_equal(found[:8], stance[:8]) and found[-1] == stance[-1]
    first = [np.flatnonzero(new.parent == post) for post in middle]
    assert [found[post] for post in middle] == [stance[rows[np.argmax(sizes[rows])]] for rows in first]


def test_posts_that_only_the_dgs_led_before_get_newcomers():
    old, new, _ = reorganised(1, 3)
    assert old.managers.stance.size == 1
    assert len(set(new.managers.stance.tolist())) > 3


def test_heights():
    assert [same_height(k, 4, 4) for k in range(4)] == [0, 1, 2, 3]
    assert [same_height(k, 5, 3) for k in range(5)] == [0, 0, 1, 1, 2]
    assert same_height(0, 1, 6) == 0


@pytest.mark.parametrize("old", range(1, 8))
@pytest.mark.parametrize("new", range(1, 8))
def test_the_decider_is_that_of_the_new_organisation(old, new):
    assert last_gate(codes.QUICK, 0, old, new) == 0
    assert last_gate(codes.MIDDLE, (old + 1) // 2 - 1, old, new) == (new + 1) // 2 - 1
    assert last_gate(codes.POLITICAL, old - 1, old, new) == new - 1


def test_it_happens_to_the_twin_too_and_whole_or_in_steps():
    values = SLOW | asked("reorganisation", value=6)
    assert lived(values, twin=True).world.managers.level.max() == 6
    config = configured(values)
    steps = Live(config, 1, months=MONTHS)
    for month in range(MONTHS):
        steps.advance(month + 1)
    assert columns(steps) == columns(lived(values))


def test_views_of_posts_are_renewed():
    model = ParticipationModel(configured(SLOW | asked("reorganisation", month=3, value=2)), rng=1)
    posts, seats = len(model.agents_by_type[Manager]), len(model.agents_by_type[Elu])
    for _ in range(4):
        model.step()
    renewed = model.agents_by_type[Manager]
    assert len(renewed) == model.world.managers.stance.size < posts
    assert len(model.agents_by_type[Elu]) == seats
    assert [view.unique_id for view in model.agents] == list(range(1, len(model.agents) + 1))
    assert all(view.level in (1, 2) for view in renewed)


def test_a_chart_is_that_of_the_last_organisation():
    config = configured(SLOW | asked("reorganisation", value=2))
    trace = organisation_trace(Scenario("essai", config), 1, (5, 13, 14, 30))
    assert trace.months_chosen.tolist() == [14, 30]
    assert trace.manager_stance.shape == (2, trace.level.size) and trace.level.max() == 2

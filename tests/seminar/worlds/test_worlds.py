"""A world is the run itself, byte by byte; two worlds with the same luck agree until what differs between them."""

import json

import numpy as np
import pytest

from experiments.seminar.cases import open_case
from experiments.seminar.coding import array_of, block, read_block, states_of
from experiments.seminar.question import Event, Question, plan_for
from experiments.seminar.reasons import CODES, NAMES
from experiments.seminar.strip import ABSENT, ACTS, CHANGED, STOPPED
from experiments.seminar.worlds import as_world, live_through, world_of
from sim.core import codes
from sim.run import Live
from sim.simulation import simulate

SIMULATION = 6


@pytest.fixture(scope="module")
def case():
    return open_case("fictional_epci")


def lived(case, *events, levers=()):
    plan = plan_for(case, Question(case.id, levers, events, SIMULATION))
    return live_through(plan.config(0, SIMULATION), plan.seed(SIMULATION))


@pytest.fixture(scope="module")
def original(case):
    return lived(case)


def test_a_world_is_the_run_that_every_command_gives(case, original):
    plan = plan_for(case, Question(case.id))
    record = simulate(plan.config(0, SIMULATION), plan.seed(SIMULATION))
    assert original.record.verdicts == record.verdicts
    assert original.record.outcomes == pytest.approx(record.outcomes, nan_ok=True)
    for name, values in record.monthly.items():
        assert np.array_equal(original.record.monthly[name], values, equal_nan=True), name
    assert np.array_equal(original.record.twin_monthly["practice"], record.twin_monthly["practice"])


def test_what_is_decoded_is_what_was_encoded(case, original):
    world, layout = as_world(original, Question(case.id, simulation=SIMULATION).as_json())
    assert np.array_equal(states_of(json.loads(json.dumps(world))), original.film.states)
    assert read_block(block(world)) == json.loads(json.dumps(world))
    assert world["layout"] == layout["id"]


def test_the_curve_counts_the_states(original, case):
    world, layout = as_world(original, {})
    rows = layout["rows"]
    first = rows["elu"] + rows["manager"]
    agents = states_of(world)[:, first : first + rows["field_agent"]]
    assert (agents & ACTS).mean(axis=1) == pytest.approx(world["curve"], abs=1e-5)
    assert world["months"] == len(world["curve"]) == len(world["twin"]) == case.months


@pytest.mark.parametrize("event", ["head_leaves", "alternance", "dgs_leaves", "budget_cut", "pilot_success"])
def test_an_event_changes_nothing_before_its_month(case, original, event):
    month = 24
    changed = lived(case, Event(event, month))
    before, after = original.film.states, changed.film.states
    assert np.array_equal(before[:month], after[:month])
    assert np.array_equal(original.film.reasons[:month], changed.film.reasons[:month])
    if event != "budget_cut":  # whose first effect may wait for the next renewal of the money
        assert not np.array_equal(before[month:], after[month:])


def test_a_lever_where_it_stands_already_changes_nothing(case, original):
    own = case.levers["sponsorship.level"]
    assert np.array_equal(lived(case, levers=(("sponsorship.level", own),)).film.states, original.film.states)


def test_a_named_successor_takes_the_seat(case):
    month = 24
    strong, weak = (lived(case, Event("head_leaves", month, level)) for level in (0.8, 0.2))
    for run, level in ((strong, 0.8), (weak, 0.2)):
        assert run.live.plan.mandates.conviction[month + 1, 0] == level
        assert run.film.reasons[month, 0] == CODES["empty_seat"]
        assert run.film.reasons[month + 1, 0] == CODES["new_elu"]
    assert np.array_equal(strong.film.states[:month], weak.film.states[:month])


def test_a_reorganisation_adds_posts_and_moves_nobody(case, original):
    month, depth = 30, 3
    changed = lived(case, Event("reorganisation", month, depth))
    world, layout = as_world(changed, {})
    level = array_of(layout["manager"]["level"], "u1")
    first, until = (array_of(layout["manager"][name], "u2") for name in ("from", "until"))
    posts = states_of(world)[:, layout["rows"]["elu"] :][:, : level.size]
    assert set(zip(first.tolist(), until.tolist(), strict=True)) == {(0, month), (month, 65_535)}
    for at in (0, month - 1, month, case.months - 1):
        there = (first <= at) & (at < until)
        assert np.array_equal((posts[at] & ABSENT) == 0, there)
        assert level[there].max() == (4 if at < month else depth)
    kept = layout["rows"]["elu"] + int((first == 0).sum())
    assert np.array_equal(changed.film.states[:month, :kept], original.film.states[:month, :kept])


def test_every_change_of_an_act_has_a_reason_and_every_newcomer_is_marked(original):
    states, reasons = original.film.states, original.film.reasons
    turned = ((states[1:] ^ states[:-1]) & ACTS).astype(bool)
    assert turned.sum() > 50
    assert (reasons[1:][turned] != CODES["none"]).all()
    assert ((states & CHANGED) > 0)[reasons == CODES["newcomer"]].all()
    assert not ((states & ACTS) & ((states & STOPPED) >> 1)).any()


def test_those_who_leave_are_those_of_the_model(original):
    newcomers = (original.film.reasons == CODES["newcomer"]).sum(axis=1)
    assert np.array_equal(newcomers, original.record.monthly["left"])
    assert newcomers.sum() > 100


def test_who_joins_is_told_so(original):
    joined = (original.film.reasons == CODES["joined"]).sum()
    members = original.record.config.programme.ambassadors
    assert 0 < joined <= members


def test_a_layout_says_who_reports_to_whom(original):
    _, layout = as_world(original, {})
    rows, manager, agent = layout["rows"], layout["manager"], layout["field_agent"]
    parent, level = array_of(manager["parent"], "i4"), array_of(manager["level"], "u1")
    assert parent[0] == -1 and level[0] == 4
    assert (level[parent[1:]] == level[1:] + 1).all()
    boss = array_of(agent["manager"], "i4")
    assert (level[boss] == 1).all()
    own = array_of(agent["service"], "u2")
    assert (array_of(manager["first_service"], "u2")[boss] <= own).all()
    assert (own <= array_of(manager["last_service"], "u2")[boss]).all()
    assert (array_of(manager["service"], "i2")[boss] == own).all()
    assert len(layout["services"]) == own.max() + 1
    assert len(layout["elu_role"]) == rows["elu"]


def test_drawn_ties_are_ties_of_the_model(original):
    _, layout = as_world(original, {})
    ties = array_of(layout["ties"], "u4").reshape(-1, 2)
    work = original.live.networks.work
    assert 0 < len(ties) <= 1_500
    assert len(np.unique(ties, axis=0)) == len(ties)
    for a, b in ties[::50]:
        assert b in work.indices[work.indptr[a] : work.indptr[a + 1]]


def test_flags_stand_where_things_happen(case):
    run = lived(case, Event("alternance", 20), Event("pilot_success", 40))
    world, _ = as_world(run, {})
    flags = {flag["id"]: flag["month"] for flag in world["flags"]}
    active = np.flatnonzero(run.record.monthly["programme_active"])
    assert flags["programme_starts"] == active[0] == 12
    assert flags["pilot_success"] == 40
    assert flags["observed"] == world["read_at"][-1]
    changes = [flag for flag in world["flags"] if flag["id"] == "head_changes"]
    assert changes[0]["month"] == 20 and "Alternance" in changes[0]["text"]["fr"]
    assert [flag["month"] for flag in world["flags"]] == sorted(flag["month"] for flag in world["flags"])


def test_a_world_is_light(case):
    world, _ = world_of(open_case("transfo"), Question("transfo", (("sponsorship.level", 0.9),), (), SIMULATION))
    assert len(world["changes"]) < 25_000


def test_every_reason_has_its_words():
    from experiments.seminar.reasons import catalogue_of_reasons

    told = catalogue_of_reasons()
    assert [each["id"] for each in told] == list(range(len(NAMES)))
    assert all(each["fr"] and each["en"] for each in told[1:])


def test_the_seats_of_the_élus_are_those_of_the_model(case, original):
    n = original.live.world.elus.role.size
    assert n == original.live.plan.mandates.change.shape[1]
    empty = original.live.plan.mandates.change == codes.EMPTY_SEAT
    assert np.array_equal(original.film.reasons[:, :n] == CODES["empty_seat"], empty)


def test_a_run_is_not_changed_by_being_written_down(case, original):
    plan = plan_for(case, Question(case.id))
    live = Live(plan.config(0, SIMULATION), plan.seed(SIMULATION))
    live.advance(live.months)
    assert np.array_equal(live.world.managers.stance, original.live.world.managers.stance)
    assert np.array_equal(live.world.citizens.trust, original.live.world.citizens.trust)

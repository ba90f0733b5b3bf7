"""What must hold in every month of every world, whatever its size, its rules and its luck."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.config import put, resolved, validate
from sim.core import codes
from sim.observation import COLUMNS
from sim.run import Live
from sim.simulation import twin_config

MONTHS = 26
unhurried = settings(deadline=None, max_examples=40)
seeds = st.integers(0, 2**63 - 1)
share = st.floats(0.0, 1.0)
often = st.sampled_from([0.0, 0.05, 0.3, 1.0])


def ranged(*names):
    return {name: share for name in names}


@st.composite
def worlds(draw, programme=None):
    """A small authority under any rule, network, device and politics; `programme`: with one or not, None = either."""
    n = draw(st.sampled_from([24, 36, 60, 90]))
    enabled = draw(st.booleans()) if programme is None else programme
    choices = {
        "authority.team_size": st.sampled_from([2.0, 5.0, 9.0]),
        "authority.simulated_citizens": st.sampled_from([0, 80]),
        "authority.type": st.sampled_from(["commune", "departement", "region"]),
        "authority.initial_practice": often,
        "hierarchy.depth": st.integers(1, 7),
        "network.generator": st.sampled_from(["ties", "block", "random", "torus", "complete"]),
        "network.rewiring": share,
        "adoption.form": st.sampled_from(["logistic", "logistic", "logistic", "threshold", "hazard"]),
        "adoption.contagion": st.sampled_from(["complex", "simple"]),
        "adoption.measure": st.sampled_from(["count", "fraction"]),
        "adoption.updating": st.sampled_from(["synchronous", "sequential"]),
        "adoption.intercept": st.floats(-8.0, 2.0),
        "abandonment.intercept": st.floats(-4.0, 2.0),
        "cynicism.rivalry": often,
        "mobility.rate": st.sampled_from([0.0, 0.005, 0.2]),
        "voice.base": often,
        "relay.intercept": st.floats(-3.0, 3.0),
        "citizens.join": st.floats(-5.0, 2.0),
        "sponsorship.departure_month": st.one_of(st.none(), st.integers(0, MONTHS)),
        "sponsorship.succession": st.sampled_from(["same_majority", "alternance", "merger"]),
        "lab.intercept": st.floats(-4.0, 3.0),
        "programme.start_month": st.integers(0, 8),
        "programme.duration_months": st.integers(1, 16),
        "programme.ambassadors": st.integers(0, n),
        "programme.permanent": st.booleans(),
        "programme.recruitment": st.sampled_from(["diverse", "clustered", "directed", "random"]),
        "programme.ties": st.sampled_from(["clique", "star", "none"]),
        "programme.launch": st.sampled_from(["given", "given", "test"]),
        "programme.salience": st.sampled_from([0.0, 2.0]),
        "programme.offers_per_year": st.sampled_from([1.0, 4.0, 12.0]),
        "programme.effective_depth": st.integers(1, 7),
        "programme.lead": st.booleans(),
        "programme.instrument": st.booleans(),
        "programme.flash_rate": st.sampled_from([0.0, 0.5]),
        "cost.agent_days_per_month": st.sampled_from([0.0, 3.0, 20.0]),
    } | ranged(
        "sponsorship.level", "sponsorship.district", "sponsorship.involvement", "sponsorship.administration",
        "sponsorship.debate", "hierarchy.transversality", "hierarchy.signal_retention", "formal.project", "formal.job",
        "formal.articulation", "formal.communication", "management.stance", "decision.acceptance", "decision.reasons",
        "relay.drop", "programme.abort_hazard", "programme.dropout_late", "cynicism.abort_shock",
    )  # fmt: skip
    values = {key: draw(kind) for key, kind in choices.items()}
    values["cynicism.abort_shock"] *= 0.95
    services = draw(st.integers(1, min(6, int(n / values["authority.team_size"]))))
    values |= {"authority.field_agents": n, "authority.services": services, "programme.enabled": enabled}
    values |= {"programme.flash_people": 12, "programme.recruitment_services": 1, "management.stance_spread": 0.0}
    districts = 0 if values["authority.type"] == "region" else 3
    values |= {"authority.inhabitants": 300_000, "authority.districts": districts}
    return configured(values)


def configured(values):
    mapping = {}
    for key, value in values.items():
        put(mapping, key, value)
    return resolved(validate(mapping))


def state(live):
    """All columns of all tables, the log of the months lived, as bytes."""
    world = live.world
    tables = [world.field_agents, world.teams, world.services, world.managers, world.elus, world.citizens, world.voices]
    parts = [column for table in tables for column in table] + [live.log.monthly[: live.month], live.log.by_service]
    return [part.tobytes() for part in parts]


def within(column, low=0.0, high=1.0):
    return column.size == 0 or (column.min() >= low and column.max() <= high)


def assert_bounds(world):
    agents, services = world.field_agents, world.services
    shares = [agents.motivation, agents.cynicism, agents.skill, world.teams.tension, services.quality, services.gap]
    shares += [world.managers.stance, world.managers.overload, world.citizens.trust, world.citizens.quality]
    shares += [world.elus.sponsorship, world.elus.involvement, world.elus.dispossession, world.citizens.fatigue]
    assert all(within(column) for column in shares)
    assert within(services.evidence, 0.0, np.inf) and within(world.teams.evidence, 0.0, np.inf)
    assert within(agents.practises) and within(agents.trial) and (agents.trial <= agents.practises).all()


def assert_roles(world, month):
    """Who never took part has no dates; a member has a date of recruitment, a former one of release too."""
    agents, status = world.field_agents, world.authority[0]["status"]
    never, former = agents.role == codes.NEVER, agents.role == codes.FORMER
    assert (never == (agents.recruited_month < 0)).all()
    assert (former == (agents.released_month >= 0)).all()
    assert (agents.released_month <= month).all()
    assert (agents.released_month[former] >= agents.recruited_month[former]).all()
    if status != codes.ACTIVE:
        assert not (agents.role == codes.MEMBER).any()
    if status in (codes.PLANNED, codes.NOT_LAUNCHED):
        assert never.all()


def assert_items(world, month):
    """Every item waits at a post of its author's own chain, with no more posts to pass than the chain has left."""
    pool, used = world.items, int(world.authority[0]["n_items"])
    for k in np.flatnonzero(pool.state[:used] == codes.CLIMBING):
        left, at = 0, world.teams.manager[world.field_agents.team[pool.author[k]]]
        while at != pool.at[k]:
            at = world.managers.parent[at]
            assert at >= 0, "not on the author's chain"
        while at >= 0:
            left, at = left + 1, world.managers.parent[at]
        assert 1 <= pool.hops_left[k] <= left
    addresses = pool.month[:used].astype(np.int64) * world.field_agents.team.size + pool.author[:used]
    assert np.unique(addresses).size == used, "one item a month and agent at most"
    assert within(pool.month[:used], 0, month)


def recount(live):
    """Practising neighbours, counted from the ties as they are."""
    ties, practises = live.networks.work, live.world.field_agents.practises.astype(np.int64)
    rows = np.repeat(np.arange(practises.size), np.diff(ties.indptr))
    return np.bincount(rows, weights=practises[ties.indices], minlength=practises.size)


@unhurried
@given(worlds(), seeds)
def test_stocks_keep_their_bounds_and_agree_with_one_another(config, seed):
    live = Live(config, seed, months=MONTHS)
    fixed = [live.world.field_agents.motivation_base.copy(), live.world.field_agents.cynicism_base.copy()]
    for month in range(MONTHS):
        live.advance(month + 1)
        assert_bounds(live.world)
        assert_roles(live.world, month)
        assert_items(live.world, month)
        assert (live.world.field_agents.practising_neighbours == recount(live)).all()
    agents = live.world.field_agents
    assert all(np.array_equal(a, b) for a, b in zip(fixed, [agents.motivation_base, agents.cynicism_base], strict=True))


@unhurried
@given(worlds(), seeds)
def test_what_is_written_down_is_in_its_unit_and_adds_up(config, seed):
    live = Live(config, seed, months=MONTHS)
    opening = live.world.field_agents.practises.sum()
    live.advance(MONTHS)
    log = live.log.monthly
    for name, column in COLUMNS.items():
        values = log[name][~np.isnan(log[name])]
        assert within(values, 0.0, 1.0 if column.unit == "0..1" else np.inf), name
        assert column.unit != "count" or (values == values.round()).all(), name
    assert (opening + np.cumsum(log["adopted"] - log["abandoned"]) == log["practising"]).all()
    assert (live.log.by_service.sum(axis=1) == log["practising"]).all()
    ended = log["items_done"] + log["items_refused"] + log["items_dropped"]
    assert np.cumsum(log["items_created"] - ended)[-1] == live.world.authority[0]["n_items"]
    assert (np.cumsum(log["items_created"] - ended) == log["items_waiting"]).all()
    assert (log["ambassadors_practising"] <= log["practising"]).all()
    assert not log["members"][log["programme_active"] == 0].any()


@unhurried
@given(worlds(), seeds, st.sets(st.integers(1, MONTHS - 1), max_size=4))
def test_a_run_is_the_same_in_pieces(config, seed, stops):
    whole, pieces = Live(config, seed, months=MONTHS), Live(config, seed, months=MONTHS)
    whole.advance(MONTHS)
    for month in [*sorted(stops), MONTHS]:
        pieces.advance(month)
    assert state(whole) == state(pieces)


@unhurried
@given(worlds(programme=True), seeds)
def test_the_twin_is_the_world_without_the_programme(config, seed):
    twin, stripped = Live(config, seed, months=MONTHS, twin=True), Live(twin_config(config), seed, months=MONTHS)
    for live in (twin, stripped):
        live.advance(MONTHS)
    assert state(twin) == state(stripped)
    assert not twin.log.monthly["members"].any()


@unhurried
@given(worlds(programme=True), seeds)
def test_a_programme_changes_nothing_before_it_starts(config, seed):
    """Nor does anything in what it will be: the run and its twin are the same until then."""
    run, twin = Live(config, seed, months=MONTHS), Live(config, seed, months=MONTHS, twin=True)
    for live in (run, twin):
        live.advance(config.programme.start_month)
    assert state(run) == state(twin)


@unhurried
@given(worlds(), seeds, st.integers(0, MONTHS - 1), st.data())
def test_a_lever_changes_nothing_before_its_month(config, seed, month, data):
    """Whichever it is: the same bits until then. It is read in its own month (see the next test)."""
    here, there = Live(config, seed, months=MONTHS), Live(config, seed, months=MONTHS)
    levers = there.plan.levers
    group = data.draw(st.sampled_from(levers.dtype.names))
    floats = [name for name in levers[group].dtype.names if levers[group].dtype[name] == np.float64]
    if floats:
        levers[group][data.draw(st.sampled_from(floats))][month:] *= 0.5
    for live in (here, there):
        live.advance(month)
    assert state(here) == state(there)
    there.advance(MONTHS)


@pytest.mark.parametrize("month", [0, 7, MONTHS - 1])
def test_a_lever_acts_from_its_month_on(month):
    """Not a month later: with everybody adopting from month t on, all practise at the close of month t."""
    alone = {"authority.simulated_citizens": 0, "mechanisms.mobility": False, "programme.enabled": False}
    config = configured(alone | {"authority.field_agents": 60})
    live = Live(config, 1, months=MONTHS)
    live.plan.levers["adoption"]["intercept"][month:] = 1e9
    live.plan.levers["abandonment"]["intercept"][month:] = -1e9
    live.advance(MONTHS)
    assert (live.log.monthly["practice"] == 1.0).argmax() == month


@unhurried
@given(worlds(programme=False), seeds)
def test_a_mayor_who_leaves_changes_nothing_before(config, seed):
    date = 15
    stays, leaves = (
        config.model_copy(update={"sponsorship": config.sponsorship.model_copy(update={"departure_month": when})})
        for when in (None, date)
    )
    runs = [Live(asked, seed, months=MONTHS) for asked in (stays, leaves)]
    for live in runs:
        live.advance(date)
    assert state(runs[0]) == state(runs[1])
    runs[1].advance(date + 1)
    assert runs[1].log.monthly["sponsorship"][date] <= runs[1].config.sponsorship.drift

"""V14: days, euros, items and people add up."""

import numpy as np
import pytest

from sim.core import codes
from sim.run import Live
from tests.analytic.settings import product

TRANSFO = {
    "authority.field_agents": 400,
    "authority.simulated_citizens": 300,
    "programme.kind": "ambassadors",
    "programme.launch": "given",
}
ALL_STAY = {"mechanisms.dropout": False, "mechanisms.mobility": False, "mechanisms.abort": False}
OTHER_DEVICE = {
    "programme.ambassadors": 35,
    "programme.duration_months": 10,
    "programme.start_month": 5,
    "cost.agent_days_per_month": 1.5,
    "cost.programme_eur": 90_000.0,
    "cost.price_factor": 1.5,
    "cost.cofunding_share": 0.4,
    "cost.backfill": 0.5,
    "authority.agent_day_eur": 250.0,
}
SCENARIOS = {
    "transfo": {},
    "other device": OTHER_DEVICE,
    "broken off": {"sponsorship.level": 0.0, "sponsorship.thematic": 0.0, "programme.abort_hazard": 0.5},
    "flash": {"programme.flash_rate": 0.7, "programme.recruitment": "random"},
    "instrument": {"programme.instrument": True, "programme.permanent": True},
    "busy": {"voice.base": 0.9, "relay.drop": 0.02, "relay.intercept": -2.0, "decision.delay_political": 40.0},
    "seven levels": {"hierarchy.depth": 7, "programme.effective_depth": 2, "sponsorship.departure_month": 20},
}


def lived(values, seed=1, months=70):
    live = Live(product(TRANSFO | values), seed, months=months)
    live.advance(months)
    return live


def test_published_totals():
    """20 people x 3 days x 16 months = 960 person-days without drop-out; a fee of 165 000 euros; a fifth replaced."""
    log = lived(ALL_STAY).log.monthly
    assert log["agent_days"].sum() == 960.0
    assert log["euros_programme"].sum() == pytest.approx(165_000, rel=1e-12)
    assert log["euros_backfill"].sum() == pytest.approx(960 * 0.2 * 200, rel=1e-12)
    assert np.count_nonzero(log["agent_days"]) == np.count_nonzero(log["euros_programme"]) == 16


def test_other_totals():
    """35 x 1.5 x 10 = 525 days; 90 000 x 1.5 x 0.6 = 81 000 euros; 525 x 0.5 x 250 of replacement."""
    log = lived(ALL_STAY | OTHER_DEVICE).log.monthly
    assert log["agent_days"].sum() == 525.0
    assert log["euros_programme"].sum() == pytest.approx(81_000, rel=1e-12)
    assert log["euros_backfill"].sum() == pytest.approx(65_625, rel=1e-12)
    assert (np.flatnonzero(log["agent_days"]) == np.arange(5, 15)).all()


def test_a_lab_costs_its_year_by_the_month():
    """150 000 euros a year, while it is open: a lab that opens at once and stays is open in all months after that."""
    log = lived({"lab.intercept": 5.0, "lab.closure_intercept": -15.0, "lab.closure_sponsor": 0.0}).log.monthly
    open_months = np.count_nonzero(log["lab_alive"])
    assert open_months > 40
    assert log["euros_lab"].sum() == pytest.approx(12_500 * open_months, rel=1e-12)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_accounts_add_up_every_month(scenario):
    """Days follow members (nobody leaves a post here: who leaves has worked that month), spending is a sum."""
    live = lived(SCENARIOS[scenario] | {"mechanisms.mobility": False})
    log, cost = live.log.monthly, live.config.cost
    assert (log["agent_days"] == log["members"] * cost.agent_days_per_month).all()
    parts = ("euros_programme", "euros_backfill", "euros_lab", "euros_instrument")
    assert log["euros"] == pytest.approx(sum(log[part] for part in parts), rel=1e-12)
    assert log["euros_backfill"] == pytest.approx(
        log["agent_days"] * cost.backfill * live.config.authority.agent_day_eur
    )


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_item_is_lost_or_found(scenario):
    """At every month: items created = done + refused + dropped + on their way, climbing or being carried out."""
    live = Live(product(TRANSFO | SCENARIOS[scenario]), 2, months=70)
    log = live.log.monthly
    for month in range(70):
        live.advance(month + 1)
        ended = sum(log[name][: month + 1].sum() for name in ("items_done", "items_refused", "items_dropped"))
        assert log["items_created"][: month + 1].sum() == ended + live.world.authority[0]["n_items"]
    assert log["items_created"].sum() > 100
    decided = log["items_accepted"].sum() + log["items_refused"].sum()
    assert decided == log["items_delivered"].sum() == live.log.answered_by_age.sum()
    assert log["items_dropped"].sum() == live.log.dropped_by_age.sum()


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_heads_are_counted_once(scenario):
    """Posts are as many whatever happens; who practises is the sum over services, and last month's, plus and minus."""
    live = Live(product(TRANSFO | SCENARIOS[scenario]), 3, months=70)
    agents, log = live.world.field_agents, live.log
    posts = [agents.team.copy(), agents.service.copy(), live.world.services.size.copy(), live.world.teams.size.copy()]
    opening = int(agents.practises.sum())
    live.advance(70)
    after = [agents.team, agents.service, live.world.services.size, live.world.teams.size]
    assert all(np.array_equal(a, b) for a, b in zip(posts, after, strict=True))
    assert live.world.services.size.sum() == live.world.teams.size.sum() == agents.practises.size == 400
    practising = log.monthly["practising"]
    assert (log.by_service.sum(axis=1) == practising).all()
    steps = log.monthly["adopted"] - log.monthly["abandoned"]
    assert (opening + np.cumsum(steps) == practising).all()
    assert practising[-1] == agents.practises.sum()


def test_members_leave_by_two_doors():
    """Recruits = members + dropped out + left their post, in every month; nobody is a member after the end."""
    live = Live(product(TRANSFO | {"mobility.rate": 0.05}), 5, months=30)
    log, start, left = live.log.monthly, live.config.programme.start_month, 0
    live.plan.levers["mobility"]["rate"][start] = 0.0  # else a recruit may leave before anybody saw it
    for month in range(start + 16):
        before = live.world.field_agents.role.copy()
        live.advance(month + 1)
        after = live.world.field_agents.role
        left += np.count_nonzero((before != codes.NEVER) & (after == codes.NEVER))
        former = np.count_nonzero(after == codes.FORMER)
        assert log["members"][month] + former + left == (20 if month >= start else 0)
    assert left > 3
    live.advance(30)
    assert not (live.world.field_agents.role == codes.MEMBER).any()

"""Levers in runs: nothing before their delay or at strength 0, something after; what they act by does what it says."""

import random
from typing import Any

import numpy as np
import pytest

from sim.config import Config, resolved, with_values
from sim.run import Live
from sim.scenarios.intervention import find, names

LEVERS = [name for name in names() if find(name).kind == "lever"]
ACCOUNTS = {"euros", "euros_levers", "days_levers", "agent_days", "elu_hours"}
MONTHS, START = 60, 8
TOWN: dict[str, Any] = {
    "authority.field_agents": 120,
    "authority.services": 6,
    "authority.inhabitants": 4_000,
    "authority.simulated_citizens": 200,
    "authority.districts": 3,
    "programme.launch": "given",
    "programme.start_month": START,
    "programme.lead": True,
    "programme.lead_hazard": 0.2,
    "programme.training": 0.2,
    "evidence.visibility": 0.5,
    "programme.wins": 20.0,
    "voice.base": 0.2,
    "adoption.intercept": -5.0,
    "lab.intercept": 3.0,
    "lab.window_before": 12,
    "lab.closure_intercept": -3.5,
    "citizens.contact": 0.6,
    "citizens.join": -1.5,
    "citizens.voice_direct": 0.2,
    "hierarchy.depth": 5,
    "voice.cross_share": 0.8,
    "observe_months": [90],
}
ABORTS = {"sponsorship.level": 0.1, "sponsorship.thematic": 0.1, "sponsorship.district": 0.1}


def lived(values: dict[str, Any], months: int = MONTHS) -> np.ndarray:
    live = Live(resolved(with_values(Config(), TOWN | values)), 1, months=months)
    live.advance(months)
    return live.log.monthly


def with_levers(*asked: str, month: int = 4, strength: float = 1.0, **values: Any) -> np.ndarray:
    planned = [{"name": name, "month": month, "strength": strength} for name in asked]
    return lived({"interventions": planned} | values)


def differing(one: np.ndarray, other: np.ndarray, until: int = MONTHS) -> set[str]:
    return {name for name in one.dtype.names if one[name][:until].tobytes() != other[name][:until].tobytes()}


def test_null_levers_change_no_bit():
    assert differing(with_levers(*LEVERS, strength=0.0), lived({})) == set()


@pytest.mark.parametrize("name", LEVERS)
def test_it_changes_the_run_after_its_delay_and_only_accounts_before(name: str):
    values = ABORTS if name == "right_to_error" else {}
    with_it, without = with_levers(name, **values), lived(values)
    assert differing(with_it, without, until=4) == set()
    assert differing(with_it, without, until=4 + find(name).delay_months) <= ACCOUNTS
    assert (differing(with_it, without) - ACCOUNTS != set()) == (find(name).evidence != "none")


@pytest.mark.parametrize("pair", [tuple(random.Random(k).sample(LEVERS, 2)) for k in range(12)], ids="+".join)
def test_two_levers_live_together(pair: tuple[str, str]):
    both = with_levers(*pair)
    for name in pair:
        if find(name).evidence != "none":
            assert differing(both, with_levers(*(other for other in pair if other != name))) - ACCOUNTS
    assert np.isfinite(both["practice"]).all() and ((both["practice"] >= 0) & (both["practice"] <= 1)).all()


def test_all_levers_live_together():
    found = with_levers(*LEVERS)
    for name in ("practice", "trust", "cynicism", "motivation", "stance_mean", "tension", "sponsorship"):
        assert ((found[name] >= 0) & (found[name] <= 1)).all(), name


def test_a_mechanism_that_is_off_stays_off_under_levers():
    off = {f"mechanisms.{name}": False for name in ("short_routes", "flash", "direct_channel", "commitment", "outside")}
    names_of = ("fewer_levels", "flash_workshops", "political_programme")
    kept = {"sponsorship.command": 1.0}  # which political_programme moves too
    assert differing(with_levers(*names_of, **off, **kept), lived(off | kept)) <= ACCOUNTS


def test_unions_ease_tension_only_where_a_researcher_says_so():
    eased = {"workload.unions_relief": 0.5}
    with_it, without = with_levers("unions", **eased)["tension"], lived(eased)["tension"]
    active = without > 0
    assert active.any() and with_it[START] == pytest.approx(0.5 * without[START])


def test_short_routes_bring_more_items_to_a_decision():
    few = lived({"relay.bypass": 1.0, "relay.bypass_posts": 1})
    all_posts = lived({})
    share = [log["items_dropped"].sum() / log["items_created"].sum() for log in (few, all_posts)]
    assert share[0] < 0.6 * share[1]


def test_a_joint_space_for_all_needs_is_like_having_no_need_across():
    alike = {"mechanisms.lab": False}
    first = lived({"hierarchy.arena": 1.0} | alike)
    assert differing(first, lived({"voice.cross_share": 0.0} | alike)) == set()


def test_a_direct_channel_passes_by_the_elus():
    with_it, without = lived({"citizens.direct_channel": 1.0}), lived({})
    assert with_it["voices_direct"].sum() > without["voices_direct"].sum()
    assert with_it["dispossession_district"][-1] > without["dispossession_district"][-1]


def test_offers_come_as_often_as_the_law_asks():
    quiet = {"programme.enabled": False, "citizens.join": 5.0}
    once, twice = (lived(quiet | {"citizens.offers_per_year": n})["participation"][:48] for n in (1.0, 2.0))
    assert np.count_nonzero(twice) == 2 * np.count_nonzero(once)


def test_a_word_that_weighs_nothing_is_never_followed():
    quiet = {"programme.enabled": False, "decision.reasons": 0.0, "citizens.contact": 0.0, "citizens.join": 5.0}
    usual, weightless = (lived(quiet | {"citizens.offer_weight": weight})["trust"][-1] for weight in (1.0, 0.0))
    assert weightless < usual


def test_commitment_raises_every_elus_support_by_what_it_says():
    off = ("elections", "departures", "dispossession", "quality", "evidence")
    still = {f"mechanisms.{name}": False for name in off}
    fast = still | {"sponsorship.drift": 1.0, "sponsorship.drift_district": 1.0}
    with_it, without = (lived(fast | {"sponsorship.commitment": c})["sponsorship_district"][-1] for c in (0.1, 0.0))
    assert with_it - without == pytest.approx(0.1)


def test_workshops_without_a_programme_let_people_try():
    alone = {"programme.enabled": False, "adoption.intercept": -20.0, "authority.initial_practice": 0.0}
    found = lived(alone | {"evidence.flash_rate": 1.0})
    assert found["practising"][-1] == Config().programme.flash_people
    assert found["wins"].sum() > 0
    assert lived(alone)["practising"].sum() == 0


def test_results_of_others_are_seen_where_there_are_none():
    quiet = {"programme.enabled": False}
    assert lived(quiet | {"evidence.outside": 0.9})["adopted"].sum() > lived(quiet)["adopted"].sum()

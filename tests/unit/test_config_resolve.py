"""Keys left null get the value that follows from the others."""

import pytest

from sim.config import Config, effective_horizon, election_month, resolved, validate


def authority(**keys):
    return resolved(validate({"authority": {"simulated_citizens": 0, **keys}})).authority


def test_the_reference_town():
    town = resolved(Config())
    assert (town.authority.field_agents, town.authority.services, town.authority.districts) == (1850, 46, 8)
    assert (town.authority.staff_per_1000, town.authority.budget_eur_per_inhabitant) == (20, 1300)
    assert town.sponsorship.thematic == 0.65
    assert town.observe_months == (52, 88)


@pytest.mark.parametrize(
    ("kind", "inhabitants", "staff", "budget", "agents", "districts"),
    [
        ("commune", 30_000, 20, 1300, 600, 3),
        ("epci", 98_000, 6.5, 430, 637, 31),
        ("departement", 600_000, 5, 950, 3000, 8),
        ("region", 2_000_000, 1.5, 370, 3000, 0),
        ("commune", 2_500, 20, 1300, 50, 2),
    ],
)
def test_staff_budget_and_districts_follow_from_the_type(kind, inhabitants, staff, budget, agents, districts):
    a = authority(type=kind, inhabitants=inhabitants, field_agents=None)
    assert (a.staff_per_1000, a.budget_eur_per_inhabitant) == (staff, budget)
    assert (a.field_agents, a.districts) == (agents, districts)


@pytest.mark.parametrize(
    ("agents", "services"), [(20, 2), (36, 4), (150, 4), (180, 5), (600, 15), (1850, 46), (2400, 60), (8000, 60)]
)
def test_one_service_for_forty_agents_and_never_more_than_teams(agents, services):
    assert authority(field_agents=agents).services == services


def test_given_values_are_kept():
    a = authority(field_agents=500, services=7, districts=3, staff_per_1000=12.5, budget_eur_per_inhabitant=900)
    assert (a.field_agents, a.services, a.districts) == (500, 7, 3)
    assert (a.staff_per_1000, a.budget_eur_per_inhabitant) == (12.5, 900)


@pytest.mark.parametrize(("level", "thematic"), [(0.2, 0.5), (0.5, 0.5), (0.9, 0.9)])
def test_thematic_elus_follow_the_head_of_the_executive(level, thematic):
    assert resolved(validate({"sponsorship": {"level": level}})).sponsorship.thematic == thematic
    kept = validate({"sponsorship": {"level": level, "thematic": 0.1}})
    assert resolved(kept).sponsorship.thematic == 0.1


def test_resolving_twice_changes_nothing():
    once = resolved(validate({"authority": {"field_agents": None}, "programme": {"start_month": 20}}))
    assert resolved(once) == once


@pytest.mark.parametrize(
    ("start", "election", "months"),
    [
        ("2010-10", "2015-12", (52, 61, 88)),
        ("2025-01", "2026-02", (52, 88)),  # the month before it is the first of the programme
        ("2025-01", "2029-06", (52, 88)),  # the month before it is observed already
        ("2026-04", None, (52, 88)),
        (None, None, (52, 88)),
    ],
)
def test_the_month_before_a_dated_election_is_observed(start, election, months):
    assert resolved(validate({"calendar": {"start": start, "next_election": election}})).observe_months == months


def test_months_of_an_election_are_counted_from_month_zero():
    assert election_month(validate({"calendar": {"start": "2017-04", "next_election": "2020-03"}})) == 35
    assert election_month(Config()) is None


@pytest.mark.parametrize(
    ("keys", "horizon"),
    [({}, 96), ({"horizon_months": 10}, 89), ({"observe_months": [120]}, 121), ({"observe_months": [359]}, 360)],
)
def test_the_horizon_reaches_the_last_observation(keys, horizon):
    assert effective_horizon(validate(keys)) == horizon

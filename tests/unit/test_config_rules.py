"""Rules between keys: each is broken alone, just past its limit, and holds just before it."""

import pytest
from pydantic import ValidationError

from sim.config import Config, validate
from sim.config.validation import put
from sim.core.errors import InputError


def broken(keys: dict) -> list[str]:
    """Keys of the rules that break, "" for the keys that are not said."""
    mapping: dict = {}
    for key, value in keys.items():
        put(mapping, key, value)
    try:
        validate(mapping, interventions=lambda: ["debate"])
    except InputError as error:
        for problem in error.problems:
            assert problem.reason.fr != problem.reason.en
        return [problem.key for problem in error.problems]
    return []


RULES = [
    # keys of the message, what holds, what breaks
    (
        "authority.category_a_share, authority.category_b_share",
        {"authority.category_a_share": 0.3, "authority.category_b_share": 0.7},
        {"authority.category_a_share": 0.31, "authority.category_b_share": 0.7},
    ),
    (
        "voice.quick_share, voice.middle_share",
        {"voice.quick_share": 0.7, "voice.middle_share": 0.3},
        {"voice.quick_share": 0.71, "voice.middle_share": 0.3},
    ),
    (
        "sponsorship.weight_mayor, sponsorship.weight_thematic, sponsorship.weight_district",
        {"sponsorship.weight_mayor": 0.7, "sponsorship.weight_thematic": 0.1},
        {"sponsorship.weight_mayor": 0.7, "sponsorship.weight_thematic": 0.100001},
    ),
    (
        "sponsorship.p_camp_change, sponsorship.p_new_mayor",
        {"sponsorship.p_new_mayor": 0.164},
        {"sponsorship.p_new_mayor": 0.16},
    ),
    (
        "management.stance, management.stance_spread",
        {"management.stance": 0.5, "management.stance_spread": 0.499},
        {"management.stance": 0.5, "management.stance_spread": 0.5},
    ),
    (
        "management.stance, management.stance_spread",
        {"management.stance": 1, "management.stance_spread": 0},
        {"management.stance": 1, "management.stance_spread": 0.01},
    ),
    (
        "management.stance, management.stance_spread",
        {"management.stance": 0, "management.stance_spread": 0},
        {"management.stance": 0},
    ),
    ("citizens.trust_mean, citizens.trust_spread", {"citizens.trust_mean": 0.05}, {"citizens.trust_mean": 0.02}),
    (
        "programme.start_month, programme.duration_months",
        {"programme.start_month": 120, "programme.duration_months": 240},
        {"programme.start_month": 121, "programme.duration_months": 240},
    ),
    (
        "programme.start_month, programme.duration_months",
        {"programme.start_month": 121, "programme.duration_months": 240, "programme.permanent": True},
        {"programme.start_month": 121, "programme.duration_months": 240, "programme.permanent": False},
    ),
    ("programme.start_month, observe_months", {"programme.start_month": 283}, {"programme.start_month": 284}),
    ("observe_months", {"observe_months": [20, 21]}, {"observe_months": [21, 20]}),
    ("observe_months, programme.start_month", {"observe_months": [13]}, {"observe_months": [12]}),
    (
        "observe_months, programme.start_month",
        {"observe_months": [5], "programme.enabled": False},
        {"observe_months": [5], "programme.enabled": True},
    ),
    (
        "calendar.next_election, calendar.start",
        {"calendar.next_election": "2032-03", "calendar.start": "2030-01"},
        {"calendar.next_election": "2032-03"},
    ),
    (
        "calendar.start, calendar.next_election",
        {"calendar.next_election": "2032-03", "calendar.start": "2026-03"},
        {"calendar.next_election": "2032-04", "calendar.start": "2026-03"},
    ),
    (
        "calendar.start, calendar.next_election",
        {"calendar.next_election": "2026-04", "calendar.start": "2026-03"},
        {"calendar.next_election": "2026-03", "calendar.start": "2026-03"},
    ),
    (
        "authority.inhabitants, authority.staff_per_1000, authority.type",
        {"authority.inhabitants": 2_000, "authority.field_agents": None},
        {"authority.inhabitants": 2_000, "authority.field_agents": None, "authority.staff_per_1000": 9},
    ),
    (
        "authority.field_agents, authority.inhabitants",
        {"authority.inhabitants": 2_000, "authority.field_agents": 2_000},
        {"authority.inhabitants": 2_000, "authority.field_agents": 2_001},
    ),
    (
        "authority.services, authority.field_agents, authority.team_size",
        {"authority.services": 22, "authority.field_agents": 200},
        {"authority.services": 23, "authority.field_agents": 200},
    ),
    (
        "programme.ambassadors, authority.field_agents",
        {"programme.ambassadors": 50, "authority.field_agents": 50},
        {"programme.ambassadors": 51, "authority.field_agents": 50},
    ),
    (
        "programme.flash_people, authority.field_agents",
        {"programme.flash_people": 50, "authority.field_agents": 50},
        {"programme.flash_people": 51, "authority.field_agents": 50},
    ),
    (
        "programme.recruitment_services, authority.services",
        {"programme.recruitment": "clustered", "programme.recruitment_services": 46},
        {"programme.recruitment": "clustered", "programme.recruitment_services": 47},
    ),
    (
        "network.mean_degree, authority.field_agents",
        {"network.generator": "random", "network.mean_degree": 49, "authority.field_agents": 50},
        {"network.generator": "random", "network.mean_degree": 50, "authority.field_agents": 50},
    ),
    (
        "network.mean_degree, authority.field_agents",
        {"network.generator": "random", "network.mean_degree": 1000, "authority.field_agents": 20_000},
        {"network.generator": "random", "network.mean_degree": 1000, "authority.field_agents": 20_001},
    ),
    (
        "network.generator, authority.field_agents",
        {"network.generator": "torus", "authority.field_agents": 21},
        {"network.generator": "torus", "authority.field_agents": 22},
    ),
    (
        "authority.simulated_citizens, authority.inhabitants",
        {"authority.simulated_citizens": 1_850, "authority.inhabitants": 1_850},
        {"authority.simulated_citizens": 1_851, "authority.inhabitants": 1_850},
    ),
    (
        "authority.simulated_citizens, network.citizen_degree",
        {"authority.simulated_citizens": 72},
        {"authority.simulated_citizens": 71},
    ),
    (
        "authority.simulated_citizens, network.citizen_degree",
        {"authority.simulated_citizens": 400_000, "authority.inhabitants": 500_000, "network.citizen_degree": 50},
        {"authority.simulated_citizens": 400_001, "authority.inhabitants": 500_000, "network.citizen_degree": 50},
    ),
    (
        "interventions[0].until",
        {"interventions": [{"name": "debate", "month": 20, "until": 21}]},
        {"interventions": [{"name": "debate", "month": 20, "until": 20}]},
    ),
    (
        "interventions[0].month",
        {"interventions": [{"name": "debate", "month": 95}]},
        {"interventions": [{"name": "debate", "month": 96}]},
    ),
    (
        "interventions[1].name",
        {"interventions": [{"name": "debate", "month": 20}]},
        {"interventions": [{"name": "debate", "month": 20}, {"name": "debat", "month": 20}]},
    ),
]


@pytest.mark.parametrize(("key", "holds", "breaks"), RULES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(key, holds, breaks):
    assert broken(holds) == []
    assert broken(breaks) == [key]


def test_a_rule_is_silent_where_one_of_its_keys_is_wrong_already():
    assert broken({"voice.quick_share": 1.5, "voice.middle_share": 0.9}) == ["voice.quick_share"]


def test_rules_and_ranges_are_reported_together():
    found = broken({"hierarchy.depth": 9, "voice.quick_share": 0.9, "observe_months": [3, 2]})
    assert found == [
        "hierarchy.depth",
        "voice.quick_share, voice.middle_share",
        "observe_months",
        "observe_months, programme.start_month",
    ]


def test_rules_hold_however_a_configuration_is_made():
    with pytest.raises(ValidationError, match="the sum of the two shares exceeds 1"):
        Config(voice={"quick_share": 0.9})
    with pytest.raises(ValidationError, match="must be strictly increasing"):
        Config.model_validate({"observe_months": [60, 50]})

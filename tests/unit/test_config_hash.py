"""The hash names what decides a result, and nothing else."""

import re

import pytest

from sim.config import Config, Parameter, config_hash, flat, iter_parameters, resolved, validate, with_values
from sim.config.validation import put

KEYS = {key: p for key, p in iter_parameters() if "[]" not in key and key != "uncertainty"}
BRANCH = {
    "posts": [{"parent": 1}, {"parent": 2}, {"parent": 3}, {"parent": -1}],
    "teams": [{"manager": 0, "service": 0, "field_agents": 1850}],
}
TOGETHER = {
    "sponsorship.weight_mayor": {"sponsorship.weight_thematic": 0.5},
    "sponsorship.weight_thematic": {"sponsorship.weight_district": 0.0},
    "sponsorship.weight_district": {"sponsorship.weight_thematic": 0.0},
    "calendar.next_election": {"calendar.start": "2030-01"},
    "chart.posts": {"chart.services": [{"field_agents": 1850}], "chart.teams": BRANCH["teams"]},
    "chart.teams": {"chart.services": [{"field_agents": 1850}], "chart.posts": BRANCH["posts"]},
}
ALONE = ("calendar.next_election",)
"""Keys whose companions change the hash too: the basis keeps them."""
BASIS = Config()
OTHER = {
    "sponsorship.weight_mayor": 0.3,
    "sponsorship.weight_thematic": 0.4,
    "sponsorship.weight_district": 0.4,
    "calendar.start": "2030-01",
    "calendar.next_election": "2032-03",
    "observe_months": [60],
    "network.citizen_degree": 10,
    "authority.districts": 5,
    "chart.services": [{"field_agents": 1850, "levels": 3}],
    "chart.posts": BRANCH["posts"],
    "chart.teams": BRANCH["teams"],
}


def other_value(p: Parameter) -> object:
    """A valid value that is not the default."""
    if p.key in OTHER:
        return OTHER[p.key]
    if p.kind == "bool":
        return not p.default
    if p.kind == "choice":
        return p.choices[1]
    if p.kind == "text":
        return "autre"
    if p.kind == "list":
        return [{"name": "debate", "month": 20}]
    least, most = p.plausible
    inside = (least + part * (most - least) for part in (0.4, 0.6, 0.8))
    return next(value for value in (int(x) if p.kind == "int" else x for x in inside) if value != p.default)


@pytest.mark.parametrize("p", KEYS.values(), ids=KEYS)
def test_a_key_changes_the_hash_exactly_when_it_decides_a_result(p: Parameter):
    mapping: dict = {}
    for key, value in {**TOGETHER.get(p.key, {}), p.key: other_value(p)}.items():
        put(mapping, key, value)
    changed = validate(mapping, interventions=lambda: ["debate"])
    basis = with_values(changed, {p.key: flat(BASIS)[p.key]}) if p.key in ALONE else BASIS
    assert flat(changed)[p.key] != flat(basis)[p.key]
    assert (config_hash(changed) != config_hash(basis)) == p.decides


def test_what_does_not_decide_a_result():
    assert {key for key, p in iter_parameters() if not p.decides} == {
        "scenario", "title_fr", "title_en", "description_fr", "description_en", "source", "coding_fr", "coding_en",
        "retrospective", "use", "seed", "replicates", "uncertainty", "authority.name",
        "chart.services[].name",
    }


def test_the_hash_is_stable_in_form_and_across_spellings():
    assert re.fullmatch(r"[0-9a-f]{64}", config_hash(Config()))
    assert config_hash(validate({"cost": {"programme_eur": 165000}})) == config_hash(Config())
    assert config_hash(resolved(Config())) == config_hash(Config())
    assert config_hash(with_values(Config(), {"authority.services": 46})) == config_hash(Config())


def test_flat_lists_every_key_with_a_plain_value():
    values = flat(Config())
    assert set(values) == {key for key, _ in iter_parameters() if "[]" not in key}
    assert values["programme.kind"] == "none" and type(values["programme.kind"]) is str
    assert values["interventions"] == []

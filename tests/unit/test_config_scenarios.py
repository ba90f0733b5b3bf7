"""What the product ships in configs/: every scenario, every option, and what each scenario is about."""

import pytest
import yaml

from experiments.configuration import compose, load_scenario
from experiments.options import configs_folder, offered, option_groups
from experiments.screening import screen
from sim.config import Config, flat, groups, iter_parameters, resolved

FOLDER = configs_folder()
SCENARIOS = list(offered("scenario", [FOLDER]))
PROGRAMMES = list(offered("programme", [FOLDER]))
DECIDING = [key for key in flat(Config()) if "." in key]
AUTHORITIES = list(offered("authority", [FOLDER]))
FIRST_SCENARIOS = {
    "reference",
    "transfo",
    "transfo_weak_sponsor",
    "transfo_strong_sponsor",
    "transfo_mayor_leaves",
    "transfo_alternance",
    "transfo_deep",
    "transfo_dear",
    "transfo_heavy",
    "bourgogne_franche_comte",
    "champagne_ardenne",
    "grenoble_ejm",
}


def changes(name: str, basis: str) -> dict[str, object]:
    """Deciding keys of a scenario that differ from another."""
    here, there = flat(resolved(load_scenario(name))), flat(resolved(load_scenario(basis)))
    decides = {key for key, p in iter_parameters() if p.decides}
    return {key: value for key, value in here.items() if value != there[key] and key in decides}


def test_the_first_scenarios_are_there():
    assert set(SCENARIOS) >= FIRST_SCENARIOS


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_scenario_composes_with_its_words_and_source(name):
    config = load_scenario(name)
    assert config.scenario == name
    assert config == compose([f"scenario={name}"])
    for text in (config.title_fr, config.title_en, config.description_fr, config.description_en):
        assert len(text) > 10
    assert config.title_fr != config.title_en and config.description_fr != config.description_en
    assert "2019" in config.source and len(config.coding_fr) > 20 and len(config.coding_en) > 20


@pytest.mark.parametrize("authority", AUTHORITIES)
@pytest.mark.parametrize("programme", PROGRAMMES)
def test_every_authority_takes_every_programme(authority, programme):
    config = compose([f"authority={authority}", f"programme={programme}"])
    assert config.programme.kind == programme
    assert config.programme.enabled == (programme != "none")


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.yaml")), ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_shipped_files_pass_the_screen_set_for_strangers(path):
    text = path.read_text(encoding="utf-8")
    assert screen(text, path) == []
    assert "_target_" not in text and "${" not in text


def test_no_option_file_is_empty():
    for group in option_groups([FOLDER]) - {"scenario"}:
        for path in offered(group, [FOLDER]).values():
            assert yaml.safe_load(path.read_text(encoding="utf-8")), path


def test_the_defaults_are_the_reference_without_a_programme():
    reference = resolved(compose([]))
    assert reference.scenario == "reference" and not reference.programme.enabled
    assert {k: v for k, v in flat(reference).items() if v != flat(resolved(Config()))[k] and k in DECIDING} == {
        "programme.enabled": False
    }


@pytest.mark.parametrize(
    ("name", "basis", "expected"),
    [
        ("transfo", "reference", {"programme.enabled": True, "programme.kind": "ambassadors"}),
        ("transfo_weak_sponsor", "transfo", {"sponsorship.level": 0.2, "sponsorship.thematic": 0.5}),
        ("transfo_strong_sponsor", "transfo", {"sponsorship.level": 0.9, "sponsorship.thematic": 0.9}),
        ("transfo_mayor_leaves", "transfo_strong_sponsor", {"sponsorship.departure_month": 20}),
        ("transfo_alternance", "transfo_mayor_leaves", {"sponsorship.succession": "alternance"}),
        ("transfo_deep", "transfo_strong_sponsor", {"hierarchy.depth": 6}),
        ("transfo_dear", "transfo_strong_sponsor", {"cost.price_factor": 4}),
        ("transfo_heavy", "transfo_strong_sponsor", {"cost.agent_days_per_month": 8}),
        (
            "bourgogne_franche_comte",
            "transfo",
            {
                "authority.type": "region",
                "authority.inhabitants": 1_233_000,
                "authority.districts": 0,
                "authority.staff_per_1000": 1.5,
                "authority.budget_eur_per_inhabitant": 370,
                "sponsorship.level": 0.15,
                "sponsorship.thematic": 0.5,
                "sponsorship.district": 0.2,
                "sponsorship.involvement": 0,
                "sponsorship.administration": 0.7,
                "hierarchy.depth": 5,
                "programme.launch": "given",
                "formal.job": 0,
            },
        ),
    ],
)
def test_a_scenario_differs_by_what_it_is_about(name, basis, expected):
    assert changes(name, basis) == expected


def test_champagne_ardenne_carries_its_dates():
    config = resolved(load_scenario("champagne_ardenne"))
    assert (config.programme.ambassadors, config.programme.duration_months) == (13, 31)
    assert (config.sponsorship.departure_month, config.sponsorship.succession) == (63, "merger")
    assert config.observe_months == (52, 61, 88)


def test_groups_of_options_are_groups_of_keys():
    assert option_groups([FOLDER]) == {"authority", "sponsorship", "hierarchy", "cost", "programme", "scenario"}
    assert option_groups([FOLDER]) - {"scenario"} <= set(groups())

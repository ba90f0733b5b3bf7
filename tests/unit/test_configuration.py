"""From configs/ and a command line to a configuration: what is composed, in which order, from where."""

import threading
from pathlib import Path

import pytest
import yaml
from hydra import compose as hydra_compose
from hydra import initialize_config_dir

from experiments import options
from experiments.configuration import compose, load_scenario
from experiments.options import configs_folder, offered, option_groups
from experiments.screening import screen
from sim.config import Config, config_hash, flat, groups, resolved
from sim.core.errors import InputError

FOLDER = configs_folder()
SCENARIOS = list(offered("scenario", [FOLDER]))
PROGRAMMES = list(offered("programme", [FOLDER]))
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
    texts = ("scenario", "title_fr", "title_en", "description_fr", "description_en", "coding_fr", "coding_en", "source")
    return {key: value for key, value in here.items() if value != there[key] and key not in texts}


# ---- what the product ships


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
    assert not config.retrospective or config.programme.launch == "given"


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


DECIDING = [key for key in flat(Config()) if "." in key]


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
                "retrospective": True,
                "authority.name": "Bourgogne-Franche-Comté",
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


# ---- layers


def test_the_command_line_stands_above_the_scenario_and_the_scenario_above_the_groups():
    assert load_scenario("bourgogne_franche_comte").sponsorship.level == 0.15
    assert load_scenario("bourgogne_franche_comte", "sponsorship=strong").sponsorship.level == 0.9
    both = load_scenario("bourgogne_franche_comte", "sponsorship=strong", "sponsorship.level=0.4")
    assert (both.sponsorship.level, both.sponsorship.district) == (0.4, 0.2)
    assert load_scenario("transfo", "programme=flash").cost.programme_eur == 30_000


def test_the_last_of_two_values_wins():
    assert compose(["seed=1", "seed=2"]).seed == 2
    assert compose(["sponsorship=weak", "sponsorship=strong"]).sponsorship.level == 0.9
    assert load_scenario("transfo", "scenario=transfo_deep").scenario == "transfo_deep"


@pytest.mark.parametrize(
    ("override", "key", "value"),
    [
        ("hierarchy.depth=3", "hierarchy.depth", 3),
        ("+hierarchy.depth=3", "hierarchy.depth", 3),
        ("++hierarchy.depth=3", "hierarchy.depth", 3),
        ("cost.programme_eur=1e5", "cost.programme_eur", 100_000),
        ("cost.programme_eur=100_000", "cost.programme_eur", 100_000),
        ("calendar.start=2026-01", "calendar.start", "2026-01"),
        ("calendar.start='2026-01'", "calendar.start", "2026-01"),
        ("authority.name=no", "authority.name", "no"),
        ("authority.name=012", "authority.name", "012"),
        ("authority.name='Évry, 22:30'", "authority.name", "Évry, 22:30"),
        ("authority.services=null", "authority.services", None),
        ("mechanisms.peers=false", "mechanisms.peers", False),
        ("adoption.form=threshold", "adoption.form", "threshold"),
        ("observe_months=[60,70]", "observe_months", [60, 70]),
        ("sponsorship={level: 0.1, debate: 1}", "sponsorship.debate", 1),
        ("relay={drop: 0.3}", "relay.drop", 0.3),
    ],
)
def test_override(override, key, value):
    assert flat(compose([override]))[key] == value


def test_what_is_composed_can_be_changed_without_changing_the_next():
    first = compose(["scenario=transfo"])
    assert compose(["scenario=transfo", "sponsorship.level=0.1"]).sponsorship.level == 0.1
    assert compose(["scenario=transfo"]) == first


# ---- a scenario in a file, a folder of groups


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_scenario_in_a_file(tmp_path):
    path = write(
        tmp_path,
        "my town.yaml",
        "title_fr: Ma ville\ncost: {programme_eur: 1e5}\nprogramme: {enabled: true, kind: ambassadors}\n"
        "calendar: {start: '2026-01'}\nobserve_months: [60]\n",
    )
    for config in (load_scenario(path), load_scenario(str(path)), compose([f"scenario={path}"])):
        assert (config.scenario, config.title_fr, config.title_en) == ("my town", "Ma ville", "")
        assert (config.cost.programme_eur, config.observe_months) == (100_000, (60,))
        assert config.programme.enabled and config.coding_fr == ""
    above = load_scenario(path, "sponsorship=weak", "cost.programme_eur=5", "programme=none")
    assert (above.sponsorship.level, above.cost.programme_eur, above.programme.enabled) == (0.2, 5, False)


def test_an_empty_scenario_is_the_reference(tmp_path):
    assert config_hash(load_scenario(write(tmp_path, "empty.yaml", "{}"))) == config_hash(load_scenario("reference"))


def test_a_folder_adds_options_groups_and_scenarios(tmp_path):
    write(tmp_path, "sponsorship/mine.yaml", "level: 0.33\n")
    write(tmp_path, "management/calm.yaml", "stance: 0.6\nsalary_eur_year: 5e4\n")
    write(
        tmp_path,
        "scenario/town.yaml",
        "# @package _global_\ndefaults:\n  - override /programme: sprint\n  - override /sponsorship: mine\n"
        "title_fr: Ville\nrelay: {drop: 0.2}\n",
    )
    write(tmp_path, "notes/ignored.yaml", "!!python/object:os.system")
    config = compose(["scenario=town", "management=calm"], tmp_path)
    assert (config.sponsorship.level, config.management.stance) == (0.33, 0.6)
    assert config.management.salary_eur_year == 50_000
    assert (config.programme.kind, config.relay.drop) == ("sprint", 0.2)
    assert (config.scenario, config.title_fr) == ("town", "Ville")
    assert load_scenario("transfo", config_dir=tmp_path) == load_scenario("transfo")


def test_an_option_of_a_folder_does_not_replace_one_of_the_product(tmp_path):
    write(tmp_path, "sponsorship/weak.yaml", "level: 0.99\n")
    assert compose(["sponsorship=weak"], tmp_path).sponsorship.level == 0.2


@pytest.mark.parametrize("name", ["with space", "d'avant", "a,b=c", "é(1)", "back\\slash", "\\'both", "end\\"])
def test_a_folder_may_have_any_name(tmp_path, name):
    write(tmp_path / name, "sponsorship/mine.yaml", "level: 0.33\n")
    assert compose(["sponsorship=mine"], tmp_path / name).sponsorship.level == 0.33


def test_files_that_do_not_compose_are_refused(tmp_path):
    write(tmp_path, "scenario/town.yaml", "# @package _global_\ndefaults:\n  - override /management: calm\n")
    with pytest.raises(InputError) as caught:
        compose(["scenario=town", "seed=-1"], tmp_path)
    assert [problem.key for problem in caught.value.problems] == ["--config-dir", "seed"]


def test_origins_are_named(tmp_path):
    path = write(tmp_path, "mine.yaml", "voice: {middle_share: 0.6}\n")
    with pytest.raises(InputError) as caught:
        load_scenario(path, "programme=idea_call", "authority.services=70", "authority=commune_150")
    origins = {problem.key: problem.origin.en for problem in caught.value.problems}
    assert origins == {
        "authority.services, authority.field_agents, authority.team_size": "command line, group authority=commune_150, "
        "default value",
    }
    with pytest.raises(InputError) as caught:
        load_scenario(path, "voice.quick_share=0.9")
    assert caught.value.problems[0].origin.fr == f"ligne de commande, fichier {path}"


# ---- manners


def test_configs_are_found_in_the_package_first(tmp_path, monkeypatch):
    package = tmp_path / "site" / "sim"
    monkeypatch.setattr(options.importlib.resources, "files", lambda name: package / "config")
    with pytest.raises(FileNotFoundError):
        configs_folder()
    write(tmp_path, "site/configs/config.yaml", "{}")
    assert configs_folder() == tmp_path / "site" / "configs"
    write(package, "_configs/config.yaml", "{}")
    assert configs_folder() == package / "_configs"


def test_it_works_from_any_directory(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert compose(["scenario=transfo_deep", "hierarchy.depth=2"]).hierarchy.depth == 2
    assert list(tmp_path.iterdir()) == []


def test_a_hydra_application_around_it_is_left_in_place(tmp_path):
    write(tmp_path, "config.yaml", "x: 1\n")
    write(tmp_path, "sponsorship/mine.yaml", "level: 0.4\n")
    with initialize_config_dir(str(tmp_path), version_base="1.3"):
        assert compose(["sponsorship=mine"], tmp_path).sponsorship.level == 0.4
        assert hydra_compose("config").x == 1


def test_threads_do_not_disturb_one_another(tmp_path):
    for i in range(8):
        write(tmp_path, f"sponsorship/s{i}.yaml", f"level: 0.{i}1\n")
    levels: dict[int, float] = {}

    def work(i: int) -> None:
        levels[i] = compose([f"sponsorship=s{i}"], tmp_path).sponsorship.level

    threads = [threading.Thread(target=work, args=(i,)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert levels == {i: float(f"0.{i}1") for i in range(8)}


def test_groups_of_options_are_groups_of_keys():
    assert option_groups([FOLDER]) == {"authority", "sponsorship", "hierarchy", "cost", "programme", "scenario"}
    assert option_groups([FOLDER]) - {"scenario"} <= set(groups())

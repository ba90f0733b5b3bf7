"""From configs/ and a command line to a configuration: the layers, their order, where they come from."""

import threading
from pathlib import Path

import pytest
from hydra import compose as hydra_compose
from hydra import initialize_config_dir

from experiments import options
from experiments.configuration import compose, load_scenario
from experiments.options import configs_folder
from sim.config import config_hash, flat
from sim.core.errors import InputError


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

"""What the command line promises: help, exit codes, refusals that write nothing, files, the same bits again."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from experiments.command import command_module, command_names, main
from tests.interrupting import hears_interruptions

SMALL = (
    "authority=commune_150",
    "authority.simulated_citizens=0",
    "programme.launch=given",
    "verdict.epsilon=0.02",
    "replicates=3",
)
ROOT = Path(__file__).resolve().parents[2]
FILES = {"manifest.json", "runs.parquet", "monthly.parquet", "summary.json", "README.md"}


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder to work in, and an environment that asks for French."""
    monkeypatch.chdir(tmp_path)
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """A small result, made once by the command itself."""
    folder = tmp_path_factory.mktemp("stored") / "resultat"
    assert main(["run", "scenario=transfo", *SMALL, "--out", str(folder), "--quiet", "--why", "no"]) == 0
    return folder


@pytest.fixture
def copy(stored, tmp_path):
    """A copy that a test may damage."""
    return Path(shutil.copytree(stored, tmp_path / "copie"))


def refused(tokens, capsys) -> str:
    """The message of a refusal: exit code 2, nothing on the output, nothing written, no traceback."""
    assert main(tokens) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "Traceback" not in printed.err
    assert [path.name for path in Path.cwd().iterdir() if path.name == "outputs"] == []
    return printed.err


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", command_names())
def test_every_command_has_a_help_with_two_examples(name, lang, capsys):
    assert main([name, "--help", "--lang", lang]) == 0
    text = capsys.readouterr().out
    assert text.count(f"\n  archipel {name}") == 2
    for option in ("--lang", "--out", "--quiet", "--config-dir", "--help"):
        assert f"  {option}" in text
    assert {"fr": "Exemples", "en": "Examples"}[lang] in text


@pytest.mark.parametrize("name", command_names())
def test_the_examples_of_a_help_are_lines_that_the_command_accepts(name):
    from experiments.grammar import read

    command = command_module(name).COMMAND
    for example in command.examples:
        archipel, called, *tokens = example.split()
        assert (archipel, called) == ("archipel", name)
        assert read(command, tokens, "fr").mistakes == []


def test_the_welcome_names_every_command(here, capsys):
    assert main([]) == 0
    french = capsys.readouterr().out
    assert all(f"\n  {name}" in french for name in command_names())
    assert main(["--help", "--lang=en"]) == 0
    assert "Commands" in capsys.readouterr().out


def test_the_language_may_be_said_anywhere(here, capsys):
    assert main(["--lang", "en", "run", "--help"]) == 0
    assert "Examples" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("tokens", "said"),
    [
        (["rnu"], ["rnu", "commande inconnue", "nom le plus proche : run"]),
        (["--colour"], ["--colour", "option inconnue"]),
        (["run", "--wrokers", "2"], ["--wrokers", "nom le plus proche : --workers"]),
        (["run", "--workers"], ["il manque la valeur", "--workers N"]),
        (["run", "--workers", "0"], ["--workers 0", "un entier à partir de 1"]),
        (["run", "--workers=two"], ["--workers two"]),
        (["run", "--why", "maybe"], ["--why maybe", "no, single ou full"]),
        (["run", "--quiet=yes"], ["--quiet=yes", "ne prend pas de valeur"]),
        (["run", "--seed", "3"], ["--seed", "option inconnue"]),
        (["run", "--lang", "de"], ["--lang de", "fr ou en"]),
        (["run", "transfo"], ["transfo", "mot en trop", "clé=valeur"]),
        (["run", "scenario=trasfo"], ["trasfo", "transfo"]),
        (["run", "sponsorship.levle=0.5"], ["sponsorship.levle", "sponsorship.level"]),
        (["compare", "transfo"], ["il manque quelque chose"]),
        (["compare", "transfo", "transfo"], ["transfo", "donné deux fois"]),
        (["compare", "transfo", "reference", "scenario=transfo"], ["sans scenario="]),
        (["compare", "transfo", "no_such_one"], ["no_such_one"]),
        (["list"], ["il manque quelque chose"]),
        (["list", "scenario"], ["scenario", "nom le plus proche : scenarios"]),
        (["list", "scenarios", "seed=1"], ["seed=1", "ne prend pas de clé=valeur"]),
        (["replay", "nowhere", "--run", "0"], ["nowhere", "dossier introuvable"]),
        (["verify", "nowhere"], ["nowhere", "dossier introuvable"]),
        (["verify", "nowhere", "--sample", "-1"], ["--sample -1"]),
        (["explain", "sponsorship.levle"], ["sponsorship.level"]),
        (["run", "--config-dir", "nowhere"], ["--config-dir"]),
    ],
)
def test_bad_input_is_refused_with_what_is_allowed(tokens, said, here, capsys):
    message = refused(tokens, capsys)
    for words in said:
        assert words in message
    assert list(here.iterdir()) == []


def test_all_mistakes_are_told_at_once(here, capsys):
    message = refused(["run", "--wrokers", "2", "sponsorship.level=7", "hierarchy.dept=3", "--sample"], capsys)
    for words in ("5 problèmes", "--wrokers", "--sample", "sponsorship.level", "hierarchy.depth"):
        assert words in message


def test_mistakes_of_all_scenarios_are_told_once_each(here, capsys):
    message = refused(["compare", "transfo", "refrence", "cost.price_factor=-1"], capsys)
    assert message.count("cost.price_factor") == 1
    assert "refrence" in message


def test_refusals_are_told_in_english_too(here, capsys):
    assert "unknown command" in refused(["rnu", "--lang", "en"], capsys)


def test_run_prints_shares_outcomes_and_where_the_files_are(here, capsys):
    assert main(["run", "scenario=transfo", *SMALL]) == 0
    text = capsys.readouterr().out
    for words in ("diffusion en cours", "îlots participatifs", "labo-vitrine", "fois sur 100", "intervalle à 95 %"):
        assert words in text
    for words in ("que les faits de l'étude n'excluent pas", "3 simulations", "outputs/run-transfo-", "À essayer"):
        assert words in text
    (folder,) = (here / "outputs").iterdir()
    assert {path.name for path in folder.iterdir()} >= FILES
    assert {path.suffix for path in (folder / "figures").iterdir()} == {".svg", ".png"}


def test_quiet_prints_the_folder_alone(here, capsys):
    assert main(["run", "scenario=transfo", *SMALL, "--quiet", "--out", "ici", "--why", "no"]) == 0
    printed = capsys.readouterr()
    assert printed.out == "ici\n"
    assert printed.err == ""


def test_the_manifest_says_all_that_decides_the_result(stored):
    manifest = json.loads((stored / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["format"] == 1
    assert manifest["command"] == "run"
    assert manifest["configuration"]["authority"]["services"] is not None
    assert manifest["seeds"] == {"root": 1, "replicates": 3}
    assert manifest["mandate_phase"] == "drawn"
    assert len(manifest["code"]["hash"]) == 64
    assert set(manifest["files"]) >= FILES - {"manifest.json"}
    assert str(ROOT) not in json.dumps(manifest)


def test_the_readme_of_a_result_speaks_both_languages_and_its_line_of_pandas_works(stored, monkeypatch):
    text = (stored / "README.md").read_text(encoding="utf-8")
    assert "une ligne par simulation" in text
    assert "one row a run" in text
    line = next(line.strip() for line in text.splitlines() if "read_parquet" in line)
    monkeypatch.chdir(stored)
    read = {}
    exec(line, read)
    assert len(read["runs"]) == 3
    assert len(read["monthly"]) == 3 * 96


def test_workers_and_order_change_no_byte_of_the_data(stored, tmp_path):
    again = tmp_path / "again"
    tokens = ["run", "scenario=transfo", *reversed(SMALL), "--out", str(again), "--quiet"]
    tokens += ["--workers", "2", "--why", "no"]
    assert main(tokens) == 0
    for name in ("runs.parquet", "monthly.parquet", "summary.json"):
        assert (again / name).read_bytes() == (stored / name).read_bytes(), name


def test_more_replicates_begin_with_the_same_runs(stored, here):
    tokens = ["run", "scenario=transfo", *SMALL, "replicates=4", "--out", "plus", "--quiet", "--why", "no"]
    assert main(tokens) == 0
    few, more = (pd.read_parquet(folder / "runs.parquet") for folder in (stored, here / "plus"))
    pd.testing.assert_frame_equal(more.iloc[:3], few)


def test_compare_meets_the_same_luck_and_prints_paired_differences(here, capsys):
    tokens = ["compare", "transfo", "transfo_weak_sponsor", *SMALL, "--out", "deux"]
    assert main(tokens) == 0
    text = capsys.readouterr().out
    assert "pas d'effet visible" in text
    runs = pd.read_parquet(here / "deux" / "runs.parquet")
    seeds = runs.groupby("scenario", sort=False)["seed"].agg(list)
    assert seeds.iloc[0] == seeds.iloc[1]
    assert runs["sponsorship.level"].nunique() == 2
    assert main(["verify", "deux", "--quiet"]) == 0


def test_headline_makes_the_comparison_and_the_phase_picture(here, capsys):
    assert main(["headline", *SMALL, "replicates=1", "--out", "tout", "--why", "no"]) == 0
    text = capsys.readouterr().out
    for words in ("150 agents de terrain", "adoption.sponsor", "hierarchy.signal_retention", "Calcul :"):
        assert words in text
    for folder, scenarios in ((here / "tout", 7), (here / "tout" / "phase", 80)):
        assert pd.read_parquet(folder / "runs.parquet")["scenario"].nunique() == scenarios
        assert main(["verify", str(folder), "--quiet"]) == 0
    assert (here / "tout" / "phase" / "figures" / "phase.png").stat().st_size > 10_000


def test_the_same_command_again_renews_its_folder_and_another_is_refused(stored, here, capsys):
    folder = str(stored)
    before = (stored / "runs.parquet").read_bytes()
    assert main(["run", "scenario=transfo", *SMALL, "--out", folder, "--quiet", "--why", "no"]) == 0
    capsys.readouterr()
    assert (stored / "runs.parquet").read_bytes() == before
    message = refused(["run", "scenario=transfo", *SMALL, "seed=2", "--out", folder], capsys)
    assert "contient un autre résultat" in message


def test_a_folder_that_holds_something_else_is_left_alone(here, capsys):
    (here / "photos").mkdir()
    (here / "photos" / "mer.jpg").write_text("sea")
    (here / "note").write_text("note")
    assert "autre chose" in refused(["run", "--out", "photos"], capsys)
    assert "un fichier porte ce nom" in refused(["run", "--out", "note"], capsys)
    assert [path.name for path in (here / "photos").iterdir()] == ["mer.jpg"]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_replay_finds_the_same_bits_by_number_and_by_run_id(stored, lang, capsys):
    run_id = pd.read_parquet(stored / "runs.parquet")["run_id"].iloc[2]
    for asked in ("2", run_id):
        assert main(["replay", str(stored), "--run", asked, "--lang", lang]) == 0
        text = capsys.readouterr().out
        assert run_id in text
        assert {"fr": "mêmes bits", "en": "same bits"}[lang] in text


@pytest.mark.parametrize("asked", ["3", "-1", "abc", "1.5"])
def test_replay_refuses_a_row_that_is_not_there(stored, asked, here, capsys):
    message = refused(["replay", str(stored), "--run", asked], capsys)
    assert "cette ligne n'existe pas" in message
    assert "0..2" in message


def test_replay_asks_for_a_row(stored, here, capsys):
    assert "--run" in refused(["replay", str(stored)], capsys)


def test_verify_and_replay_see_a_damaged_result(copy, here, capsys):
    path = copy / "monthly.parquet"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert main(["verify", str(copy)]) == 1
    assert "monthly.parquet" in capsys.readouterr().out
    assert "archipel verify" in refused(["replay", str(copy), "--run", "0"], capsys)


def test_a_folder_that_is_no_result_is_refused(here, capsys):
    assert "manifest.json manque" in refused(["verify", "."], capsys)
    for content in ("{", "[]", '{"format": 99}'):
        Path("manifest.json").write_text(content)
        assert "manifeste" in refused(["verify", "."], capsys)
        assert "manifeste" in refused(["replay", ".", "--run", "0"], capsys)


@pytest.mark.parametrize("kind", ["scenarios", "interventions", "levers", "outcomes", "studies"])
def test_list_and_explain_answer_and_keep_their_page_where_asked(kind, here, capsys):
    assert main(["list", kind, "--out", "pages"]) == 0
    text = capsys.readouterr().out
    assert (here / "pages" / f"list-{kind}.txt").read_text(encoding="utf-8").strip() == text.strip()


@pytest.mark.parametrize("name", ["sponsorship.level", "net_practice", "transfo"])
def test_explain_says_what_a_thing_is(name, here, capsys):
    assert main(["explain", name]) == 0
    assert name in capsys.readouterr().out


def _start(folder, *tokens) -> subprocess.Popen:
    command = [sys.executable, "-m", "experiments", *tokens]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "LANG": "fr_FR.UTF-8"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, cwd=folder, env=environment, preexec_fn=hears_interruptions, **pipes)


def test_an_interruption_exits_with_130_and_leaves_nothing(tmp_path):
    process = _start(tmp_path, "run", "scenario=transfo", *SMALL, "replicates=100000", "--workers", "1", "--why", "no")
    time.sleep(6)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=300)
    assert process.returncode == 130
    assert "Traceback" not in errors
    assert "Interrompu" in errors
    assert list(tmp_path.rglob("*")) == []


def test_help_answers_at_once_and_imports_nothing_heavy(tmp_path):
    code = (
        "import sys; from experiments.command import main; main(['--help']); "
        "print(sorted({'numpy', 'numba', 'pandas', 'rich', 'babel', 'hydra', 'mesa', 'pydantic'} & set(sys.modules)))"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.stdout.strip().endswith("[]")


def test_a_reader_that_leaves_is_no_failure(tmp_path):
    process = _start(tmp_path, "list", "levers")
    process.stdout.close()
    errors = process.stderr.read()
    assert process.wait(timeout=300) == 0
    assert "Traceback" not in errors

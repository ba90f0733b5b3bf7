"""A wrong study is refused in one message that names every fault, with exit code 2, and nothing is written."""

import pytest
import yaml

from experiments.command import main
from tests.study.studies import GRID, written

LEVERS = GRID["levers"]
WRONG = {
    "unknown top key": ({"levels": {}}, ["levels", "levers"]),
    "no lever": ({"levers": {}}, ["levers"]),
    "levers is a list": ({"levers": ["sponsorship.level"]}, ["levers"]),
    "unknown lever": ({"levers": {"sponsorship.levl": {"values": [1]}}}, ["sponsorship.levl", "sponsorship.level"]),
    "value out of range": ({"levers": {"sponsorship.level": {"values": [0.2, 1.5]}}}, ["sponsorship.level", "1.5"]),
    "value of the wrong kind": ({"levers": {"hierarchy.depth": {"values": ["deep"]}}}, ["hierarchy.depth"]),
    "value twice": ({"levers": {"hierarchy.depth": {"values": [2, 2]}}}, ["twice"]),
    "no value": ({"levers": {"hierarchy.depth": {"values": []}}}, ["hierarchy.depth"]),
    "range upside down": ({"levers": {"sponsorship.level": {"low": 0.9, "high": 0.1, "steps": 3}}}, ["low"]),
    "range out of what is allowed": ({"levers": {"sponsorship.level": {"low": 0, "high": 2, "steps": 3}}}, ["0..1"]),
    "range of a choice": ({"levers": {"authority.type": {"low": 0, "high": 1}}}, ["authority.type"]),
    "range and values": ({"levers": {"hierarchy.depth": {"values": [2], "low": 1, "high": 3}}}, ["hierarchy.depth"]),
    "whole key with broken ends": ({"levers": {"hierarchy.depth": {"low": 1.5, "high": 3, "steps": 2}}}, ["whole"]),
    "logarithm of zero": (
        {"levers": {"cost.price_factor": {"low": 0, "high": 3, "log": True}}, "design": {"kind": "sobol", "points": 4}},
        ["low > 0"],
    ),
    "grid without steps": ({"levers": {"sponsorship.level": {"low": 0.1, "high": 0.9}}}, ["steps"]),
    "unknown option of a group": ({"levers": {"programme": {"values": ["ambasadors"]}}}, ["ambassadors"]),
    "unknown key in a named choice": (
        {"levers": {"when": {"values": {"a": {"programme.begin": 3}}}}}, ["programme.begin"]
    ),
    "unknown intervention": (
        {"levers": {"interventions": {"values": {"a": [{"name": "co_trainings", "month": 3}]}}}}, ["co_training"]
    ),
    "unknown design": ({"design": {"kind": "latin_hypercub", "points": 3}}, ["latin_hypercube"]),
    "design without its number": ({"design": {"kind": "latin_hypercube"}}, ["design.points"]),
    "unknown option of a design": ({"design": {"kind": "grid", "point": 3}}, ["design.point"]),
    "Sobol' without a power of two": ({"design": {"kind": "sobol", "points": 100}}, ["64", "128"]),
    "leaning fraction": ({"design": {"kind": "fraction", "one_in": 3}}, ["one_in"]),
    "boundary without a range": ({"design": {"kind": "boundary", "points": 20}}, ["low"]),
    "dummy in a grid": ({"dummy": True}, ["dummy", "latin_hypercube"]),
    "unknown uncertainty": ({"uncertain": "params"}, ["parameters"]),
    "lever and uncertain": ({"uncertain": {"hierarchy.depth": {"low": 2, "high": 5}}}, ["hierarchy.depth"]),
    "no replicate": ({"replicates": {"fixed": 0}}, ["replicates.fixed"]),
    "replicates as a number": ({"replicates": 20}, ["fixed"]),
    "unknown outcome": (
        {"replicates": {"until": {"outcome": "difusion", "half_width": 0.1, "most": 50}}}, ["diffusion"]
    ),
    "no width": ({"replicates": {"until": {"outcome": "diffusion", "most": 50}}}, ["half_width"]),
    "a pair that is no point": (
        {"replicates": {"until": {"outcome": "diffusion", "half_width": 0.1, "most": 50,
                                  "between": [{"hierarchy.depth": 3}, {"hierarchy.depth": 5}]}}},
        ["between"],
    ),
    "unknown scenario": ({"scenario": "transfos"}, ["transfo"]),
    "unknown key of the base": ({"base": ["authority.size=3"]}, ["authority.size"]),
    "base is no list": ({"base": "authority=commune_150"}, ["base"]),
    "negative seed": ({"seed": -1}, ["seed"]),
    "unknown month column": ({"monthly": ["practise"]}, ["practice"]),
    "missing table": ({"levers": None, "design": {"kind": "table", "file": "nowhere.csv"}}, ["nowhere.csv"]),
    "title that is no text": ({"title_fr": ["a"]}, ["title_fr"]),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_study_is_refused(name, tmp_path, capsys, monkeypatch):
    changes, words = WRONG[name]
    said = {key: value for key, value in {**GRID, **changes}.items() if value is not None}
    path = written(tmp_path, said)
    monkeypatch.chdir(tmp_path)
    assert main(["study", f"study={path}", "--lang", "en"]) == 2
    message = capsys.readouterr().err
    assert "Input refused" in message and "Traceback" not in message
    for word in words:
        assert word in message, message
    assert sorted(each.name for each in tmp_path.iterdir()) == [path.name]


def test_all_faults_are_told_at_once(tmp_path, capsys):
    said = {**GRID, "levels": 1, "levers": {"sponsorship.levl": {"values": [1]}, "hierarchy.depth": {"values": []}},
            "design": {"kind": "gird"}, "seed": "one"}
    assert main(["study", f"study={written(tmp_path, said)}", "--lang", "en"]) == 2
    message = capsys.readouterr().err
    for word in ("levels", "sponsorship.levl", "hierarchy.depth", "gird"):
        assert word in message


@pytest.mark.parametrize(
    ("tokens", "word"),
    [
        ([], "study=NAME"),
        (["study=quik"], "quick"),
        (["study=quick", "study=screening"], "one study"),
        (["study=quick", "sponsorship.level=0.5"], "lever"),
        (["study=quick", "replicates=none"], "replicates"),
        (["study=quick", "sponsorship.levl=0.5"], "sponsorship.level"),
        (["study=quick", "--executor", "slurms"], "slurm"),
        (["study=quick", "--executer", "serial"], "--executor"),
        (["study=quick", "--scheduler", "tcp://x:1"], "dask"),
        (["study=quick", "--format", "xlsx"], "csv"),
        (["study=no/such/file.yaml"], "file"),
    ],
)
def test_a_wrong_line_is_refused(tokens, word, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["study", *tokens, "--lang", "en"]) == 2
    message = capsys.readouterr().err
    assert word in message
    assert list(tmp_path.iterdir()) == []


def test_a_mistake_does_not_make_the_study_an_unknown_key(capsys):
    assert main(["study", "study=quick", "--executer", "x", "--lang", "en"]) == 2
    assert "study" not in [line.split()[1] for line in capsys.readouterr().err.splitlines() if line.startswith("  1.")]


@pytest.mark.parametrize("name", ["dask", "slurm"])
def test_an_executor_without_its_library_is_refused_in_one_sentence(name, capsys, tmp_path, monkeypatch):
    monkeypatch.setattr("experiments.studying.missing_library", lambda kind: "a_library")
    assert main(["study", "study=quick", "--executor", name, "--out", str(tmp_path / "x"), "--lang", "en"]) == 2
    assert "pip install 'a_library'" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    "command", [["worker"], ["gather"], ["worker", "--chunk", "0"], ["verify"], ["replay", "--run", "0"]]
)
def test_a_folder_without_a_study_is_refused(command, capsys, tmp_path):
    name, *options = command
    assert main([name, str(tmp_path), *options, "--lang", "en"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_yaml_traps_are_seen(tmp_path, capsys):
    path = tmp_path / "x.yaml"
    path.write_text(yaml.safe_dump(GRID) + "dummy: yes\n", encoding="utf-8")
    assert main(["study", f"study={path}", "--lang", "en"]) == 2
    assert "another thing in YAML" in capsys.readouterr().err

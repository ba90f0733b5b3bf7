"""A wrong study is refused in one message that names every fault, with exit code 2, and nothing is written."""

import pandas as pd
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
    "more points than can be drawn": (
        {"levers": {key: {"low": 0, "high": 1, "steps": 100} for key in (
            "sponsorship.level", "sponsorship.involvement", "management.stance", "hierarchy.transversality")}},
        ["100000000", "1..1000000"],
    ),
    "more runs than can be planned": ({"replicates": {"fixed": 100_000_000}}, ["replicates.fixed"]),
    "points times replicates": (
        {"levers": {"sponsorship.level": {"low": 0, "high": 1, "steps": 1000}}, "replicates": {"fixed": 1_000_000}},
        ["1000000000", "too many runs"],
    ),
    "a key that is a lever and in a named choice": (
        {"levers": {"when": {"values": {"a": {"hierarchy.depth": 3}, "b": {}}}, "hierarchy.depth": {"values": [2, 5]}}},
        ["hierarchy.depth", "when", "varied twice"],
    ),
    "a key that is in a named choice and uncertain": (
        {"levers": {"when": {"values": {"a": {"adoption.half_point": 3}, "b": {}}}},
         "uncertain": {"adoption.half_point": {"low": 1.5, "high": 4.0}}},
        ["adoption.half_point", "varied twice"],
    ),
    "a named choice called as a column is": (
        {"levers": {"verdict": {"values": {"a": {"hierarchy.depth": 3}, "b": {}}}}}, ["verdict", "column"]
    ),
    "a named choice without a name for a column": (
        {"levers": {"a | b": {"values": {"a": {"hierarchy.depth": 3}, "b": {}}}}}, ["letters"]
    ),
    "refined points and refined replicates": (
        {"levers": {"sponsorship.level": {"low": 0.1, "high": 0.9}}, "design": {"kind": "boundary", "points": 20},
         "replicates": {"until": {"outcome": "diffusion", "half_width": 0.1, "most": 50}}},
        ["replicates", "fixed number"],
    ),
    "a group that each replicate would draw": ({"uncertain": {"authority": {"values": ["commune_150", "commune_600"]}}},
                                               ["uncertain.authority", "latin_hypercube"]),
    "too few replicates to begin with": (
        {"replicates": {"until": {"outcome": "diffusion", "half_width": 0.1, "most": 50, "first": 2}}}, ["10..50"]
    ),
    "a pair of one point": (
        {"replicates": {"until": {"outcome": "diffusion", "half_width": 0.1, "most": 50, "between": [
            {"sponsorship.level": 0.2, "hierarchy.depth": 2}, {"sponsorship.level": 0.2, "hierarchy.depth": 2}]}}},
        ["between", "different"],
    ),
    "replicates in the base": ({"base": ["replicates=7"]}, ["base", "replicates=7", "study itself"]),
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


@pytest.mark.parametrize(
    ("text", "word"),
    [("seed: 2020-01-01\n", "another thing"), ("seed: 1e5\n", "another thing"), ("? [a, b]\n: 1\n", "a key is a text")],
)
def test_what_yaml_reads_as_something_else_is_refused(text, word, tmp_path, capsys):
    path = tmp_path / "x.yaml"
    path.write_text(yaml.safe_dump(GRID) + text, encoding="utf-8")
    assert main(["study", f"study={path}", "--lang", "en"]) == 2
    assert word in capsys.readouterr().err


def test_faults_of_the_base_are_told_with_the_others_and_where_they_stand(tmp_path, capsys):
    said = {**GRID, "levers": {"sponsorship.levl": {"values": [1]}}, "scenario": "transfos",
            "base": ["authority.size=3"], "replicates": {"fixd": 3}, "seed": "x", "monthly": ["practise"]}
    assert main(["study", f"study={written(tmp_path, said)}", "hierarchy.dept=3", "--lang", "en"]) == 2
    message = capsys.readouterr().err
    for word in ("sponsorship.levl", "transfos", "authority.size", "fixd", "seed", "practise"):
        assert word in message
    problems = message.split("\n  ")
    assert all("essai.yaml" in each for each in problems if "authority.size" in each or "transfos" in each)
    assert any("hierarchy.dept" in each and "command line" in each for each in problems)


TABLES = {
    "empty": (b"", "rows"),
    "names alone": (b"sponsorship.level,hierarchy.depth\n", "rows"),
    "no text": (b"spon\x00sorship.level\n0.2\n", "not a text"),
    "a row too long": (b"sponsorship.level,hierarchy.depth\n0.2,2\n0.1,2,5\n", "line 3: 2 cells"),
    "a row too short": (b"sponsorship.level;hierarchy.depth\n0,2\n", "line 2: 2 cells"),
    "a column twice": (b"sponsorship.level,sponsorship.level\n0.2,0.3\n", "written twice"),
    "a column without a name": (b"sponsorship.level,\n0.2,3\n", "without a name"),
    "words for numbers": (b"sponsorship.level,hierarchy.depth\n0.2,deux\n0.5,3\n", "line 2: a number"),
    "an infinite number": (b"hierarchy.depth\ninf\n2\n", "hierarchy.depth"),
    "an open quote": (b'sponsorship.level,hierarchy.depth\n"0.2,2\n', "cannot be read"),
    "a nearest name": (b"sponsorship.levl,authority\n0.2,comune_150\n", "commune_150"),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_wrong_table_is_refused(name, tmp_path, capsys):
    content, word = TABLES[name]
    refused_table(tmp_path, "points.csv", content, word, capsys)


@pytest.mark.parametrize("cells", [[[0.1], [0.2]], [b"x", b"y"], pd.to_datetime(["2020-01-01", "2020-01-02"])])
def test_a_wrong_parquet_table_is_refused(cells, tmp_path, capsys):
    pd.DataFrame({"sponsorship.level": cells}).to_parquet(tmp_path / "points.parquet")
    refused_table(tmp_path, "points.parquet", None, "a number, a text", capsys)


def refused_table(folder, file, content, word, capsys):
    if content is not None:
        (folder / file).write_bytes(content)
    said = {key: value for key, value in GRID.items() if key != "levers"} | {"design": {"kind": "table", "file": file}}
    assert main(["study", f"study={written(folder, said)}", "--lang", "en"]) == 2
    message = capsys.readouterr().err
    assert "Input refused" in message and word in message, message

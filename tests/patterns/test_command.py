"""`archipel validate` and `evaluate` on the cheapest pattern: small towns, thirteen months."""

import csv
import json

import pytest

from experiments import validating
from experiments.command import main
from experiments.patterns import evaluate, expected
from sim.core.errors import InputError

CHEAP = ("--only", "SF23", "replicates=8", "--workers", "1", "--lang", "en")


@pytest.fixture
def listed(tmp_path, monkeypatch):
    """The committed list, as a file of the test's own."""
    file = tmp_path / "expected.yaml"
    monkeypatch.setattr(validating, "differences", lambda size, readings: expected.differences(size, readings, file))
    monkeypatch.setattr(validating, "update", lambda *args: expected.update(*args, file))
    return file


def run(tmp_path, *more):
    return main(["validate", *CHEAP, "--out", str(tmp_path / "out"), *more])


def test_workers_change_nothing_and_values_do():
    one, two = (evaluate(["SF23"], replicates=3, root=1, workers=n) for n in (1, 2))
    assert one == two
    dear = evaluate(["SF23"], values={"cost.launch_budget_share": 1e-5}, replicates=6, root=1)
    assert dear["SF23"]["range"].value == 0.0
    assert not dear["SF23"].passed


def test_a_value_that_is_not_allowed_is_refused():
    with pytest.raises(InputError):
        evaluate(["SF23"], values={"adoption.half_point": -1.0}, replicates=1, root=1)


def test_the_list_is_written_then_held_against(tmp_path, listed, capsys):
    assert run(tmp_path) == 1
    assert "SF23 is not in the list" in capsys.readouterr().out
    assert run(tmp_path, "--update-expected") == 0
    assert run(tmp_path) == 0
    assert "All is as the committed list says" in capsys.readouterr().out
    listed.write_text(listed.read_text().replace("pass", "fail"))
    assert run(tmp_path) == 1
    assert "SF23 should not hold and does" in capsys.readouterr().out


def test_files(tmp_path, listed):
    run(tmp_path)
    out = tmp_path / "out"
    assert {path.name for path in out.iterdir()} == {"patterns.csv", "patterns.json", "patterns.md", "manifest.json"}
    lines = list(csv.DictReader((out / "patterns.csv").open(encoding="utf-8")))
    assert [line["part"] for line in lines] == ["order", "range"]
    assert lines[0]["passed"] == "True"
    data = json.loads((out / "patterns.json").read_text(encoding="utf-8"))
    assert data["complex_count"]["SF23"]["title"]["fr"] == "Les petites collectivités lancent moins"
    text = (out / "patterns.md").read_text(encoding="utf-8")
    assert text.index("Les petites collectivités lancent moins") < text.index("Small authorities launch less")
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["seeds"] == {"root": 1, "replicates": 8}


def test_values_are_not_compared(tmp_path, listed, capsys):
    assert run(tmp_path, "--values", "adoption.intercept=-7", "adoption.half_point=2.5") == 0
    assert "nothing is compared" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--only", "SF99"), "SF99"),
        (("--variant", "simple"), "simple_count"),
        (("scenario=transfo",), "scenario"),
        (("adoption.intercept=many",), "adoption.intercept"),
        (("adoption.interceptt=1",), "adoption.intercept"),
        (("--values", "adoption.half_point=-3"), "adoption.half_point"),
        (("--quick", "--full"), "--full"),
        (("--update-expected", "adoption.intercept=-7"), "adoption.intercept"),
    ],
)
def test_bad_input_is_one_message_and_writes_nothing(tmp_path, listed, capsys, more, said):
    assert run(tmp_path, *more) == 2
    seen = capsys.readouterr()
    assert said in seen.err
    assert "Traceback" not in seen.err
    assert not (tmp_path / "out").exists()
    assert not listed.exists()


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path, listed):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.docx").write_text("mine")
    assert run(tmp_path) == 2

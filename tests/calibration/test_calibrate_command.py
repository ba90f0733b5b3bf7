"""`archipel calibrate`: what is refused, what it would cost, what it writes."""

import json

import pytest

from experiments import calibrating
from experiments.command import main
from experiments.commands.calibrate import COMMAND
from experiments.grammar import read
from experiments.refusal import WorkFailed
from sim.core.errors import InputError
from tests.calibration.toy import SPACE, Toy

FILES = {"calibration.json", "ensemble.csv", "report.fr.md", "report.en.md"}


def asked(*tokens):
    return read(COMMAND, [*tokens, "--workers", "1", "--quiet"], "fr")


@pytest.fixture
def toy_space(monkeypatch):
    monkeypatch.setattr(calibrating, "fit_space", lambda: SPACE)


@pytest.mark.parametrize(
    "tokens",
    [
        ["--points", "0"],
        ["--points", "many"],
        ["--points", "3"],
        ["--budget", "-1"],
        ["--waves", "1.5"],
        ["--replicates"],
        ["--pionts", "30"],
        ["--freeze", "nowhere"],
        ["scenario=transfo"],
        ["transfo"],
    ],
    ids=" ".join,
)
def test_a_wrong_line_is_refused_and_writes_nothing(tokens, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["calibrate", *tokens]) == 2
    assert "Traceback" not in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_something_else_is_left_alone(toy_space, tmp_path):
    (tmp_path / "mine.txt").write_text("kept")
    with pytest.raises(InputError):
        calibrating.calibrate(asked("--points", "30", "--out", str(tmp_path)), Toy())
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_same_line_again_gives_the_same_bytes(toy_space, tmp_path):
    line = asked("--points", "24", "--waves", "1", "--replicates", "4", "--out", str(tmp_path / "c"))
    assert calibrating.calibrate(line, Toy()) == 0
    first = {name: (tmp_path / "c" / name).read_bytes() for name in FILES}
    assert calibrating.calibrate(line, Toy()) == 0
    assert {name: (tmp_path / "c" / name).read_bytes() for name in FILES} == first
    content = json.loads(first["calibration.json"])
    assert content["settings"]["points"] == 24
    assert len(content["members"]) == first["ensemble.csv"].count(b"\n") - 5


def test_a_dry_run_says_the_cost_and_writes_nothing(toy_space, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert calibrating.calibrate(read(COMMAND, ["--dry-run", "--points", "100"], "en"), Toy()) == 0
    said = capsys.readouterr().out
    assert "200 points, of which 24" in said
    assert "h of processor" in said
    assert list(tmp_path.iterdir()) == []


def test_a_search_without_any_member_says_so(toy_space, tmp_path, monkeypatch):
    monkeypatch.setattr(calibrating, "search", lambda space, race, settings: _nothing(race))
    with pytest.raises(WorkFailed):
        calibrating.calibrate(asked("--points", "30", "--out", str(tmp_path / "c")), Toy())


def _nothing(race):
    from experiments.calibration.waves import Waves

    return Waves(race, [[SPACE.middle]], [])

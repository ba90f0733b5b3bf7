"""Files of a result: the same bytes, nothing half done, every changed byte seen."""

import json
import random
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from experiments import manifest
from experiments.bits import computed, differing, stored
from experiments.checking import verify
from experiments.commands.verify import COMMAND
from experiments.grammar import Request, read
from experiments.result import Result, gather, load
from experiments.runner import execute, run_one
from experiments.store import (
    MANIFEST,
    MONTHLY,
    RUNS,
    SUMMARY,
    as_json,
    files_of,
    read_table,
    staged,
    table,
    write_table,
    write_text,
)
from experiments.work import write
from sim.core.errors import InputError
from tests.unit.fake_engine import fake_plan, fake_simulate

STARTED = 1_700_000_000.0


def _request(*tokens: str) -> Request:
    return read(COMMAND, tokens, "fr")


def _write(result: Result, target: Path) -> Path:
    with staged(target) as folder:
        write(result, folder, lambda _, figures: figures.mkdir(), STARTED, _request("DIR", "--quiet"))
    return target


@pytest.fixture(scope="module")
def plan():
    return fake_plan()


@pytest.fixture(scope="module")
def result(plan):
    return gather(plan, execute(plan, "essai", engine=fake_simulate, quiet=True))


@pytest.fixture
def folder(result, tmp_path):
    return _write(result, tmp_path / "resultat")


def test_two_writings_give_the_same_bytes(result, tmp_path):
    first, second = _write(result, tmp_path / "a"), _write(result, tmp_path / "b")
    names = files_of(first)
    assert {RUNS, MONTHLY, SUMMARY, "README.md"} <= set(names)
    for name in names:
        assert (first / name).read_bytes() == (second / name).read_bytes(), name
    hashes = {manifest.read(folder)["hash"] for folder in (first, second)}
    assert len(hashes) == 1


@pytest.mark.parametrize("workers", [2, 3])
def test_the_number_of_workers_changes_no_byte(result, plan, workers, tmp_path):
    again = gather(plan, execute(plan, "essai", workers=workers, engine=fake_simulate, quiet=True))
    assert again.run_table.equals(result.run_table)
    assert again.monthly_table.equals(result.monthly_table)


def test_what_is_read_back_is_what_was_written(result, folder):
    plan = manifest.plan_of(manifest.read(folder))
    back = load(plan, folder)
    assert plan.hash == result.plan.hash
    assert [scenario.config for scenario in plan.scenarios] == [s.config for s in result.plan.scenarios]
    pd.testing.assert_frame_equal(back.runs, result.runs)
    pd.testing.assert_frame_equal(back.monthly, result.monthly)


def test_the_rows_hold_identity_varied_keys_reading_and_outcomes(result, plan):
    runs = result.runs
    assert list(runs.columns[:4]) == ["run_id", "scenario", "replicate", "seed"]
    assert {"sponsorship.level", "verdict", "islet_kind", "disillusion", "aborted", "net_practice"} <= set(runs)
    assert "title_fr" not in runs
    assert runs["run_id"].is_unique
    assert runs["seed"][:6].tolist() == runs["seed"][6:].tolist() == [plan.seed(r) for r in range(6)]
    assert runs["islet_kind"].isna().equals(runs["verdict"] != "islets")
    assert len(result.monthly) == len(runs) * 24
    assert result.monthly["practice_twin"].equals(result.monthly["practice"] / 2)


def test_a_stored_row_has_the_bits_of_the_run_alone(result, plan, folder):
    back = load(plan, folder)
    assert differing(stored(back, 8), computed(run_one(plan, 1, 2, engine=fake_simulate))) == []
    other = differing(stored(back, 8), computed(run_one(plan, 1, 3, engine=fake_simulate)))
    assert {"net_practice", "monthly.practice"} <= set(other)
    assert "monthly.quality" not in other  # undefined in both


def test_an_interrupted_writing_leaves_nothing(tmp_path):
    with pytest.raises(KeyboardInterrupt), staged(tmp_path / "resultat") as folder:
        (folder / RUNS).write_text("half")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_rewriting_leaves_the_result_as_it_was(folder):
    before = {name: (folder / name).read_bytes() for name in files_of(folder)}
    with pytest.raises(KeyboardInterrupt), staged(folder) as stage:
        (stage / RUNS).write_text("half")
        raise KeyboardInterrupt
    assert {name: (folder / name).read_bytes() for name in files_of(folder)} == before
    assert verify(_request(str(folder), "--quiet"), fake_simulate) == 0


def test_publishing_puts_the_manifest_last(result, folder, monkeypatch):
    moved = []
    replace = Path.replace
    monkeypatch.setattr(Path, "replace", lambda self, to: (moved.append(self.name), replace(self, to))[1])
    _write(result, folder)
    assert moved[-1] == MANIFEST


def test_verify_accepts_a_whole_result(folder, capsys):
    assert verify(_request(str(folder)), fake_simulate) == 0
    assert "Ce résultat tient." in capsys.readouterr().out


@pytest.mark.parametrize("seed", range(40))
def test_verify_sees_every_flipped_bit(folder, seed):
    rng = random.Random(seed)
    path = folder / rng.choice([*files_of(folder), MANIFEST])
    content = bytearray(path.read_bytes())
    place = rng.randrange(len(content))
    content[place] ^= 1 << rng.randrange(8)
    path.write_bytes(content)
    try:
        assert verify(_request(str(folder), "--quiet"), fake_simulate) == 1
    except InputError as refusal:  # a manifest that is no longer one
        assert re.search("manifest", str(refusal))


@pytest.mark.parametrize("name", [RUNS, MONTHLY, SUMMARY, "README.md"])
def test_verify_sees_a_missing_file(folder, name, capsys):
    (folder / name).unlink()
    assert verify(_request(str(folder)), fake_simulate) == 1
    assert name in capsys.readouterr().out


def test_verify_sees_a_code_that_gives_something_else(folder, capsys):
    def changed(config, seed):
        record = fake_simulate(config, seed)
        record.monthly["practice"][-1] = np.nextafter(record.monthly["practice"][-1], 1)
        return record

    assert verify(_request(str(folder)), changed) == 1
    assert "recalculé" in capsys.readouterr().out


def test_verify_sees_a_run_that_is_not_there(result, folder, capsys):
    """A result whose checksums are right, and that is not what its plan announces."""
    write_table(result.run_table.slice(0, len(result.runs) - 1), folder / RUNS)
    (folder / MANIFEST).unlink()
    write_text(as_json(manifest.describe(result.plan, folder, {})), folder / MANIFEST)
    assert verify(_request(str(folder)), fake_simulate) == 1
    assert result.runs["run_id"].iloc[-1] in capsys.readouterr().out


def test_the_summary_is_plain_json(folder):
    summary = json.loads((folder / SUMMARY).read_text(encoding="utf-8"))
    shares = summary["scenarios"]["fort"]["verdicts"]
    assert sum(share["value"] for share in shares.values()) == pytest.approx(1.0)
    assert summary["differences"]["faible"]["minus"] == "fort"
    assert summary["scenarios"]["fort"]["outcomes"]["lab_alive"]["n"] == 6


def test_a_table_keeps_types_and_undefined_values(tmp_path):
    columns = {"a": [None, "x"], "b": [1.5, None], "c": np.array([np.nan, 2.0]), "d": [True, False], "e": [None, None]}
    write_table(table(columns), tmp_path / "t.parquet")
    back = read_table(tmp_path / "t.parquet")
    assert [str(field.type) for field in back.schema] == ["string", "double", "double", "bool", "string"]
    assert [column.null_count for column in back.columns] == [1, 1, 1, 0, 2]


@pytest.mark.parametrize("seed", range(30))
def test_a_flipped_bit_in_the_data_of_a_table_is_an_error_of_files(tmp_path, seed):
    path = tmp_path / "t.parquet"
    write_table(table({"x": np.random.default_rng(1).random(20_000)}), path)
    content, rng = bytearray(path.read_bytes()), random.Random(seed)
    content[rng.randrange(1_000, len(content) - 1_000)] ^= 1 << rng.randrange(8)
    path.write_bytes(content)
    with pytest.raises(OSError, match=r"t\.parquet"):
        read_table(path)

"""The same bytes whoever computes, however often it is interrupted, whatever happened to the files in between."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from experiments.executors import Lost, Setup, executor
from experiments.study import chunks, driver
from experiments.study.chunks import FAILED, PARTS
from experiments.study.reading import Study
from tests.study import light
from tests.study.studies import GRID, Silent, driven, plan_from, run, table_bytes, written
from tests.unit.fake_engine import fake_simulate

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = tmp_path_factory.mktemp("whole")
    assert run(folder, GRID, "--executor", "serial", out=folder / "x") == 0
    return folder / "x"


@pytest.mark.parametrize("workers", [2, 3])
def test_the_number_of_workers_changes_no_byte(whole, workers, tmp_path):
    assert run(tmp_path, GRID, "--executor", "joblib", "--workers", str(workers), out=tmp_path / "x") == 0
    assert table_bytes(tmp_path / "x") == table_bytes(whole)
    assert Study.open(tmp_path / "x").manifest["hash"] == Study.open(whole).manifest["hash"]


@pytest.mark.parametrize("design", [
    {"design": {"kind": "boundary", "points": 24, "start": 16, "add": 8},
     "levers": {"sponsorship.level": {"low": 0.1, "high": 0.9}, "hierarchy.depth": {"values": [2, 5]}}},
    {"replicates": {"until": {"outcome": "diffusion", "half_width": 0.2, "most": 30, "first": 10}}},
])
def test_rounds_give_the_same_bytes_too(design, tmp_path):
    for name, workers in (("a", "1"), ("b", "2")):
        assert run(tmp_path, {**GRID, **design}, "--workers", workers, out=tmp_path / name) == 0
    assert table_bytes(tmp_path / "a") == table_bytes(tmp_path / "b")
    assert len(list((tmp_path / "a" / "plan").glob("round-*.json"))) > 1


def test_any_order_of_chunks_by_hand_gives_the_same_bytes(whole, tmp_path):
    """What SLURM does: plan, chunks in any order, some twice, gather."""
    from experiments.commands import gather, worker
    from experiments.grammar import read
    from experiments.studying import gather as gathered
    from experiments.studying import worker as worked

    out = tmp_path / "x"
    assert run(tmp_path, GRID, "--plan", out=out) == 0
    plan = driver.read_plan(out)
    n = len(driver.rounds_of(out, plan)[0].chunks)
    order = [*range(n), 0, n - 1]
    random.Random(1).shuffle(order)
    missing = read(gather.COMMAND, [str(out)], "en")
    with pytest.raises(Exception, match="missing_chunks"):
        gathered(missing)
    for number in order:
        assert worked(read(worker.COMMAND, [str(out), "--chunk", str(number), "--quiet"], "en"), fake_simulate) == 0
    assert gathered(read(gather.COMMAND, [str(out), "--quiet"], "en")) == 0
    assert table_bytes(out) == table_bytes(whole)


def damage(path: Path, how: str) -> None:
    content = bytearray(path.read_bytes())
    if how == "truncated":
        path.write_bytes(content[: len(content) // 2])
    elif how == "flipped":
        content[len(content) // 3] ^= 4
        path.write_bytes(content)
    elif how == "emptied":
        path.write_bytes(b"")
    else:
        path.unlink()


@pytest.mark.parametrize("how", ["truncated", "flipped", "emptied", "removed"])
@pytest.mark.parametrize("what", ["*.parquet", "*.json"])
def test_a_damaged_part_is_computed_again(whole, how, what, tmp_path):
    out = tmp_path / "x"
    assert run(tmp_path, GRID, out=out) == 0
    for path in sorted((out / PARTS).glob(what))[::3]:
        damage(path, how)
    assert run(tmp_path, GRID, out=out) == 0
    assert table_bytes(out) == table_bytes(whole)


@pytest.mark.parametrize("name", ["study.json", "round-0000.json"])
@pytest.mark.parametrize("how", ["truncated", "flipped", "removed"])
def test_a_damaged_plan_is_written_again(whole, name, how, tmp_path):
    out = tmp_path / "x"
    assert run(tmp_path, GRID, out=out) == 0
    damage(out / "plan" / name, how)
    assert run(tmp_path, GRID, out=out) == 0
    assert table_bytes(out) == table_bytes(whole)


def test_a_second_call_computes_nothing(tmp_path):
    out, lived = tmp_path / "x", []

    def counted(config, seed):
        lived.append(seed)
        return fake_simulate(config, seed)

    assert run(tmp_path, GRID, "--workers", "1", out=out, engine=counted) == 0
    before, first = len(lived), table_bytes(out)
    assert run(tmp_path, GRID, "--workers", "1", out=out, engine=counted) == 0
    assert (before, len(lived)) == (24, 24)
    assert table_bytes(out) == first


def test_more_replicates_use_what_is_there(tmp_path):
    """A study that grows in another folder shares no part; in its own, the chunks that are the same are kept."""
    plan = plan_from(tmp_path, GRID)
    more = plan_from(tmp_path, {**GRID, "levers": {**GRID["levers"], "sponsorship.level": {"values": [0.2, 0.5]}}})
    assert plan.hash != more.hash


def test_another_study_does_not_take_the_folder(tmp_path):
    out = tmp_path / "x"
    assert run(tmp_path, GRID, out=out) == 0
    with pytest.raises(Exception, match="autre résultat"):
        run(tmp_path, {**GRID, "replicates": {"fixed": 5}}, out=out)


def test_parts_of_other_code_are_kept_and_not_used(tmp_path, monkeypatch, capsys):
    out = tmp_path / "x"
    assert run(tmp_path, GRID, out=out) == 0
    parts = set((out / PARTS).iterdir())
    monkeypatch.setattr("experiments.manifest.code_hash", lambda: "another")
    plan = plan_from(tmp_path, GRID)
    ledger = driven(plan, out)
    assert ledger.reused == 0 and parts < set((out / PARTS).iterdir())
    assert driver.leftovers(out, ledger.keys) == len(parts) // 2


def failing(config, seed):
    if config.sponsorship.level == 0.5 and config.hierarchy.depth == 5:
        raise ArithmeticError("the gate is stuck")
    return fake_simulate(config, seed)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_failing_chunk_is_set_apart_and_the_rest_is_finished(workers, tmp_path, capsys):
    out = tmp_path / "x"
    assert run(tmp_path, GRID, "--workers", workers, out=out, engine=failing) == 1
    (reason,) = {chunks.stored(path)["reason"] for path in (out / FAILED).glob("*.json")}
    assert reason == "ArithmeticError: the gate is stuck"
    said = chunks.stored(next((out / FAILED).glob("*.json")))
    assert said["replay"] == f"archipel worker {out} --chunk {said['chunk']}" and said["seed"] > 0
    runs = Study.open(out).runs
    assert 0 < len(runs) < 24 and not ((runs["sponsorship.level"] == 0.5) & (runs["hierarchy.depth"] == 5)).any()
    assert run(tmp_path, GRID, out=out) == 0
    assert not any((out / FAILED).iterdir())
    assert len(Study.open(out).runs) == 24


def killing(config, seed):
    if config.sponsorship.level == 0.5 and config.hierarchy.depth == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return fake_simulate(config, seed)


def test_a_chunk_that_kills_its_worker_is_found_out(tmp_path, monkeypatch):
    monkeypatch.setattr(driver, "TRIES", 2)
    monkeypatch.setattr(driver, "TOGETHER", 1)
    out = tmp_path / "x"
    assert run(tmp_path, GRID, "--executor", "joblib", "--workers", "2", out=out, engine=killing) == 1
    runs = Study.open(out).runs
    assert 0 < len(runs) < 24
    assert {chunks.stored(path)["reason"] for path in (out / FAILED).glob("*.json")} == {"worker died"}
    held = {(r["sponsorship.level"], r["hierarchy.depth"]) for _, r in runs.iterrows()}
    assert len(held) >= 4 and (0.5, 5) not in held


class Unlucky:
    """An executor that loses chunk 3 with all that is under way, and says of chunk 5 that it fails."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []

    def as_done(self, work, batch, setup):
        self.batches.append(list(batch))
        for rank, number in enumerate(batch):
            if number == 3:
                raise Lost([rank, *range(rank + 1, min(rank + 2, len(batch)))], stalled=False)
            yield rank, chunks.Failure(str(number), "wrong") if number == 5 else number * 10


def test_a_chunk_is_suspected_then_computed_alone_then_given_up(monkeypatch):
    """Two losses together, three alone; whoever was under way beside it is cleared; a failure is tried three times."""
    unlucky = Unlucky()
    monkeypatch.setattr(driver, "executor", lambda kind: unlucky)
    ended = list(driver._until_done(None, list(range(7)), "any", Setup(2), chunks.Failure))
    assert dict(ended) == {**{n: n * 10 for n in (0, 1, 2, 4, 6)},
                           3: chunks.Failure(3, "worker died"), 5: chunks.Failure("5", "wrong")}
    assert len(ended) == 7
    assert unlucky.batches == [[0, 1, 2, 3, 4, 5, 6], [3, 4, 5, 6], [3], [3], [3], [4], [5, 6], [5], [5]]


def hanging(config, seed):
    if config.sponsorship.level == 0.5 and config.hierarchy.depth == 5:
        time.sleep(600)
    return fake_simulate(config, seed)


def test_the_watchdog_gives_a_hanging_chunk_up(tmp_path, monkeypatch):
    monkeypatch.setattr(driver, "TRIES", 1)
    monkeypatch.setattr(driver, "TOGETHER", 1)
    plan = plan_from(tmp_path, GRID | {"levers": {"sponsorship.level": {"values": [0.2, 0.5]},
                                                  "hierarchy.depth": {"values": [5]}}})
    crew = Setup(2, patience=6.0)
    ledger = driver.drive(plan, tmp_path / "x", "joblib", crew, Silent(), hanging)
    assert {failure.reason for failure in ledger.failures.values()} == {"stalled"}
    assert len(ledger.failures) < len(ledger.keys)


def test_an_executor_says_what_was_lost():
    with pytest.raises(Lost) as lost:
        list(executor("joblib").as_done(light.die_at_three, range(6), Setup(2)))
    assert 3 in lost.value.pending and not lost.value.stalled


def test_a_process_that_hangs_is_told_and_killed():
    """Three times in a row: it would hold the driver at its exit, and the next pool must not take back the order."""
    other = pools()  # those that earlier tests left waiting
    for _ in range(3):
        with pytest.raises(Lost) as lost:
            list(executor("joblib").as_done(light.hang_at_three, range(6), Setup(2, patience=2.0)))
        assert 3 in lost.value.pending and lost.value.stalled
        assert pools() <= other


def pools() -> set[int]:
    """Processes of the pools of this process."""
    return {child.pid for child in psutil.Process().children() if "popen_loky" in " ".join(child.cmdline())}


@pytest.mark.parametrize("kind", ["serial", "joblib"])
def test_executors_give_every_result_once(kind):
    found = dict(executor(kind).as_done(light.square, range(25), Setup(2)))
    assert found == {n: n * n for n in range(25)}


def test_a_full_disk_ends_the_work_with_a_sentence_and_loses_nothing(whole, tmp_path, monkeypatch):
    import errno

    from experiments import durable
    from experiments.refusal import WorkFailed

    out, real, left = tmp_path / "x", os.fsync, [9]

    def full(handle):
        left[0] -= 1
        if left[0] < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    with monkeypatch.context() as patched:
        patched.setattr(durable.os, "fsync", full)
        with pytest.raises(WorkFailed, match="disk_full"):
            run(tmp_path, GRID, "--workers", "1", out=out)
    assert not list(out.rglob("*.partial")) and not (out / "manifest.json").exists()
    assert run(tmp_path, GRID, "--workers", "1", out=out) == 0
    assert table_bytes(out) == table_bytes(whole)


def launched(folder: Path, out: Path, slow: float = 0.02) -> subprocess.Popen:
    line = [sys.executable, "-m", "tests.faults.slow_study", str(written(folder, GRID)), str(out), "2", str(slow)]
    return subprocess.Popen(line, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, start_new_session=True)


def parts_of(out: Path) -> int:
    return len(list((out / PARTS).glob("*.parquet"))) if (out / PARTS).exists() else 0


def test_killed_in_the_middle_it_continues_to_the_same_bytes(whole, tmp_path):
    out = tmp_path / "x"
    process = launched(tmp_path, out, slow=0.3)
    limit = time.monotonic() + 60
    while parts_of(out) < 2 and time.monotonic() < limit:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    there = parts_of(out)
    assert there >= 2 and not (out / "manifest.json").exists()
    assert run(tmp_path, GRID, out=out) == 0
    assert table_bytes(out) == table_bytes(whole)


def test_a_driver_killed_while_it_gathers_leaves_nothing_in_the_way(whole, tmp_path):
    """What it had begun to write vanishes; what a driver elsewhere, or alive, is writing stays and hinders nobody."""
    from experiments import durable

    out = tmp_path / "x"
    assert run(tmp_path, GRID, out=out) == 0
    dead = subprocess.Popen(["true"])
    dead.wait()
    gone, alive, elsewhere = (
        out / f".runs.parquet.{here}.{process}.0a1b2c3d{durable.PARTIAL}"
        for here, process in ((durable._here(), dead.pid), (durable._here(), 1), ("0123abcd", dead.pid))
    )
    for path in (gone, alive, elsewhere):
        path.write_bytes(b"half of it")
    (out / "manifest.json").unlink()
    assert run(tmp_path, GRID, out=out) == 0
    assert table_bytes(out) == table_bytes(whole)
    assert not gone.exists() and alive.exists() and elsewhere.exists()
    long_ago = time.time() - 2 * durable.DAY
    os.utime(elsewhere, (long_ago, long_ago))
    assert run(tmp_path, GRID, out=out) == 0 and not elsewhere.exists()


def test_two_drivers_at_once_are_harmless(whole, tmp_path):
    out = tmp_path / "x"
    both = [launched(tmp_path, out), launched(tmp_path, out)]
    assert [process.wait(120) for process in both] == [0, 0]
    assert table_bytes(out) == table_bytes(whole)
    assert run(tmp_path, GRID, out=out) == 0

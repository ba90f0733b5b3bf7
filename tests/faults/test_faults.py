"""Seeded faults, one after the other, on one study: nothing is lost or doubled, the bytes are those of a serial run.

`make faults` plays 200 of them (N= for more); the short version plays 30.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from experiments.study.reading import Study
from tests.study.studies import GRID, run, table_bytes, written

ROOT = Path(__file__).resolve().parents[2]
SHORT = 30
STUDY = {**GRID, "replicates": {"fixed": 20}}
SECONDS = "0.01"
Fault = Callable[["Bench", random.Random], None]


class Bench:
    """One study that keeps being disturbed."""

    def __init__(self, folder: Path) -> None:
        self.file, self.out, self.told = written(folder, STUDY), folder / "x", folder / "told.txt"

    def start(self, fault: str = "", workers: int = 1) -> subprocess.Popen:
        driver = [sys.executable, "-m", "tests.faults.slow_study"]
        line = [*driver, str(self.file), str(self.out), str(workers), SECONDS, fault]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        with self.told.open("a", encoding="utf-8") as told:
            spoken = {"stdout": subprocess.DEVNULL, "stderr": told}
            return subprocess.Popen(line, cwd=ROOT, env=environment, start_new_session=True, **spoken)

    def ends_well(self, process: subprocess.Popen) -> None:
        """Wait for a driver, which nothing should have stopped."""
        assert process.wait(120) == 0, self.told.read_text(encoding="utf-8")[-4000:]

    def wait_for_parts(self, process: subprocess.Popen, more: int) -> None:
        """Until the driver has made some parts, or is done."""
        goal, limit = self.count() + more, time.monotonic() + 30
        while process.poll() is None and self.count() < goal and time.monotonic() < limit:
            time.sleep(0.01)

    def count(self) -> int:
        return len(list(self.out.glob("parts/*.parquet")))

    def files(self, luck: random.Random, pattern: str, n: int) -> list[Path]:
        found = sorted(self.out.glob(pattern))
        return luck.sample(found, min(n, len(found)))

    def drop(self, luck: random.Random) -> None:
        """Make room for work: some parts vanish."""
        for path in self.files(luck, "parts/*.parquet", 12):
            path.unlink()


def end(process: subprocess.Popen) -> None:
    """No process of a driver survives a fault."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def kill_driver(bench: Bench, luck: random.Random) -> None:
    bench.drop(luck)
    process = bench.start(workers=luck.choice((1, 1, 2)))
    bench.wait_for_parts(process, luck.randrange(1, 6))
    end(process)


def terminate_driver(bench: Bench, luck: random.Random) -> None:
    bench.drop(luck)
    process = bench.start()
    bench.wait_for_parts(process, luck.randrange(1, 6))
    process.terminate()
    process.wait(60)
    end(process)


def kill_workers(bench: Bench, luck: random.Random) -> None:
    bench.drop(luck)
    process = bench.start(workers=2)
    bench.wait_for_parts(process, 1)
    for child in _children(process):
        if luck.random() < 0.7:
            with suppress(psutil.NoSuchProcess):  # it may have ended since it was listed
                child.kill()
    bench.ends_well(process)


def _children(process: subprocess.Popen) -> list[psutil.Process]:
    try:
        return [c for c in psutil.Process(process.pid).children() if "popen_loky" in " ".join(c.cmdline())]
    except psutil.NoSuchProcess:
        return []


def truncate(bench: Bench, luck: random.Random) -> None:
    for path in bench.files(luck, "parts/*", 3):
        os.truncate(path, luck.randrange(path.stat().st_size + 1))


def flip(bench: Bench, luck: random.Random) -> None:
    for path in bench.files(luck, "parts/*", 3):
        content = bytearray(path.read_bytes())
        if content:
            content[luck.randrange(len(content))] ^= 1 << luck.randrange(8)
            path.write_bytes(content)


def damage_plan(bench: Bench, luck: random.Random) -> None:
    for path in bench.files(luck, "plan/*", 1):
        path.write_bytes(path.read_bytes()[: luck.randrange(10, 200)])


def fill_disk(bench: Bench, luck: random.Random) -> None:
    bench.drop(luck)
    process = bench.start("full")
    process.wait(120)
    end(process)


def jump_clock(bench: Bench, luck: random.Random) -> None:
    bench.drop(luck)
    bench.ends_well(bench.start("clock"))


def two_drivers(bench: Bench, luck: random.Random) -> None:
    bench.drop(luck)
    both = [bench.start(), bench.start()]
    if luck.random() < 0.5:
        bench.wait_for_parts(both[0], 2)
        end(both[0])
    bench.ends_well(both[1])
    both[0].wait(120)


FAULTS: list[Fault] = [
    kill_driver, terminate_driver, kill_workers, truncate, flip, damage_plan, fill_disk, jump_clock, two_drivers,
]


def play(folder: Path, n: int, seed: int) -> Counter[str]:
    """Play n faults; at the end, and now and then, the result must be that of a serial run."""
    assert run(folder, STUDY, out=folder / "serial") == 0
    expected, luck, bench, played = table_bytes(folder / "serial"), random.Random(seed), Bench(folder), Counter[str]()
    for at in range(n):
        fault = luck.choice(FAULTS)
        fault(bench, luck)
        played[fault.__name__] += 1
        if at % 10 == 9 or at == n - 1:
            assert run(folder, STUDY, out=bench.out) == 0
            assert table_bytes(bench.out) == expected, f"after {played}"
            runs = Study.open(bench.out).runs
            assert len(runs) == runs["run_id"].nunique() == 120
            assert not list(bench.out.glob("failed/*"))
            assert not list(bench.out.rglob("*.partial")), "left by drivers that were killed"
    return played


def test_thirty_faults_leave_no_trace(tmp_path):
    played = play(tmp_path, SHORT, seed=int(os.environ.get("SEED", "4")))
    assert sum(played.values()) == SHORT and len(played) >= 6


@pytest.mark.slow
def test_as_many_faults_as_asked_leave_no_trace(tmp_path):
    n = int(os.environ.get("N", "200"))
    played = play(tmp_path, n, seed=int(os.environ.get("SEED", "1")))
    print(dict(played))
    assert sum(played.values()) == n

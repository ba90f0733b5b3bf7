"""A study with an engine that takes its time, as a process that can be killed: FILE FOLDER WORKERS SECONDS [FAULT].

FAULT is `full` (the disk fills up after a few files) or `clock` (the wall clock jumps about).
"""

import errno
import os
import random
import sys
import time

from experiments.command import spoken
from experiments.commands import study as command
from experiments.grammar import read
from experiments.refusal import WorkFailed
from experiments.studying import study
from sim.config import Config
from tests.unit.fake_engine import FakeRecord, fake_simulate

SECONDS = "ARCHIPEL_TEST_SECONDS"


def slow(config: Config, seed: int) -> FakeRecord:
    """The engine of the tests, after a pause."""
    time.sleep(float(os.environ[SECONDS]))
    return fake_simulate(config, seed)


def inject(fault: str) -> None:
    """Make the machine misbehave in this process."""
    if fault == "full":
        left, real = [random.randrange(3, 12)], os.fsync

        def full(handle: int) -> None:
            left[0] -= 1
            if left[0] < 0:
                raise OSError(errno.ENOSPC, "No space left on device")
            real(handle)

        os.fsync = full
    elif fault == "clock":
        now = time.time
        time.time = lambda: now() + random.uniform(-1e6, 1e6)


def main(file: str, folder: str, workers: str, seconds: str, fault: str = "") -> int:
    """Run the study; its exit code."""
    os.environ[SECONDS] = seconds
    inject(fault)
    tokens = [f"study={file}", "--out", folder, "--workers", workers, "--quiet"]
    try:
        return study(read(command.COMMAND, tokens, spoken(["--lang", "en"])), slow)
    except WorkFailed as failure:
        print(failure.render("en"), file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""What studies cost beside the runs themselves, each target with what was measured, in one run.

    python benchmarks/studies.py [--runs 300] [--parts 10000]

- orchestration: processor time of a study that is not spent in the model, for a chunk of about ten seconds;
- speed: runs of 600 field agents and 1,500 citizens with their twins, extrapolated to 100,000;
- memory: what the driver holds at the end of many chunks, beside what it held after a tenth of them;
- opening: time to open the tables of a study that was put together from as many parts.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from experiments.study.processor import compile_for_any  # noqa: E402

compile_for_any()

from experiments.executors import Setup  # noqa: E402
from experiments.study import rounds  # noqa: E402
from experiments.study.driver import drive  # noqa: E402
from experiments.study.finishing import finish, started  # noqa: E402
from experiments.study.reading import Study  # noqa: E402
from experiments.study.spec import read_plan  # noqa: E402
from sim.simulation import simulate  # noqa: E402
from tests.unit.fake_engine import fake_simulate  # noqa: E402

LARGE = """
scenario: transfo
base: [authority=commune_600, authority.simulated_citizens=1500]
levers: {{sponsorship.level: {{values: [0.3, 0.7]}}}}
uncertain: plausible
design: {{kind: grid}}
replicates: {{fixed: {each}}}
monthly: none
"""
MANY = """
scenario: transfo
base: [authority=commune_150, horizon_months=24, "observe_months=[20]"]
levers: {{sponsorship.level: {{low: 0.1, high: 0.9, steps: 100}}}}
design: {{kind: grid}}
replicates: {{fixed: {each}}}
monthly: none
"""
WANTED_RUNS, WANTED_MINUTES = 100_000, 90.0


class Counting:
    """The model, with the processor time spent in it."""

    def __init__(self):
        self.seconds = 0.0

    def __call__(self, config, seed):
        """One run."""
        began = time.process_time()
        record = simulate(config, seed)
        self.seconds += time.process_time() - began
        return record


class Memory:
    """Watches a study: memory of this process after a tenth of the chunks, and at the end [MB]."""

    def __init__(self, chunks):
        self.chunks, self.seen, self.early, self.late = chunks, 0, 0.0, 0.0

    def begin(self, total):
        """Nothing is to be shown."""

    def done(self, receipt, *, found):
        """One more chunk."""
        self.seen += 1
        if self.seen in (self.chunks // 10, self.chunks):
            self.early, self.late = self.late, psutil.Process().memory_info().rss / 1e6

    def close(self):
        """Nothing is open."""


def computed(folder, text, engine, watcher):
    """Drive and gather a study; its rounds."""
    file = folder / "study.yaml"
    file.write_text(text, encoding="utf-8")
    plan = read_plan(file)
    ledger = drive(plan, folder / "x", "serial", Setup(1), watcher, engine)
    finish(plan, folder / "x", ledger.rounds, ledger.keys, [], as_csv=False,
           circumstances={**started(time.time()), "executor": "serial", "workers": 1})
    return ledger


def orchestration(folder, runs):
    """Share of processor time outside the model; seconds in the model and in all, for `runs` runs."""
    rounds.CHUNKS = 1  # chunks as large as those of a large study
    computed(folder / "warm", LARGE.format(each=1), simulate, Memory(1))
    engine, began = Counting(), time.process_time()
    computed(folder / "large", LARGE.format(each=runs // 2), engine, Memory(1))
    spent = time.process_time() - began
    return (spent - engine.seconds) / spent, engine.seconds, spent


def many_parts(folder, parts):
    """Memory early and late [MB], time to open [s], for a study of as many parts, one short fake run each."""
    rounds.MOST_RUNS = 1
    memory = Memory(parts)
    ledger = computed(folder / "many", MANY.format(each=parts // 100), fake_simulate, memory)
    assert len(ledger.keys) == parts
    began = time.perf_counter()
    study = Study.open(folder / "many" / "x")
    assert len(study.runs) == parts and study.monthly.empty and len(study.design) == 100
    return memory.early, memory.late, time.perf_counter() - began


def main():
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=300)
    asked.add_argument("--parts", type=int, default=10_000)
    args = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        for each in ("warm", "large", "many"):
            Path(name, each).mkdir()
        share, inside, spent = orchestration(Path(name), args.runs)
        print(f"orchestration: {share:.2%} of the processor time, target 1 % ({inside:.1f} s in the model)", flush=True)
        minutes = spent / args.runs * WANTED_RUNS / 60
        print(f"{WANTED_RUNS} runs: {minutes:.0f} CPU-minutes, target {WANTED_MINUTES:.0f} ({args.runs} timed)")
        early, late, seconds = many_parts(Path(name), args.parts)
        print(f"driver: {early:.0f} MB after {args.parts // 10} chunks, {late:.0f} MB after {args.parts}")
        print(f"opening: {seconds:.1f} s for {args.parts} parts, target 5 s")


if __name__ == "__main__":
    main()

"""Drives a study to its end: round by round, chunk by chunk, whatever happens to the processes that compute.

What is done is on disk and nowhere else: a chunk counts when its part and its receipt are whole. So the same command
again continues, two drivers on one folder harm nothing, and the result does not depend on who computed what, or when.

Processes that die or hang are started again. A chunk that was under way at two such losses is computed alone; one that
is lost alone, or fails in a run, is given up after `TRIES` and set apart with its reason; the others are finished.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Protocol

from experiments.durable import sweep
from experiments.executors import Lost, Setup, executor
from experiments.runner import Engine
from experiments.study.allocation import next_round
from experiments.study.chunks import PARTS, Failure, Receipt, compute, key_of, quarantine, receipt
from experiments.study.plan import StudyPlan
from experiments.study.processor import compile_for_any
from experiments.study.rounds import Round, points_of, read_plan, rounds_of, write_plan, write_round
from sim.simulation import simulate

TRIES = 3
"""Times that a chunk may fail or be lost alone before it is given up."""
TOGETHER = 2
"""Losses that a chunk may share with others before it is computed alone."""


Work = Callable[[int], Receipt | Failure]
"""Computes the chunk of a number."""


class Watcher(Protocol):
    """Whoever wants to know how far the work has come."""

    def begin(self, total: int) -> None:
        """So many runs are planned, with this round."""

    def done(self, receipt: Receipt, *, found: bool) -> None:
        """A chunk is there: found on disk, or computed just now."""

    def close(self) -> None:
        """The work is over, well or not."""


@dataclass
class Ledger:
    """What became of a study's chunks."""

    rounds: list[Round] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    """Of all chunks, in the order of the plan: that of the result."""
    failures: dict[str, Failure] = field(default_factory=dict)
    reused: int = 0
    """Chunks that were there already."""

    @property
    def whole(self) -> bool:
        """Whether nothing is missing."""
        return not self.failures


def drive(
    plan: StudyPlan, folder: Path, kind: str, setup: Setup, watcher: Watcher, engine: Engine = simulate
) -> Ledger:
    """All rounds of a study, each computed as far as it can be."""
    ledger = Ledger()
    sweep(folder)
    write_plan(folder, plan)
    try:
        while (rnd := next_round(plan, folder, ledger.rounds, ledger.keys)) is not None:
            write_round(folder, plan, rnd)
            ledger.rounds.append(rnd)
            watcher.begin(sum(each.runs for each in ledger.rounds))
            _round(plan, folder, rnd, ledger, kind, setup, watcher, engine)
            if ledger.failures:
                break  # what follows would follow from results that are not all there
    finally:
        watcher.close()
    return ledger


def compute_number(
    folder: Path, number: int, chunk: int, engine: Engine = simulate, plan_hash: str | None = None
) -> Receipt | Failure:
    """Compute one chunk of a round, from what the folder says: what a worker does, wherever it is.

    `plan_hash` is that of the plan which the caller means: a process may have read another one in this folder before.
    """
    compile_for_any()
    plan, rounds = _shared(folder.absolute(), plan_hash)
    if number >= len(rounds):
        _shared.cache_clear()
        plan, rounds = _shared(folder.absolute(), plan_hash)
    return compute(plan, points_of(rounds[: number + 1]), rounds[number].chunks[chunk], folder, chunk, engine)


def place_of(rounds: Sequence[Round], number: int) -> tuple[int, int] | None:
    """Round and place in it of the chunk that has a number in the study; None where there is none."""
    for rnd in rounds:
        if number < len(rnd.chunks):
            return rnd.number, number
        number -= len(rnd.chunks)
    return None


def _round(
    plan: StudyPlan, folder: Path, rnd: Round, ledger: Ledger, kind: str, setup: Setup, watcher: Watcher, engine: Engine
) -> None:
    """Compute what is missing of a round."""
    points, first = points_of(ledger.rounds), len(ledger.keys)
    keys = [key_of(plan, points, chunk) for chunk in rnd.chunks]
    ledger.keys += keys
    missing = []
    for number, key in enumerate(keys):
        done = receipt(folder, key)
        if done is None:
            missing.append(number)
        else:
            ledger.reused += 1
            watcher.done(done, found=True)
    work = partial(compute_number, folder, rnd.number, engine=engine, plan_hash=plan.hash)

    def give_up(number: int, reason: str) -> Failure:
        return quarantine(folder, keys[number], first + number, {"reason": reason})

    for number, outcome in _until_done(work, missing, kind, setup, give_up):
        if isinstance(outcome, Failure):
            ledger.failures[keys[number]] = outcome
        else:
            watcher.done(outcome, found=False)


def _until_done(
    work: Work, missing: list[int], kind: str, setup: Setup, give_up: Callable[[int, str], Failure]
) -> Iterator[tuple[int, Receipt | Failure]]:
    """Every missing chunk with what became of it, however often processes are lost."""
    shared: Counter[int] = Counter()
    alone: Counter[int] = Counter()
    while missing:
        suspects = [number for number in missing if shared[number] >= TOGETHER]
        batch = suspects[:1] or missing
        crew = replace(setup, workers=1) if suspects else setup
        try:
            for rank, outcome in executor(kind).as_done(work, batch, crew):
                number = batch[rank]
                if isinstance(outcome, Failure):
                    alone[number] += 1
                    if alone[number] < TRIES:
                        continue
                missing = [each for each in missing if each != number]
                yield number, outcome
        except Lost as lost:
            under_way = [batch[rank] for rank in lost.pending if batch[rank] in missing]
            (alone if suspects else shared).update(under_way)
            for number in [each for each in under_way if alone[each] >= TRIES]:
                missing.remove(number)
                yield number, give_up(number, "stalled" if lost.stalled else "worker died")


@lru_cache(maxsize=2)
def _shared(folder: Path, plan_hash: str | None) -> tuple[StudyPlan, list[Round]]:
    """Plan and rounds of a folder, read once a process."""
    plan = read_plan(folder)
    if plan is None or plan_hash not in (None, plan.hash):
        raise FileNotFoundError(f"{folder}: no plan of a study, or of another one")
    return plan, rounds_of(folder, plan)


def leftovers(folder: Path, keys: Iterable[str]) -> int:
    """How many parts the folder holds that this plan and this code do not use."""
    used = set(keys)
    return sum(path.stem not in used for path in (folder / PARTS).glob("[0-9a-f]*.parquet"))

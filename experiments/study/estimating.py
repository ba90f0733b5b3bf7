"""What a study would cost, before anything is written: timed runs of its own points, spread over its sizes.

The time of a run is that of the first meeting of a twin, or of a later one: points that share a twin live it once. Both
are timed at a few points, from the lightest to the heaviest, and laid on all chunks of the plan.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from experiments.language import Words, number
from experiments.page import Page
from experiments.refusal import WorkFailed
from experiments.runner import Engine, Run, run_of
from experiments.store import write_table
from experiments.study.allocation import most_runs
from experiments.study.chunks import key_of, receipt
from experiments.study.columns import part_table
from experiments.study.first import first_round
from experiments.study.plan import Cells, StudyPlan
from experiments.study.rounds import Round, nominal_seconds

DONE = 0
TIMED_POINTS, TIMED_REPLICATES, SECONDS = 6, 3, 8.0
"""Points that are timed, replicates of each at most, and the time after which no further one is."""
TWIN_SHARE = 0.45
"""Share of the time of a run that its twin takes, where it is lived for it alone."""


@dataclass(frozen=True)
class Timing:
    """What was measured at one point."""

    nominal: float
    first: float
    """CPU time of a run with its twin, s."""
    bytes: float
    """On disk, a run."""


def dry_run(plan: StudyPlan, folder: Path, workers: int, page: Page, say: Words, engine: Engine) -> int:
    """Points, runs, chunks, CPU-hours, disk."""
    rnd, lang = first_round(plan), say.lang
    timings, timed = _timings(plan, rnd.points, engine)
    seconds, size = estimate(plan, rnd, timings)
    page.title(say("study.dry.title"))
    counts = say.count("study.points", len(rnd.points)), say.count("count.runs", rnd.runs)
    page.line(say("study.dry.design", points=counts[0], runs=counts[1], chunks=number(len(rnd.chunks), lang)))
    most = most_runs(plan, rnd)
    if most > rnd.runs:
        page.line(say("study.dry.rounds", runs=say.count("count.runs", most)))
    minutes = number(seconds / 60 / min(workers, len(rnd.chunks)), lang, 1)
    hours = number(seconds / 3600, lang, 3)
    page.line(say("study.dry.cpu", hours=hours, runs=say.count("count.runs", timed), minutes=minutes, workers=workers))
    page.line(say("study.dry.disk", size=number(size / 1e6, lang, 1)))
    there = sum(receipt(folder, key_of(plan, rnd.points, chunk)) is not None for chunk in rnd.chunks)
    if there:
        page.note(say("study.dry.there", chunks=there, folder=folder))
    return DONE


def estimate(plan: StudyPlan, rnd: Round, timings: Sequence[Timing]) -> tuple[float, float]:
    """CPU time, s, and bytes of a round: timings laid on its points by their nominal cost."""
    nominal = np.array([each.nominal for each in timings])
    order = np.argsort(nominal)
    first, size = np.array([each.first for each in timings])[order], np.array([each.bytes for each in timings])[order]
    seconds = total = 0.0
    for piece in (piece for chunk in rnd.chunks for piece in chunk):
        cost = nominal_seconds(plan, rnd.points[piece.points[0]])
        each = float(np.interp(cost, nominal[order], first))
        shared = (len(piece.points) - 1) / len(piece.points)  # of the runs, those that find their twin lived
        seconds += piece.size * each * (1 - shared * TWIN_SHARE)
        total += 2 * piece.size * float(np.interp(cost, nominal[order], size))  # parts, then tables
    return seconds, total


def _timings(plan: StudyPlan, points: Sequence[Cells], engine: Engine) -> tuple[list[Timing], int]:
    """Timings at some points, lightest to heaviest; how many runs they took."""
    ranked = sorted(range(len(points)), key=lambda at: nominal_seconds(plan, points[at]))
    chosen = [ranked[round(at)] for at in np.linspace(0, len(ranked) - 1, min(TIMED_POINTS, len(ranked)))]
    _run(plan, points[chosen[0]], 0, engine)  # compiles, and measures what is kept on disk
    began, found, timed = time.monotonic(), [], 1
    for at in dict.fromkeys(chosen):
        spent: list[float] = []
        runs: list[Run] = []
        for replicate in range(1, 1 + TIMED_REPLICATES):
            if runs and time.monotonic() - began > SECONDS:
                break
            started = time.process_time()
            runs.append(_run(plan, points[at], replicate, engine))
            spent.append(time.process_time() - started)
        timed += len(runs)
        found.append(Timing(nominal_seconds(plan, points[at]), float(np.mean(spent)), _bytes(plan, points[at], runs)))
    return found, timed


def _run(plan: StudyPlan, cells: Cells, replicate: int, engine: Engine) -> Run:
    try:
        return run_of(plan.config(cells, replicate), plan.seed(cells, replicate), replicate, engine)
    except Exception as error:
        reason = f"{type(error).__name__}: {error}".splitlines()[0]
        raise WorkFailed("dry_run", point=plan.point_id(cells), reason=reason) from error


def _bytes(plan: StudyPlan, cells: Cells, runs: list[Run]) -> float:
    """Bytes that a run takes in a part; what a file costs however small is left out."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "part.parquet")
        write_table(part_table(plan, [cells] * len(runs), runs), path)
        whole = path.stat().st_size
        write_table(part_table(plan, [cells], runs[:1]), path)
        return (whole - path.stat().st_size) / (len(runs) - 1) if len(runs) > 1 else whole


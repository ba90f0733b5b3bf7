"""What a study would cost, before anything is written: processor time, time to wait, disk."""

import time
from pathlib import Path
from typing import NamedTuple

from experiments.language import Words, number
from experiments.page import Page
from experiments.runner import Engine
from experiments.study.allocation import most_runs
from experiments.study.chunks import key_of, receipt
from experiments.study.first import first_round
from experiments.study.plan import StudyPlan
from experiments.study.rounds import Round
from experiments.study.storing import storing
from experiments.study.timing import timed
from experiments.units import duration

DONE = 0


class Cost(NamedTuple):
    """Of a whole round."""

    cpu: float
    """Processor time of all processes, s."""
    wall: float
    """Time to wait, where no other programme wants the processors, s."""
    disk: float
    """Parts and tables, bytes."""
    timed: int
    """Runs that were timed."""
    work: float
    """Part of the processor time that grows with the runs, s."""


def dry_run(plan: StudyPlan, folder: Path, workers: int, page: Page, say: Words, engine: Engine) -> int:
    """Points, runs, chunks, processor time, disk."""
    rnd, lang = first_round(plan), say.lang
    cost = estimate(plan, rnd, workers, engine, starting=time.process_time())
    points, runs = say.count("study.points", len(rnd.points)), say.count("count.runs", rnd.runs)
    page.title(say("study.dry.title"))
    page.line(say("study.dry.design", points=points, runs=runs, chunks=say.count("study.chunks", len(rnd.chunks))))
    most = most_runs(plan, rnd)
    if most > rnd.runs:
        page.line(say("study.dry.rounds", runs=say.count("count.runs", most)))
    page.line(say("study.dry.cpu", cpu=duration(cost.cpu, lang), timed=say.count("count.runs", cost.timed)))
    if most > rnd.runs:
        whole = cost.cpu + cost.work * (most / rnd.runs - 1)
        page.line(say("study.dry.most", first=duration(cost.cpu, lang), cpu=duration(whole, lang)))
    page.line(say("study.dry.wall", wall=duration(cost.wall, lang), workers=say.count("study.processes", workers)))
    page.line(say("study.dry.disk", size=number(cost.disk / 1e6, lang, 1)))
    there = sum(receipt(folder, key_of(plan, rnd.points, chunk)) is not None for chunk in rnd.chunks)
    if there:
        page.note(say("study.dry.there", chunks=say.count("study.chunks", there), folder=folder))
    return DONE


def estimate(plan: StudyPlan, rnd: Round, workers: int, engine: Engine, *, starting: float = 0.0) -> Cost:
    """The cost of a first round; `starting` is the processor time that a process takes before it can begin, s."""
    sample = timed(plan, rnd, engine)
    keeping = storing(plan, sample.cells, sample.runs)
    chunks = len(rnd.chunks)
    work = sample.total() + chunks * keeping.part_seconds + rnd.runs * keeping.row_seconds
    busy = min(workers, chunks)
    drivers = 1 if workers > 1 else 0
    ready = starting + keeping.first_seconds
    cpu = work + busy * (ready + sample.loading) + drivers * ready
    wall = work / busy + sample.loading + (1 + drivers) * ready
    return Cost(cpu, wall, chunks * keeping.part_bytes + rnd.runs * keeping.row_bytes, len(sample.runs), work)

"""Runs of a study, timed here: a few of each sort, more of the sorts that weigh most, laid on all of them.

Runs are of one sort where they stand on the same options (authority, programme...), have about the same number of
persons and months, and meet their twins alone or in company: points that share a twin live it once, so that the first
run of a replicate takes longer than the others, and both are timed. Within a sort, time is taken to be proportional to
persons and months. Runs are chosen all over the design and the replicates.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from math import fmod, log2
from statistics import fmean
from typing import NamedTuple

from experiments.refusal import WorkFailed
from experiments.runner import Engine, Run, run_of
from experiments.study.plan import Cells, StudyPlan
from experiments.study.rounds import Piece, Round, nominal_seconds
from sim.core.compile import cache_folder

SECONDS, PATIENCE = 12.0, 60.0
"""Processor time, and time on the clock (a busy machine shares its processors), after which no further run is timed,
but for sorts that have none yet and weigh more than LIGHT."""
MOST_RUNS, LIGHT = 300, 0.02
"""Runs that are timed at most; share of the work below which a sort may be left to what the others say."""
WARMING = 1_000_000
"""Replicate of the runs that only have rules loaded: none that the study plays, for its twin is then known."""
GOLDEN, SQUARE = 0.6180339887498949, 0.4142135623730951
"""Steps of two sequences that fill [0, 1) evenly."""


class Sort(NamedTuple):
    """What runs of about the same cost have in common."""

    options: tuple[tuple[str, str], ...]
    size: int
    """Nominal cost, to the nearest power of two."""
    in_company: bool
    """Whether points share their twins."""


@dataclass
class Stratum:
    """The pieces of a sort, and what was timed of them."""

    pieces: list[tuple[Piece, float]] = field(default_factory=list)
    """With the nominal cost of a run, s."""
    first: list[float] = field(default_factory=list)
    """Time over nominal time of runs that live their twin."""
    further: list[float] = field(default_factory=list)
    """The same of runs that find it lived."""
    drawn: set[tuple[Piece, int]] = field(default_factory=set)

    @property
    def work(self) -> float:
        """Nominal time of all its runs, s."""
        return sum(piece.size * cost for piece, cost in self.pieces)

    @property
    def left(self) -> int:
        """Replicates of a piece that are not drawn yet."""
        return sum(piece.last - piece.first for piece, _ in self.pieces) - len(self.drawn)

    def seconds(self, first: float, further: float) -> float:
        """Time of all its runs, from the ratios of both kinds of run."""
        return sum(
            cost * (piece.last - piece.first) * (first + (len(piece.points) - 1) * further)
            for piece, cost in self.pieces
        )

    def pick(self) -> tuple[Piece, float, int]:
        """A piece, its nominal cost and one of its replicates, not drawn before; draws spread evenly over the work."""
        for number in count(len(self.drawn)):
            left = fmod((number + 0.5) * GOLDEN, 1.0) * self.work
            for piece, cost in self.pieces:
                left -= piece.size * cost
                if left < 0.0:
                    break
            replicate = piece.first + int(fmod((number + 0.5) * SQUARE, 1.0) * (piece.last - piece.first))
            if (piece, replicate) not in self.drawn:
                self.drawn.add((piece, replicate))
                return piece, cost, replicate
        raise AssertionError  # it counts for ever


@dataclass
class Sample:
    """What was timed."""

    strata: list[Stratum]
    loading: float = 0.0
    """Time that a process takes to load the rules, s."""
    cells: list[Cells] = field(default_factory=list)
    """Point of each run."""
    runs: list[Run] = field(default_factory=list)

    def total(self) -> float:
        """Processor time of all runs of the round, s."""
        firsts = [ratio for stratum in self.strata for ratio in stratum.first]
        others = [ratio for stratum in self.strata for ratio in stratum.further] or firsts
        first, further = fmean(firsts), fmean(others)
        return sum(s.seconds(fmean(s.first or [first]), fmean(s.further or [further])) for s in self.strata)


def timed(plan: StudyPlan, rnd: Round, engine: Engine) -> Sample:
    """Time some runs of a first round."""
    sample = Sample(_strata(plan, rnd))
    warm = _load(plan, rnd, engine)
    began, clock = time.process_time(), time.monotonic()
    while len(sample.runs) < MOST_RUNS:
        over = time.process_time() - began > SECONDS or time.monotonic() - clock > PATIENCE
        stratum = _next(sample.strata, over=over)
        if stratum is None:
            break
        piece, cost, replicate = stratum.pick()
        if not stratum.first:
            _timed(plan, rnd.points[piece.points[0]], WARMING, engine)  # another sort may call other rules
        for ratios, at in zip((stratum.first, stratum.further), _two(piece, len(stratum.drawn)), strict=False):
            cells = rnd.points[at]
            seconds, run = _timed(plan, cells, replicate, engine)
            ratios.append(seconds / cost)
            sample.cells.append(cells)
            sample.runs.append(run)
    cost = nominal_seconds(plan, rnd.points[0])
    sample.loading = max(0.0, warm - cost * fmean(s.first[0] for s in sample.strata if s.first)) if warm else 0.0
    return sample


def _strata(plan: StudyPlan, rnd: Round) -> list[Stratum]:
    strata: dict[Sort, Stratum] = {}
    for piece in (piece for chunk in rnd.chunks for piece in chunk):
        cells = rnd.points[piece.points[0]]
        cost = nominal_seconds(plan, cells)
        sort = Sort(plan.base(cells).options, round(log2(cost)), len(piece.points) > 1)
        strata.setdefault(sort, Stratum()).pieces.append((piece, cost))
    return list(strata.values())


def _next(strata: Sequence[Stratum], *, over: bool) -> Stratum | None:
    """The sort to draw from: where most work hangs on each draw; None once enough is known."""
    waiting = [stratum for stratum in strata if stratum.left]
    if over:
        total = sum(stratum.work for stratum in strata)
        waiting = [stratum for stratum in waiting if not stratum.first and stratum.work > LIGHT * total]
    return max(waiting, key=lambda each: each.work / (len(each.first) + 0.5), default=None)


def _two(piece: Piece, number: int) -> list[int]:
    """A point of a piece, and another one that shares its twin where there is one."""
    at = int(fmod(number * GOLDEN, 1.0) * len(piece.points))
    return list(dict.fromkeys((piece.points[at], piece.points[(at + 1) % len(piece.points)])))


def _load(plan: StudyPlan, rnd: Round, engine: Engine) -> float:
    """Live the first run, so that no other waits for rules to be loaded; its time, 0 where they had to be compiled."""
    compiled = _kernels()
    seconds, _ = _timed(plan, rnd.points[0], WARMING, engine)
    return seconds if _kernels() == compiled else 0.0


def _kernels() -> int:
    """How many compiled rules are kept on disk."""
    return 0 if cache_folder is None else sum(1 for _ in cache_folder.rglob("*.nbc"))


def _timed(plan: StudyPlan, cells: Cells, replicate: int, engine: Engine) -> tuple[float, Run]:
    """Processor time of a run, s, and the run."""
    started = time.process_time()
    try:
        run = run_of(plan.config(cells, replicate), plan.seed(cells, replicate), replicate, engine)
    except Exception as error:
        reason = f"{type(error).__name__}: {error}".splitlines()[0]
        raise WorkFailed("dry_run", point=plan.point_id(cells), reason=reason) from error
    return time.process_time() - started, run

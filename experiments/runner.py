"""Runs every replicate of every scenario of a plan, each with its twin, on one or several processes.

A chunk is a block of seeds with all scenarios: the scenarios that share a twin meet it in the same process, where the
engine keeps it. Its size depends on the plan alone, and its runs come back in the order of the plan: the bytes of a
result are the same whatever the number of workers.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import partial
from importlib import import_module
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from experiments.plan import Plan
from experiments.progress import tracked
from sim.config import Config
from sim.outcomes.verdict import FLAGS, Verdict
from sim.simulation import RunRecord, simulate

CHUNK_RUNS = 10
"""Runs of a chunk, about half a second of work at the reference size; at least one seed."""

Value = float | int | str | None
READING = ("verdict", "islet_kind", *FLAGS)
"""What is read at the last observation, in the order of the columns."""

Engine = Callable[[Config, int], RunRecord]
"""What makes one run and its twin from a configuration and a seed."""


@dataclass(frozen=True)
class Run:
    """One run as it will be stored."""

    scenario: int
    """Its place in the plan."""
    replicate: int
    seed: int
    outcomes: dict[str, Value]
    """Verdicts included; None where undefined."""
    monthly: dict[str, NDArray[np.float64]]
    """Columns [months]; `practice_twin` is the twin's practice."""


def execute(
    plan: Plan, label: str, *, workers: int = 1, quiet: bool = False, engine: Engine = simulate
) -> list[Run]:
    """All runs of a plan, scenario by scenario, replicate by replicate.

    The first chunk is computed here: where rules are to be compiled they are once, before any worker asks for them.
    """
    first, *rest = plan.blocks(max(1, CHUNK_RUNS // len(plan.scenarios)))
    n = min(workers, max(1, len(rest)))
    executor = import_module(f"experiments.executors.{'serial' if n == 1 else 'joblib'}")
    work = partial(run_block, plan, engine=engine)
    done = chain.from_iterable(_in_turn(work, first, rest, executor.results, n))
    runs = list(tracked(done, plan.n_runs, label, quiet=quiet))
    return sorted(runs, key=lambda run: (run.scenario, run.replicate))


def run_block(plan: Plan, replicates: range, *, engine: Engine = simulate) -> list[Run]:
    """The runs of a block of replicates, seed by seed."""
    return [
        run_one(plan, scenario, replicate, engine=engine)
        for replicate in replicates
        for scenario in range(len(plan.scenarios))
    ]


def run_one(plan: Plan, scenario: int, replicate: int, *, engine: Engine = simulate) -> Run:
    """One run: a scenario of the plan with the luck of one replicate."""
    run = run_of(plan.config(scenario, replicate), plan.seed(replicate), replicate, engine)
    return replace(run, scenario=scenario)


def run_of(config: Config, seed: int, replicate: int, engine: Engine = simulate) -> Run:
    """One run of one configuration under one seed, as it will be stored."""
    record = engine(config, seed)
    monthly = {**record.monthly, "practice_twin": record.twin_monthly["practice"]}
    return Run(0, replicate, seed, {**reading(record.verdicts), **record.outcomes}, monthly)


def reading(verdicts: Mapping[int, Verdict]) -> dict[str, Value]:
    """The verdict, kind of islets and flags of the last observation; the verdict of each earlier one by its month."""
    *earlier, last = sorted(verdicts)
    return asdict(verdicts[last]) | {f"verdict_{month}": verdicts[month].verdict for month in earlier}


def _in_turn(
    work: Callable[[range], list[Run]],
    first: range,
    rest: list[range],
    results: Callable[..., Iterator[list[Run]]],
    workers: int,
) -> Iterator[list[Run]]:
    yield work(first)
    yield from results(work, rest, workers)

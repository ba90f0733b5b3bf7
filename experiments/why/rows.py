"""Runs as rows of outcomes, and the plainest way to make more of them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from experiments.runner import Engine, Run, reading
from sim.config import Config
from sim.simulation import RunRecord, simulate

Row = Mapping[str, Any]
"""One run: its `seed`, its `verdict` and every outcome by name; None or NaN where undefined."""

Rows = list[list[Row]]
"""One list a configuration, in it one row a seed, in the order in which both were asked for."""

SimulateMany = Callable[[Sequence[Config], Sequence[int]], Sequence[Sequence[Row]]]
"""Every configuration under every seed."""


def row_of(source: Row | Run | RunRecord) -> Row:
    """The row of a run, however it was kept: a row of runs.parquet, a run of the runner, a record of the engine."""
    if isinstance(source, Mapping):
        return source
    if isinstance(source, Run):
        return {"seed": source.seed, **source.outcomes}
    return {"seed": source.seed, **reading(source.verdicts), **source.outcomes}


def serially(configs: Sequence[Config], seeds: Sequence[int], engine: Engine = simulate) -> Rows:
    """Run every configuration under every seed in this process, seed by seed: those that share a twin meet it."""
    by_seed = [[row_of(engine(config, seed)) for config in configs] for seed in seeds]
    return [[rows[at] for rows in by_seed] for at in range(len(configs))]

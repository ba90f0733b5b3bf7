"""A result: a plan, its runs as tables, what they say in numbers. Made from runs, or read back from a folder."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from experiments.plan import Plan, varied_keys
from experiments.runner import READING, Run
from experiments.store import MONTHLY, RUNS, Column, read_table, table
from experiments.summary import Summary, summarise
from experiments.uncertainty import MEMBER, VARIANT
from sim.config import flat

IDENTITY = ("run_id", "scenario", "replicate", "seed")


@dataclass(frozen=True)
class Result:
    """What a command found, as tables.

    Runs stand in the order of the plan. Two scenarios that are the same configuration share their monthly rows.
    """

    plan: Plan
    run_table: pa.Table
    monthly_table: pa.Table

    @cached_property
    def runs(self) -> pd.DataFrame:
        """One row a run."""
        return self.run_table.to_pandas()

    @cached_property
    def monthly(self) -> pd.DataFrame:
        """One row a run and month."""
        return self.monthly_table.to_pandas()

    @cached_property
    def summary(self) -> Summary:
        """Shares, means and differences with their intervals."""
        return summarise(self.runs, {scenario.name: scenario.config.verdict for scenario in self.plan.scenarios})


def gather(plan: Plan, runs: Sequence[Run]) -> Result:
    """The result of a plan from its runs, in the order of the plan."""
    return Result(plan, table(run_columns(plan, runs)), table(monthly_columns(plan, runs)))


def load(plan: Plan, folder: Path) -> Result:
    """The result of a plan from its folder; raises OSError where a file is missing or has changed."""
    return Result(plan, read_table(folder / RUNS), read_table(folder / MONTHLY))


def run_columns(plan: Plan, runs: Sequence[Run]) -> dict[str, Column]:
    """The columns of runs.parquet: identity, varied keys, reading, outcomes."""
    columns: dict[str, Column] = {
        "run_id": [plan.run_id(run.scenario, run.replicate) for run in runs],
        "scenario": [plan.scenarios[run.scenario].name for run in runs],
        "replicate": np.array([run.replicate for run in runs], dtype=np.int64),
        "seed": np.array([run.seed for run in runs], dtype=np.int64),
    }
    spread = [plan.spread.columns(run.replicate) for run in runs]
    for name in (MEMBER, VARIANT):
        if name in spread[0]:
            columns[name] = [cells[name] for cells in spread]
    values = list(_values(plan, runs))
    for key in varied_keys(plan):
        columns[key] = [_cell(each[key]) for each in values]
    measured = sorted(set().union(*(run.outcomes for run in runs)) - set(READING))
    for name in (*READING, *measured):
        columns[name] = [run.outcomes.get(name) for run in runs]
    return columns


def monthly_columns(plan: Plan, runs: Sequence[Run]) -> dict[str, Column]:
    """The columns of monthly.parquet, run by run, month by month; each configuration and seed once."""
    once = {plan.run_id(run.scenario, run.replicate): run.monthly for run in runs}
    lengths = [len(monthly["practice"]) for monthly in once.values()]
    columns: dict[str, Column] = {
        "run_id": np.repeat(np.array(list(once), dtype=object), lengths),
        "month": np.concatenate([np.arange(length, dtype=np.int32) for length in lengths]),
    }
    names = next(iter(once.values()))
    return columns | {name: np.concatenate([monthly[name] for monthly in once.values()]) for name in names}


def _values(plan: Plan, runs: Sequence[Run]) -> Iterator[dict[str, Any]]:
    """The keys of every run with their values; read once a scenario where replicates are alike."""
    if plan.spread.alike:
        told = [flat(scenario.config) for scenario in plan.scenarios]
        return (told[run.scenario] for run in runs)
    return (flat(plan.config(run.scenario, run.replicate)) for run in runs)


def _cell(value: object) -> object:
    """A key's value as one cell: lists are written as JSON."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def as_rows(runs: pd.DataFrame) -> list[dict[str, Any]]:
    """Runs of one scenario as plain rows, in the order of their replicates."""
    ordered = runs.sort_values("replicate").to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in ordered]

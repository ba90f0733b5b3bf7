"""The columns of a study's tables, with the type that each has in every part: parts are put end to end as they are."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from experiments.runner import READING, Run
from experiments.study.factors import DUMMY, Factor
from experiments.study.plan import Cells, StudyPlan, written
from experiments.uncertainty import MEMBER
from sim.config import parameter_of
from sim.outcomes.verdict import FLAGS

IDENTITY = ("run_id", "point_id", "scenario", "replicate", "seed")
MONTH_PREFIX = "monthly."
"""In a part, the months of a run are a list in its row."""
_KINDS = {"float": pa.float64(), "int": pa.int64(), "bool": pa.bool_()}
_FIXED = {"replicate": pa.int64(), "seed": pa.int64(), MEMBER: pa.int64(), **dict.fromkeys(FLAGS, pa.bool_())}
_TEXTS = ("run_id", "point_id", "scenario", "variant", "verdict", "islet_kind")


def part_table(plan: StudyPlan, cells: Sequence[Cells], runs: Sequence[Run]) -> pa.Table:
    """The runs of a chunk, `cells[i]` the point of `runs[i]`: identity, what varies, reading, outcomes, months."""
    columns: dict[str, pa.Array] = {}
    for name, values in _rows(plan, cells, runs).items():
        columns[name] = pa.array(values, column_type(plan, name), from_pandas=True)
    for name in runs[0].monthly:
        if plan.months is None or name in plan.months:
            columns[f"{MONTH_PREFIX}{name}"] = _lists([run.monthly[name] for run in runs])
    return pa.table(columns)


def identity(plan: StudyPlan, cells: Cells, replicate: int) -> tuple[str, str, str, int, int]:
    """What names a run, in the order of `IDENTITY`."""
    scenario = plan.base(cells).config.scenario
    seed = plan.seed(cells, replicate)
    return plan.run_id(cells, replicate), plan.point_id(cells), scenario, replicate, seed


def factor_type(factor: Factor) -> pa.DataType:
    """The type of a column of the design."""
    if factor.role == DUMMY:
        return pa.float64()
    if factor.levels and any(level.option or set(level.values) != {factor.key} for level in factor.levels):
        return pa.string()
    if any(isinstance(level.cell, str) for level in factor.levels):
        return pa.string()
    return _key_type(factor.key)


def column_type(plan: StudyPlan, name: str) -> pa.DataType:
    """The type of a column of the run table; outcomes and months are numbers."""
    if name in _FIXED:
        return _FIXED[name]
    if name in _TEXTS or name.startswith("verdict_"):
        return pa.string()
    for factor in plan.factors:
        if factor.key == name:
            return factor_type(factor)
    return _key_type(name) if parameter_of(name) is not None else pa.float64()


def _key_type(key: str) -> pa.DataType:
    known = parameter_of(key)
    return _KINDS.get(known.kind, pa.string()) if known is not None else pa.float64()


def _rows(plan: StudyPlan, cells: Sequence[Cells], runs: Sequence[Run]) -> dict[str, Any]:
    named = [identity(plan, point, run.replicate) for point, run in zip(cells, runs, strict=True)]
    rows: dict[str, Any] = {name: [each[at] for each in named] for at, name in enumerate(IDENTITY)}
    carried = [plan.carried(run.replicate) for run in runs]
    rows |= {name: [each[name] for each in carried] for name in plan.carries}
    for at, factor in enumerate(plan.factors):
        rows[factor.key] = [_typed(point[at], factor_type(factor)) for point in cells]
    if plan.varied_keys:
        configs = [plan.config(point, run.replicate) for point, run in zip(cells, runs, strict=True)]
        rows |= {key: [_value(config, key) for config in configs] for key in plan.varied_keys}
    measured = sorted(set().union(*(run.outcomes for run in runs)) - set(READING))
    return rows | {name: [run.outcomes.get(name) for run in runs] for name in (*READING, *measured)}


def _typed(cell: Any, kind: pa.DataType) -> object:  # noqa: ANN401
    """A cell as its column holds it: a number in a column of numbers may have been written as a whole one."""
    if cell is None:
        return None
    return float(cell) if pa.types.is_float64(kind) else str(cell) if pa.types.is_string(kind) else cell


def _value(config: Any, key: str) -> object:  # noqa: ANN401
    group, _, field = key.partition(".")
    value = getattr(config, group)
    value = getattr(value, field) if field else value
    if isinstance(value, tuple):
        value = [each.model_dump(mode="json") if hasattr(each, "model_dump") else each for each in value]
    return written(value)


def _lists(values: Sequence[NDArray[np.float64]]) -> pa.Array:
    offsets = np.concatenate([[0], np.cumsum([len(each) for each in values])])
    numbers = pa.array(np.concatenate(values).astype(np.float64), pa.float64(), from_pandas=True)
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), numbers)


def tally(runs: Sequence[Run]) -> Mapping[str, int]:
    """How many runs have each verdict."""
    counts: dict[str, int] = {}
    for run in runs:
        verdict = str(run.outcomes["verdict"])
        counts[verdict] = counts.get(verdict, 0) + 1
    return counts

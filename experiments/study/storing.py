"""What it takes to keep the runs of a study: measured on some of them, in a folder that vanishes."""

import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from experiments.runner import Run
from experiments.store import MONTHLY, RUNS
from experiments.study.chunks import PARTS, write_part
from experiments.study.columns import part_table, tally
from experiments.study.merging import merge
from experiments.study.plan import Cells, StudyPlan

_ONE, _ALL, _MANY = "one", "all", "many"
_ROWS = 64
"""Rows on which time is measured: a few runs are written several times, for fewer would take none that can be seen."""


class Storing(NamedTuple):
    """Processor time, s, and bytes: what there is of each however small it is, and of each run."""

    part_seconds: float
    row_seconds: float
    """Of a run, in its part and then in the tables."""
    part_bytes: float
    row_bytes: float
    first_seconds: float
    """Processor time that the first part and the first tables take above others: libraries are loaded for them."""


def storing(plan: StudyPlan, cells: Sequence[Cells], runs: Sequence[Run]) -> Storing:
    """Write a part of one run, one of all, one of many, and gather them."""
    times = -(-_ROWS // len(runs))
    with TemporaryDirectory() as name:
        folder = Path(name)
        loading = _spent(plan, cells[:1], runs[:1], folder, _ONE)
        little = _spent(plan, cells[:1], runs[:1], folder, _ONE)
        much = _spent(plan, [*cells] * times, [*runs] * times, folder, _MANY)
        row = max(0.0, sum(much) - sum(little)) / (times * len(runs) - 1)
        _spent(plan, cells, runs, folder, _ALL)
        tables = sum((folder / table).stat().st_size for table in (RUNS, MONTHLY))
        one, all_of_them = _bytes(folder, _ONE), _bytes(folder, _ALL)
    each = (all_of_them - one) / (len(runs) - 1) if len(runs) > 1 else 0.0
    return Storing(little[0], row, one - each, each + tables / len(runs), max(0.0, sum(loading) - sum(little)))


def _spent(
    plan: StudyPlan, cells: Sequence[Cells], runs: Sequence[Run], folder: Path, key: str
) -> tuple[float, float]:
    """Processor time of writing a part, and of making tables of it, s."""
    began = time.process_time()
    write_part(folder, key, part_table(plan, cells, runs), tally(runs), 0.0)
    written = time.process_time()
    merge(folder, [key], as_csv=False)
    return written - began, time.process_time() - written


def _bytes(folder: Path, key: str) -> int:
    """Bytes of a part and of its receipt."""
    return sum(path.stat().st_size for path in (folder / PARTS).glob(f"{key}.*"))

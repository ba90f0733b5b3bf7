"""The rows of a gathered study, as `verify` and `replay` want them."""

from collections import Counter
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from experiments.bits import Record
from experiments.runner import Engine, Run, run_of
from experiments.store import DESIGN, MONTHLY, RUNS, read_table
from experiments.study.columns import IDENTITY, identity
from experiments.study.factors import cell_of
from experiments.study.plan import Cells
from experiments.study.processor import compile_for_any, processor
from experiments.study.reading import Study
from sim.config import effective_horizon


class StudyRows:
    """Rows read back from the folder of a study; raises OSError where a file is missing or has changed."""

    def __init__(self, folder: Path) -> None:
        self.study = Study.open(folder)
        self.plan = self.study.plan
        self.table = read_table(folder / RUNS)
        self.ids: list[str] = self.table["run_id"].to_pylist()
        known = self.study.manifest["circumstances"]["processors"]
        self.elsewhere = {**processor(), "chunks": 0} not in [{**each, "chunks": 0} for each in known]

    def line(self, row: int) -> dict[str, Any]:
        """A row as plain values."""
        (line,) = self.table.slice(row, 1).to_pylist()
        return dict(line)

    def stored(self, row: int) -> Record:
        """What the files say came out of a run."""
        line = self.line(row)
        path, here = self.study.folder / MONTHLY, [("run_id", "==", line["run_id"])]
        months = pq.read_table(path, filters=here, page_checksum_verification=True)
        columns = {name: months[name].to_numpy(zero_copy_only=False).astype(float) for name in months.column_names[2:]}
        return {name: value for name, value in line.items() if name not in self._apart}, columns

    def again(self, row: int, engine: Engine) -> Run:
        """The run of a row, lived again; its months are those that the study keeps."""
        compile_for_any()
        line = self.line(row)
        cells, replicate = self._cells(line), line["replicate"]
        run = run_of(self.plan.config(cells, replicate), self.plan.seed(cells, replicate), replicate, engine)
        if self.plan.months is None:
            return run
        kept = {name: values for name, values in run.monthly.items() if name in self.plan.months}
        return Run(run.scenario, run.replicate, run.seed, run.outcomes, kept)

    def missing(self) -> list[str]:
        """Runs that are not there once, with their own name and seed and all their months."""
        expected = {
            identity(self.plan, cells, r)
            for cells, replicates in self._points.items()
            for r in range(replicates)
        }
        rows = zip(*(self.table[name].to_pylist() for name in IDENTITY), strict=True)
        found = Counter(rows)
        wrong = [str(each[0]) for each in expected if found[each] != 1]
        wrong += [str(each[0]) for each in found if each not in expected]
        return sorted({*wrong, *self._short()})

    @cached_property
    def _points(self) -> dict[Cells, int]:
        """Replicates of each point, by its cells."""
        rows = read_table(self.study.folder / DESIGN).to_pylist()
        return {self._cells(row): row["replicates"] for row in rows}

    @cached_property
    def _apart(self) -> set[str]:
        """Columns that say which run it is, not what came out of it."""
        plan = self.plan
        return {*IDENTITY, *plan.carries, *(factor.key for factor in plan.factors), *plan.varied_keys}

    def _cells(self, line: dict[str, Any]) -> Cells:
        return tuple(cell_of(line[factor.key]) for factor in self.plan.factors)

    def _short(self) -> list[str]:
        """Runs whose months are not 0, 1, 2... to their horizon; a few rows of the table in memory at a time."""
        if self.plan.months == ():
            return []
        lived: Counter[str] = Counter()
        wrong: set[str] = set()
        with pq.ParquetFile(self.study.folder / MONTHLY, page_checksum_verification=True) as file:
            for batch in file.iter_batches(columns=["run_id", "month"]):
                for run_id, month in zip(batch["run_id"].to_pylist(), batch["month"].to_numpy(), strict=True):
                    if month != lived[run_id]:
                        wrong.add(run_id)
                    lived[run_id] += 1
        horizons = {self.plan.point_id(cells): effective_horizon(self.plan.point(cells)) for cells in self._points}
        points = self.table["point_id"].to_pylist()
        short = (i for i, point in zip(self.ids, points, strict=True) if lived[i] != horizons.get(point))
        return [*wrong, *short, *(lived.keys() - set(self.ids))]

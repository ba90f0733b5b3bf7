"""`Study.open(folder)`: the tables of a study, each read when it is first asked for."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa

from experiments import manifest
from experiments.grammar import Mistake
from experiments.refusal import WorkFailed, refused
from experiments.store import DESIGN, DICTIONARY, MANIFEST, MONTHLY, RUNS, read_table
from experiments.study.factors import DUMMY, LEVER, UNCERTAIN
from experiments.study.plan import COMMAND, StudyPlan, plan_of
from experiments.study.rounds import read_plan

if TYPE_CHECKING:
    import xarray


@dataclass(frozen=True)
class Study:
    """A study that has been gathered."""

    folder: Path
    manifest: manifest.Manifest

    @classmethod
    def open(cls, folder: str | Path) -> "Study":
        """The study of a folder; refused (InputError) where it holds none, or one that is not gathered yet."""
        path = Path(folder).expanduser()
        if not (path / MANIFEST).exists() and read_plan(path) is not None:
            raise refused([Mistake("ungathered", str(path), f"archipel gather {path}")])
        content = manifest.read(path)
        if content.get("command") != COMMAND:
            raise refused([Mistake("no_study", str(path))])
        return cls(path, content)

    @cached_property
    def plan(self) -> StudyPlan:
        """Factors, bases, design, replicates, luck."""
        try:
            plan = plan_of(self.manifest["study"])
        except (LookupError, TypeError, ValueError) as error:
            raise refused([Mistake("bad_manifest", str(self.folder))]) from error
        if plan.hash != self.manifest.get("plan_hash"):
            raise refused([Mistake("manifest_plan", str(self.folder))])
        return plan

    @cached_property
    def design(self) -> pd.DataFrame:
        """One row a row of the design; `point_id` links it to the runs."""
        return self.table(DESIGN).to_pandas()

    @cached_property
    def runs(self) -> pd.DataFrame:
        """One row a run."""
        return self.table(RUNS).to_pandas()

    @cached_property
    def monthly(self) -> pd.DataFrame:
        """One row a run and month."""
        return self.table(MONTHLY).to_pandas()

    @cached_property
    def dictionary(self) -> dict[str, Any]:
        """What every column is, in both languages, with unit and range."""
        said: dict[str, Any] = json.loads((self.folder / DICTIONARY).read_text(encoding="utf-8"))
        return said

    @property
    def levers(self) -> list[str]:
        """Keys that a decision could set."""
        return self._keys(LEVER)

    @property
    def uncertain(self) -> list[str]:
        """Keys that nobody knows, as columns of the design."""
        return self._keys(UNCERTAIN)

    @property
    def dummy(self) -> str | None:
        """The column that nothing of the model reads: what it seems to do is the noise floor."""
        return next(iter(self._keys(DUMMY)), None)

    def table(self, name: str) -> pa.Table:
        """A table as Arrow holds it, its checksums verified."""
        try:
            return read_table(self.folder / name)
        except OSError as error:
            raise refused([Mistake("broken", str(self.folder))]) from error

    def sql(self, query: str) -> pd.DataFrame:
        """The answer of DuckDB to a query on the tables `design`, `runs` and `monthly`, read from their files."""
        try:
            import duckdb
        except ImportError as error:
            raise WorkFailed("library", library="duckdb", extra="sql") from error
        with duckdb.connect() as base:
            for name in (DESIGN, RUNS, MONTHLY):
                path = str(self.folder / name).replace("'", "''")
                base.execute(f"CREATE VIEW {Path(name).stem} AS SELECT * FROM read_parquet('{path}')")
            answer: pd.DataFrame = base.execute(query).df()
            return answer

    def to_xarray(self) -> "xarray.Dataset":
        """A cube: outcomes [point, replicate], months [point, replicate, month], factors as coordinates."""
        try:
            import xarray
        except ImportError as error:
            raise WorkFailed("library", library="xarray", extra="cubes") from error
        from experiments.study.cube import cube

        return cube(self, xarray)

    def _keys(self, role: str) -> list[str]:
        return [factor["key"] for factor in self.manifest["study"]["factors"] if factor["role"] == role]

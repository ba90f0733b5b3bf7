"""What an analysis is made from: the design of a study and its runs, and what each run shares with others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations
from typing import Any, Protocol

import numpy as np
import pandas as pd

from experiments.analysis.components import Situation
from experiments.analysis.contrasts import Measured
from experiments.analysis.intervals import Floats, Labels, labels
from experiments.table import MAIN, ORDER
from experiments.uncertainty import MEMBER, VARIANT
from experiments.units import RUNS, YES_OR_NO
from sim.config import resolved, validate
from sim.core.text import Text
from sim.outcomes.catalogue import catalogue

LEVER, UNCERTAIN, DUMMY = "lever", "uncertain", "dummy"
STRUCTURE_KEYS = ("adoption.contagion", "adoption.measure")
ONE_AT_A_TIME = ("morris", "saltelli")
"""Designs whose points are made for indices, and not to be compared in pairs."""
FRACTION = "fraction"
BALANCED = ("grid", FRACTION)
"""Designs that may be balanced."""
MOVES_MONTHS = {"programme.start_month", "observe_months", "calendar.start", "calendar.next_election"}
TARGETS = ("diffusion", "net_practice")
"""Outcomes that sensitivity, boxes and tipping are about."""
MOST_VALUES, PARTS = 12, 6
"""Values of a lever that are shown one by one; parts of equal numbers of points where there are more."""


class Opened(Protocol):
    """A study as its reader gives it."""

    @property
    def manifest(self) -> Mapping[str, Any]:
        """Its manifest."""

    @property
    def design(self) -> pd.DataFrame:
        """One row a row of the design."""

    @property
    def runs(self) -> pd.DataFrame:
        """One row a run."""

    @property
    def monthly(self) -> pd.DataFrame:
        """One row a run and month."""


@dataclass(frozen=True)
class Key:
    """A column of the design."""

    name: str
    role: str
    values: tuple[object, ...] = ()
    """In order; empty where it takes any value of a range."""
    low: float = 0.0
    high: float = 1.0
    logarithmic: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it is a number, and not a choice."""
        return all(isinstance(value, float | int) and not isinstance(value, bool) for value in self.values)

    def places(self, column: pd.Series) -> Floats:
        """Where each value lies between the ends of its range or among its values [n, 0..1]."""
        if self.values:
            rank = {value: at / max(1, len(self.values) - 1) for at, value in enumerate(self.values)}
            return np.asarray(column.map(rank), dtype=np.float64)
        x, ends = np.asarray(column, dtype=np.float64), np.array([self.low, self.high])
        if self.logarithmic:
            x, ends = np.log(x), np.log(ends)
        return (x - ends[0]) / (ends[1] - ends[0])


@dataclass(frozen=True)
class Material:
    """A study, ready to be analysed."""

    name: str
    title: Text
    kind: str
    """Kind of the design."""
    keys: tuple[Key, ...]
    """Columns of the design, in its order."""
    drawn: tuple[str, ...]
    """Uncertain keys that replicates draw, the same at every point."""
    design: pd.DataFrame
    """One row a point, in order, with the notes of the design."""
    runs: pd.DataFrame
    """One row a run, its point's keys among the columns."""
    observed: tuple[int, ...] = ()
    """Months at which outcomes are read; the last gives the verdict."""
    options: Mapping[str, Any] = field(default_factory=dict)
    """Options of the design."""

    def of_role(self, role: str) -> list[Key]:
        """Keys of a role that take more than one value."""
        return [key for key in self.keys if key.role == role and self.runs[key.name].nunique(dropna=False) > 1]

    @property
    def levers(self) -> list[Key]:
        """What a decision could set, structural switches apart."""
        return [key for key in self.of_role(LEVER) if key.name not in STRUCTURE_KEYS]

    @property
    def dummy(self) -> str | None:
        """The key that nothing reads."""
        return next((key.name for key in self.keys if key.role == DUMMY), None)

    @property
    def varied(self) -> list[str]:
        """All columns of the design that take more than one value."""
        return [key.name for key in self.keys if self.runs[key.name].nunique(dropna=False) > 1]

    @cached_property
    def variants(self) -> pd.Series:
        """Name of the structural variant of each run; one name where structure is not varied."""
        if VARIANT in self.runs:
            return self.runs[VARIANT].astype(str)
        switches = [key for key in STRUCTURE_KEYS if key in self.runs]
        if not switches:
            return pd.Series("", index=self.runs.index)
        joined = self.runs[switches].astype(str).agg("_".join, axis=1)
        return joined

    @cached_property
    def situation(self) -> Situation:
        """What each run has in common with others."""
        unknown = [key.name for key in self.of_role(UNCERTAIN)] + list(self.drawn)
        worlds = [name for name in (MEMBER, *unknown) if name in self.runs and name not in STRUCTURE_KEYS]
        return Situation(
            self._labels([key.name for key in self.levers]),
            labels(self.runs["seed"].to_numpy()),
            self._labels(worlds),
            labels(self.variants.to_numpy(str)),
        )

    @property
    def clusters(self) -> list[Labels]:
        """What makes runs dependent: their luck; and their parameters, where these are points of the design."""
        at = self.situation
        sampled = bool(self.of_role(UNCERTAIN))
        return [at.luck, at.world] if sampled else [at.luck]

    @cached_property
    def measured(self) -> Measured:
        """Verdicts as 0 and 1, then the main outcomes."""
        verdicts = {name: (self.runs["verdict"] == name).to_numpy(np.float64) for name in ORDER}
        outcomes = {name: self.runs[name].to_numpy(np.float64) for name in MAIN if name in self.runs}
        yes = [name for name in outcomes if unit_of(name) == YES_OR_NO]
        return Measured(verdicts | outcomes, frozenset([*verdicts, *yes]))

    @cached_property
    def balanced(self) -> bool:
        """Whether every value of a key meets the same values of the others as often: what one key does stands out."""
        points = self.points().drop_duplicates("point_id").astype(str)
        if self.kind not in BALANCED:
            return False
        counts = (pd.crosstab(points[one], points[other]) for one, other in combinations(self.varied, 2))
        return all(np.allclose(n, np.outer(n.sum(axis=1), n.sum(axis=0)) / len(points)) for n in counts)

    def part(self, rows: Labels) -> "Material":
        """The same study with some of its runs."""
        return replace(self, runs=self.runs.iloc[rows])

    def points(self) -> pd.DataFrame:
        """One row for each row of the design, in order, notes included; rows without runs are left out."""
        return self.design[self.design["point_id"].isin(self.runs["point_id"])].reset_index(drop=True)

    def matrix(self, outcome: str) -> Floats:
        """The outcome at each point of `points` [points, replicates that all points have]; nan where undefined."""
        values = pd.Series(self.measured.values[outcome], index=self.runs.index)
        table = self.runs.assign(_value=values).pivot_table("_value", "point_id", "replicate", dropna=False)
        played = self.runs.groupby("replicate")["point_id"].nunique()
        common = played.index[played == len(table)]
        return table.loc[self.points()["point_id"], common].to_numpy(np.float64)

    def _labels(self, names: Sequence[str]) -> Labels:
        columns = [pd.factorize(self.runs[name], use_na_sentinel=False)[0] for name in names]
        return labels(*columns) if columns else np.zeros(len(self.runs), dtype=np.int64)


def unit_of(outcome: str) -> str:
    """Unit of an outcome; a verdict is a share of runs."""
    return next((spec.unit for spec in catalogue() if spec.name == outcome), RUNS)


def material_of(study: Opened) -> Material:
    """The material of a study that has been gathered."""
    said = study.manifest["study"]
    keys = tuple(_key(each, study.design) for each in said["factors"])
    runs = study.runs
    missing = [key.name for key in keys if key.name not in runs]
    if missing:
        runs = runs.merge(study.design.drop_duplicates("point_id")[["point_id", *missing]], on="point_id", how="left")
    texts = said["texts"]
    name = str(said["name"])
    title = Text(texts.get("title_fr") or name, texts.get("title_en") or name)
    drawn = tuple(each["key"] for each in said.get("drawn", ()))
    design = said["design"]
    return Material(name, title, design["kind"], keys, drawn, study.design, runs, _observed(said, keys),
                    design["options"])  # fmt: skip


def _observed(said: Mapping[str, Any], keys: Sequence[Key]) -> tuple[int, ...]:
    """Months at which every run is read; none where the start of the programme, hence the months, is varied."""
    if {key.name for key in keys} & MOVES_MONTHS:
        return ()
    months = {resolved(validate(base["config"])).observe_months for base in said["bases"]}
    return months.pop() or () if len(months) == 1 else ()


def _key(said: Mapping[str, Any], design: pd.DataFrame) -> Key:
    """A factor; one that is sampled from a range but takes few whole numbers is told by its values."""
    name, role = said["key"], said["role"]
    if "levels" in said:
        cells = [level[0] for level in said["levels"]]
        numbers = pd.api.types.is_numeric_dtype(design[name])
        return Key(name, role, tuple(cells if numbers else (str(cell) for cell in cells)))
    found = sorted(design[name].dropna().unique().tolist())
    if len(found) <= MOST_VALUES:
        return Key(name, role, tuple(found))
    return Key(name, role, (), float(said["low"]), float(said["high"]), bool(said["log"]))

"""How precise the replicates of a study are, where it asked to go on until they are precise enough."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, isfinite
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments.statistics import Estimate, mean, paired_mean, paired_share, wilson
from experiments.store import RUNS, read_table
from experiments.study.factors import Cell
from experiments.study.first import first_points
from experiments.study.plan import Cells, StudyPlan
from experiments.study.replication import STEP, Until
from experiments.units import YES_OR_NO
from sim.outcomes.catalogue import catalogue
from sim.outcomes.verdict import FLAGS, VERDICTS

Values = Mapping[int, NDArray[np.float64]]
"""Value of the outcome in each replicate, by point; nan where it is undefined."""
LARGEST_STEP = 2.0
"""The number of replicates is at most multiplied by this from one look to the next."""


@dataclass(frozen=True)
class Precision:
    """What was asked, and what each point has."""

    until: Until
    estimates: Mapping[int, Estimate]

    @property
    def columns(self) -> dict[str, dict[int, object]]:
        """Columns of the design table, by point."""
        return {
            "half_width": {at: _finite(half_width(each)) for at, each in self.estimates.items()},
            "precise": {at: half_width(each) <= self.until.half_width for at, each in self.estimates.items()},
        }

    @property
    def reached(self) -> int:
        """How many points are precise enough; the budget ended at the others."""
        return sum(half_width(each) <= self.until.half_width for each in self.estimates.values())

    def as_dict(self) -> dict[str, object]:
        """Plain values."""
        u = self.until
        asked = {"outcome": u.outcome, "half_width": u.half_width, "most": u.most}
        return {**asked, "points": len(self.estimates), "reached": self.reached, "paired": u.between is not None}


def precision(plan: StudyPlan, folder: Path) -> Precision | None:
    """How precise a merged study is; None where it did not ask."""
    until = plan.replicates.until
    if until is None:
        return None
    table = read_table(folder / RUNS, columns_for(until.outcome))
    values = by_point(plan, [table], until.outcome, first_points(plan))
    return Precision(until, estimates(until, values))


def columns_for(outcome: str) -> list[str]:
    """Columns of the run table that tell the outcome of a point."""
    return ["point_id", "replicate", "verdict" if outcome in VERDICTS else outcome]


def by_point(plan: StudyPlan, tables: Iterable[Any], outcome: str, points: Sequence[Cells]) -> Values:
    """The outcome of each run, 1 or 0 for a verdict, by point number, in the order of the replicates."""
    numbers = {plan.point_id(cells): at for at, cells in enumerate(points)}
    runs = []
    for table in tables:
        at = [numbers[each] for each in table["point_id"].to_pylist()]
        runs.append(np.array([at, table["replicate"].to_numpy(), _numbers(table, outcome)]))
    point, replicate, value = np.concatenate(runs, axis=1)
    order = np.lexsort((replicate, point))
    cuts = np.flatnonzero(np.diff(point[order])) + 1
    return {int(point[rows[0]]): value[rows] for rows in np.split(order, cuts)}


def _numbers(table: Any, outcome: str) -> list[float]:  # noqa: ANN401
    if outcome in VERDICTS:
        return [float(verdict == outcome) for verdict in table["verdict"].to_pylist()]
    return [np.nan if value is None else float(value) for value in table[outcome].to_pylist()]


def estimates(until: Until, values: Values) -> dict[int, Estimate]:
    """The estimate of each point; that of the paired difference at every point where one was asked for."""
    if until.between is None:
        return {at: estimate(until.outcome, each) for at, each in values.items()}
    first, second = (values[at] for at in until.between)
    if is_share(until.outcome):
        both = ~(np.isnan(first) | np.isnan(second))
        found = paired_share(first[both] == 1, second[both] == 1)
    else:
        found = paired_mean(first, second)
    return dict.fromkeys(values, found)


def estimate(outcome: str, values: NDArray[np.float64]) -> Estimate:
    """A share with Wilson's interval, or a mean with Student's."""
    defined = values[~np.isnan(values)]
    return wilson(int(defined.sum()), defined.size) if is_share(outcome) else mean(values)


def is_share(outcome: str) -> bool:
    """Whether an outcome is yes or no in a run."""
    yes_or_no = {spec.name for spec in catalogue() if spec.unit == YES_OR_NO}
    return outcome in (*VERDICTS, *FLAGS) or outcome in yes_or_no


def half_width(found: Estimate) -> float:
    """Half the width of an interval."""
    width = (found.high - found.low) / 2
    return width if isfinite(width) else float("inf")


def wanted(until: Until, found: Estimate, played: int) -> int:
    """Replicates that a point should have after the next round: as many as its interval seems to need, at most twice.

    An interval narrows with the square root of the number of runs.
    """
    width = half_width(found)
    if width <= until.half_width or played >= until.most:
        return played
    needed = played * (width / until.half_width) ** 2 if isfinite(width) else played * LARGEST_STEP
    aimed = min(max(needed, played + STEP), LARGEST_STEP * played)
    return min(until.most, STEP * ceil(aimed / STEP))


def _finite(value: float) -> Cell:
    return value if isfinite(value) else None

"""Reading a pattern off its sample: numbers, intervals, what is accepted, and how sure that is.

Rule: a pattern passes where the point value of every part that has something to satisfy satisfies it; an undefined
value satisfies nothing. `support` says how sure: the share of bootstrap resamples of the replicates in which the
pattern passes. Near a line, a pass is a matter of luck: where the true value is exactly on it, one evaluation in two
passes. Intervals at 95 %: Wilson's for a plain share of replicates, else percentiles of the bootstrap, which are
somewhat too narrow below 30 replicates (about 92 % at 20) and cannot see beyond the values of the sample.
"""

from dataclasses import dataclass
from math import nan

import numpy as np

from experiments.patterns.acceptance import Acceptance
from experiments.patterns.pattern import Part, Pattern, Row, Sample
from experiments.statistics import wilson

RESAMPLES = 400
_ENDS = (2.5, 97.5)


@dataclass(frozen=True)
class Finding:
    """One part as observed.

    Attributes:
        name: of the part.
        value: over all replicates; nan where undefined.
        low, high: 95 % interval.
        accepted: what is accepted; None where the part decides nothing.
        passed: whether the value is accepted; None where the part decides nothing.
        support: share of resamples in which it is accepted; nan where the part decides nothing.
    """

    name: str
    value: float
    low: float
    high: float
    accepted: Acceptance | None
    passed: bool | None
    support: float


@dataclass(frozen=True)
class Reading:
    """A pattern as observed.

    Attributes:
        id: of the pattern.
        passed: every part that decides is accepted; False where the model has nothing to measure it by.
        support: share of resamples in which all of them are; nan where it is not measured.
        parts: the parts, in the pattern's order.
        replicates: how many there were.
    """

    id: str
    passed: bool
    support: float
    parts: tuple[Finding, ...]
    replicates: int

    @property
    def measured(self) -> bool:
        """Whether the model has a quantity for it."""
        return bool(self.parts)

    def __getitem__(self, name: str) -> Finding:
        """A part by its name."""
        return next(part for part in self.parts if part.name == name)


def read(pattern: Pattern, rows: list[Row], root: int) -> Reading:
    """Read a pattern off the notes of its replicates; `root` seeds the resampling."""
    if pattern.statistic is None:
        return Reading(pattern.id, passed=False, support=nan, parts=(), replicates=len(rows))
    sample = stacked(rows)
    values = pattern.statistic(sample)
    rng = np.random.default_rng([root, 20_190_701])
    draws = [rng.integers(len(rows), size=len(rows)) for _ in range(RESAMPLES)]
    again = [pattern.statistic({name: column[draw] for name, column in sample.items()}) for draw in draws]
    findings = tuple(_finding(part, values, again, sample) for part in pattern.parts)
    deciding = [part for part in pattern.parts if part.accepted is not None]
    together = [all(part.accepted.holds(value[part.name]) for part in deciding if part.accepted) for value in again]
    passed = all(finding.passed is not False for finding in findings)
    return Reading(pattern.id, passed, float(np.mean(together)), findings, len(rows))


def stacked(rows: list[Row]) -> dict[str, np.ndarray]:
    """Notes of all replicates as arrays whose first axis is the replicate."""
    return {name: np.array([row[name] for row in rows], dtype=np.float64) for name in rows[0]}


def _finding(part: Part, values: dict[str, float], again: list[dict[str, float]], sample: Sample) -> Finding:
    value = float(values[part.name])
    resampled = np.array([draw[part.name] for draw in again], dtype=np.float64)
    low, high = _share(sample[part.share]) if part.share else _percentiles(resampled)
    if part.accepted is None:
        return Finding(part.name, value, low, high, None, None, nan)
    held = [part.accepted.holds(x) for x in resampled]
    return Finding(part.name, value, low, high, part.accepted, part.accepted.holds(value), float(np.mean(held)))


def _share(hits: np.ndarray) -> tuple[float, float]:
    """Wilson's interval of the share of replicates that say yes, among those that say anything."""
    said = hits[~np.isnan(hits)]
    estimate = wilson(int(said.sum()), said.size)
    return estimate.low, estimate.high


def _percentiles(values: np.ndarray) -> tuple[float, float]:
    finite = values[np.isfinite(values)]
    if not finite.size:
        return nan, nan
    low, high = np.percentile(finite, _ENDS)
    return float(low), float(high)

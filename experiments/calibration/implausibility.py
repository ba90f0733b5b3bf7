"""How far a point is from what is expected, in standard deviations.

For a band, I = |z - f| / sqrt(Var_MC + Var_band): z what is observed, f the middle of the band, Var_MC the variance of
simulation (bootstrap over replicates), Var_band from the width of the band, which holds the variance of observation and
the discrepancy of the model together (see `rules.BAND_DEVIATIONS`).

For an inequality, I = 3 d / (1.28 sqrt(Var_MC + Var_slack)): d is how far z lies on the wrong side, 0 on the right one.
It reaches 3 where the inequality fails with probability 0.9.

A part that is undefined says nothing for or against a point; it never passes. The implausibility of a pattern is the
largest of its parts'.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite, nan, sqrt

import numpy as np

from experiments.calibration.rules import BAND_DEVIATIONS, CUT, RESAMPLES, SLACK, SURE_DEVIATIONS
from experiments.patterns.acceptance import Acceptance
from experiments.patterns.pattern import Part, Pattern, Row
from experiments.patterns.reading import stacked

MOST = 99.0
"""Implausibilities are cut here: beyond, only noise of a denominator is told."""


@dataclass(frozen=True)
class Measured:
    """A part of a pattern at a point: value, standard deviation of simulation, implausibility, acceptance."""

    value: float
    deviation: float
    implausibility: float
    passed: bool


Point = dict[str, dict[str, Measured]]
"""By pattern, then by part that decides."""


def measure(pattern: Pattern, rows: Sequence[Row], root: int) -> dict[str, Measured]:
    """The parts of a pattern that decide, from the notes of its replicates."""
    assert pattern.statistic is not None
    sample, n = stacked(list(rows)), len(rows)
    values = pattern.statistic(sample)
    rng = np.random.default_rng([root, n])
    draws = [rng.integers(n, size=n) for _ in range(RESAMPLES)]
    again = [pattern.statistic({name: column[draw] for name, column in sample.items()}) for draw in draws]
    found = {}
    for part in pattern.parts:
        if part.accepted is None:
            continue
        value = float(values[part.name])
        deviation = _deviation(part, sample, np.array([float(draw[part.name]) for draw in again]), n)
        found[part.name] = Measured(
            value, deviation, implausibility(value, deviation, part.accepted), part.accepted.holds(value)
        )
    return found


def implausibility(value: float, deviation: float, accepted: Acceptance) -> float:
    """That of one number, nan where it is undefined."""
    if not isfinite(value):
        return nan
    if isfinite(accepted.low) and isfinite(accepted.high):
        half = (accepted.high - accepted.low) / 2
        spread = sqrt(deviation**2 + (half / BAND_DEVIATIONS) ** 2)
        return _cut(abs(value - accepted.low - half), spread)
    line = accepted.low if isfinite(accepted.low) else accepted.high
    beyond = line - value if isfinite(accepted.low) else value - line
    if beyond < 0 or (beyond == 0 and accepted.holds(value)):
        return 0.0
    return _cut(CUT / SURE_DEVIATIONS * beyond, sqrt(deviation**2 + (SLACK * line) ** 2))


def of_patterns(point: Point) -> dict[str, float]:
    """The implausibility of each pattern; nan where no part of it is defined."""
    found = {}
    for name, parts in point.items():
        known = [part.implausibility for part in parts.values() if isfinite(part.implausibility)]
        found[name] = max(known) if known else nan
    return found


def ranked(point: Point, apart: frozenset[str] = frozenset()) -> list[float]:
    """Implausibilities of patterns, largest first; those set apart are left out."""
    return sorted((i for name, i in of_patterns(point).items() if name not in apart and isfinite(i)), reverse=True)


def largest(point: Point, rank: int, apart: frozenset[str] = frozenset()) -> float:
    """The implausibility of that rank (1: the largest), 0 where there are fewer."""
    order = ranked(point, apart)
    return order[rank - 1] if len(order) >= rank else 0.0


def passes(point: Point) -> dict[str, bool]:
    """Whether each pattern passes: every part that decides has an accepted value."""
    return {name: all(part.passed for part in parts.values()) for name, parts in point.items()}


def _deviation(part: Part, sample: Mapping[str, np.ndarray], again: np.ndarray, n: int) -> float:
    """Standard deviation of simulation of a part; of a plain share it is never 0, for two successes, two failures more.

    Source for the share: A. Agresti and B. A. Coull (1998), Approximate is better than exact for interval estimation.
    """
    if part.share:
        said = sample[part.share][~np.isnan(sample[part.share])]
        share = (float(said.sum()) + 2) / (said.size + 4)
        return sqrt(share * (1 - share) / (said.size + 4))
    finite = again[np.isfinite(again)]
    return float(finite.std(ddof=1)) * sqrt(n / max(1, n - 1)) if finite.size > 1 else nan_free(n)


def nan_free(n: int) -> float:
    """Deviation of a number that no resample defines: as wide as a share of as many replicates may be."""
    return 0.5 / sqrt(n)


def _cut(distance: float, spread: float) -> float:
    return min(MOST, distance / spread) if spread > 0 else (MOST if distance > 0 else 0.0)

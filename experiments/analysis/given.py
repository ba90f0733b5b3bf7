"""Main effects from any design: the part of the variance that the levels of one key explain, alone.

The variance of the means of the levels, less what as many levels would show by luck (analysis of variance by ranks of
the key). A key that nothing reads, or the same key shuffled over the points, gives the floor.

Source: E. Plischke, E. Borgonovo and C. L. Smith (2013), Global sensitivity measures from given data, European
Journal of Operational Research 226.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isqrt

import numpy as np
from numpy.typing import ArrayLike

from experiments.analysis.intervals import Floats, Labels
from experiments.statistics import LEVEL, Estimate

DRAWS = 300
MOST_LEVELS, MOST_PARTS = 10, 32


@dataclass(frozen=True)
class MainEffect:
    """What the levels of one key explain."""

    key: str
    part: Estimate
    """Part of the variance between points [0..1]."""


@dataclass(frozen=True)
class MainEffects:
    """All keys, the largest part first, and the part that luck alone reaches."""

    effects: tuple[MainEffect, ...]
    floor: float
    """95 % of keys without effect would be below."""

    def found(self, effect: MainEffect) -> bool:
        """Whether the whole interval of a key is above the floor."""
        return effect.part.low > self.floor


def levels(column: ArrayLike) -> Labels:
    """Levels of a key [n]: its values where they are few, else parts of equal numbers of points."""
    values = np.asarray(column)
    found, level = np.unique(values, return_inverse=True)
    if found.size <= MOST_LEVELS or values.dtype.kind not in "fiu":
        return level
    parts = max(2, min(MOST_PARTS, isqrt(values.size)))
    rank = np.argsort(np.argsort(values, kind="stable"), kind="stable")
    return rank * parts // values.size


def main_effects(
    columns: Mapping[str, ArrayLike], values: Floats, dummy: str | None = None, seed: int = 0
) -> MainEffects:
    """Part of the variance of the outcome's mean at the points [n] that each key explains.

    Args:
        columns: key -> its value at each point [n].
        values: mean of the outcome over the replicates of each point [n].
        dummy: key that nothing reads.
        seed: of the resampling.
    """
    draw = np.random.default_rng(seed)
    groups = {key: levels(column) for key, column in columns.items()}
    again = draw.integers(0, values.size, (DRAWS, values.size))
    effects = [MainEffect(key, _interval(values, group, again)) for key, group in groups.items()]
    shuffled = [_part(values, draw.permutation(group)) for group in groups.values() for _ in range(DRAWS)]
    floors = [float(np.quantile(shuffled, LEVEL)) if shuffled else 0.0]
    floors += [effect.part.value for effect in effects if effect.key == dummy]
    ranked = sorted(effects, key=lambda effect: -effect.part.value)
    return MainEffects(tuple(ranked), max([0.0, *floors]))


def _interval(values: Floats, group: Labels, again: Labels) -> Estimate:
    """Percentiles over resampled points, moved back by what resampling adds: points drawn twice are no luck."""
    part = _part(values, group)
    parts = np.array([_part(values[rows], group[rows]) for rows in again])
    low, high = np.quantile(parts, [0.5 - LEVEL / 2, 0.5 + LEVEL / 2]) - (np.median(parts) - part)
    return Estimate(part, max(0.0, float(low)), min(1.0, float(high)), values.size)


def _part(values: Floats, group: Labels) -> float:
    """Adjusted part explained: 0 on average where the key does nothing."""
    counts = np.bincount(group)
    seen = counts > 0
    sums = np.bincount(group, values)
    free = values.size - int(seen.sum())
    whole = float(np.sum((values - values.mean()) ** 2))
    if free <= 0 or whole <= 0.0:
        return 0.0
    between = float(np.sum(sums[seen] ** 2 / counts[seen]) - values.size * values.mean() ** 2)
    return 1.0 - (whole - between) / free * (values.size - 1) / whole

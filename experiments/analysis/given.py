"""Main effects from any design: the part of the variance that the levels of one key explain, alone.

The variance of the means of the levels, less what as many levels would show by luck (analysis of variance by ranks of
the key). A key that nothing reads, or the same key shuffled over the points, gives the floor.

Source: E. Plischke, E. Borgonovo and C. L. Smith (2013), Global sensitivity measures from given data, European
Journal of Operational Research 226.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isqrt

import numpy as np
from numpy.typing import ArrayLike

from experiments.analysis.intervals import Floats, Labels
from experiments.analysis.noise import halves, leaving_out
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


def balanced_effects(
    columns: Mapping[str, ArrayLike], values: Floats, dummy: str | None = None, seed: int = 0
) -> MainEffects:
    """The same where every value of a key meets the same values of the others, so that luck alone blurs its part.

    No points are drawn here, so none are drawn again: the interval says what other replicates would change, and the
    floor what a key without effect would show, had each of its runs a luck of its own. Unknown with one replicate.

    Args:
        columns: key -> its value at each point [n].
        values: the outcome [n, replicates], the same luck in each column; no gaps.
        dummy: key that nothing reads.
        seed: of the draws of luck.
    """
    draw, replicates = np.random.default_rng(seed), values.shape[1]
    groups = [levels(column) for column in columns.values()]

    def parts(some: Floats) -> Floats:
        return np.array([_lucky_part(some, group) for group in groups])

    found, luck = parts(values), leaving_out(values, parts)
    half = luck if replicates > 1 else np.full_like(luck, np.nan)
    lows, highs = np.minimum(found, np.maximum(0.0, found - half)), np.minimum(1.0, found + half)
    told = np.stack([found, lows, highs], axis=1).tolist()
    effects = [MainEffect(key, Estimate(value, low, high, len(values)))
               for key, (value, low, high) in zip(columns, told, strict=True)]  # fmt: skip
    floors = [_floor_of_luck(values, groups, draw), *(each.part.high for each in effects if each.key == dummy)]
    ranked = sorted(effects, key=lambda effect: -effect.part.value)
    return MainEffects(tuple(ranked), max(floors) if replicates > 1 else np.nan)


def _lucky_part(values: Floats, group: Labels) -> float:
    """Part explained in the mean over replicates, less what luck leaves there: it falls as one over their number."""
    replicates, whole = values.shape[1], _squares(values.mean(axis=1), group)
    if replicates > 1:
        alone = np.mean([_squares(values[:, r], group) for r in range(replicates)], axis=0)
        whole = (replicates * whole - alone) / (replicates - 1)
    return float(whole[0] / whole[1]) if whole[1] > 0.0 else 0.0


def _squares(values: Floats, group: Labels) -> Floats:
    """Squares between the levels, and of all points, about their mean [2]."""
    apart = values - values.mean()
    sums = np.bincount(group, apart)
    counts = np.maximum(np.bincount(group), 1)
    return np.array([np.sum(sums**2 / counts), np.sum(apart**2)])


def _floor_of_luck(values: Floats, groups: Sequence[Labels], draw: np.random.Generator) -> float:
    """What 95 % of keys without effect would show less than, had each of their runs another luck."""
    apart = halves(values, draw)
    whole = _squares(values.mean(axis=1), groups[0])[1]
    if apart is None or whole <= 0.0:
        return 0.0
    noise = draw.choice(apart / np.sqrt(2), (DRAWS, len(values)))
    shown = [_squares(each, group)[0] / whole for each in noise for group in groups]
    return min(1.0, float(np.quantile(shown, LEVEL)))


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

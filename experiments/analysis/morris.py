"""Morris screening: elementary effects, from any design whose successive points differ by one key at a time.

Sources: M. D. Morris (1991), Factorial sampling plans for preliminary computational experiments, Technometrics 33; F.
Campolongo, J. Cariboni and A. Saltelli (2007), An effective screening design for sensitivity analysis of large models,
Environmental Modelling & Software 22 (the mean of absolute effects).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from experiments.analysis.intervals import Floats, Labels
from experiments.analysis.noise import MORRIS_DRAWS, bootstrap_interval, halves
from experiments.statistics import LEVEL, Estimate


@dataclass(frozen=True)
class Effect:
    """What one key does over its whole range, in the unit of the outcome."""

    key: str
    mean: Estimate
    """Mean effect, with its sign."""
    size: Estimate
    """Mean absolute effect."""
    spread: float
    """Standard deviation of the effects: not constant, or not alone, where it is as large as their size."""


@dataclass(frozen=True)
class Screening:
    """All keys, the largest size first, and the size that luck alone reaches."""

    effects: tuple[Effect, ...]
    floor: float | None
    """95 % of keys without effect would be below, had each of their runs a luck of its own; None: nothing tells."""

    def found(self, effect: Effect) -> bool:
        """Whether the whole interval of a key is above the floor."""
        return self.floor is not None and effect.size.low > self.floor


def steps(points: Floats) -> tuple[Labels, Labels]:
    """Rows after which one key alone changes, and that key.

    Args:
        points: keys in their ranges [points, keys, 0..1], in the order of the design.
    """
    moved = ~np.isclose(np.diff(points, axis=0), 0.0, atol=1e-12)
    rows = np.flatnonzero(moved.sum(axis=1) == 1)
    return rows, moved[rows].argmax(axis=1)


def screen(points: Floats, values: Floats, keys: Sequence[str], dummy: str | None = None, seed: int = 0) -> Screening:
    """Elementary effects of each key that moves alone somewhere.

    Args:
        points: keys in their ranges [points, keys, 0..1], in the order of the design.
        values: the outcome [points, replicates], the same luck in each column.
        keys: names of the columns of `points`.
        dummy: key that nothing reads.
        seed: of the resampling.
    """
    draw = np.random.default_rng(seed)
    rows, moved = steps(points)
    mean = values.mean(axis=1)
    width = points[rows + 1, moved] - points[rows, moved]
    elementary = (mean[rows + 1] - mean[rows]) / width
    effects = [_effect(key, elementary[moved == at], draw) for at, key in enumerate(keys) if np.any(moved == at)]
    count = int(np.median([np.sum(moved == at) for at in np.unique(moved)])) if rows.size else 0
    floors = [_luck(values, width, count, draw)] + [each.size.high for each in effects if each.key == dummy]
    known = [floor for floor in floors if floor is not None]
    ranked = sorted(effects, key=lambda effect: -effect.size.value)
    return Screening(tuple(ranked), max(known) if values.shape[1] > 1 and known else None)


def _effect(key: str, effects: Floats, draw: np.random.Generator) -> Effect:
    spread = float(effects.std(ddof=1)) if effects.size > 1 else float("nan")
    signed, size = bootstrap_interval(effects, draw), bootstrap_interval(np.abs(effects), draw)
    return Effect(key, signed, size, spread)


def _luck(values: Floats, width: Floats, count: int, draw: np.random.Generator) -> float | None:
    """Mean absolute effect of a key that does nothing, had its runs another luck: the quantile at LEVEL."""
    apart = halves(values, draw)
    if apart is None or count == 0:
        return None
    sizes = np.abs(draw.choice(apart, (MORRIS_DRAWS, count)) / np.abs(draw.choice(width, (MORRIS_DRAWS, count))))
    return float(np.quantile(sizes.mean(axis=1), LEVEL))

"""Morris screening: SALib's estimators, with what luck adds to their intervals, and a floor.

SALib gives the mean effect, the mean absolute effect, their spread, and how far the second would move with other
trajectories. It knows of no luck: what another set of replicates would change is added here, and so is the floor.

Sources: M. D. Morris (1991), Factorial sampling plans for preliminary computational experiments, Technometrics 33; F.
Campolongo, J. Cariboni and A. Saltelli (2007), An effective screening design for sensitivity analysis of large models,
Environmental Modelling & Software 22 (the mean of absolute effects).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from experiments.analysis.intervals import Floats
from experiments.analysis.noise import MORRIS_DRAWS, halves, leaving_out, student, widened
from experiments.statistics import LEVEL, Estimate

LEVELS = 4
"""Levels of the grid of trajectories where the design says none."""
DRAWS = 1000
_NORMAL = 1.959964


@dataclass(frozen=True)
class Effect:
    """What one key does over its whole range, in the unit of the outcome."""

    key: str
    mean: Estimate
    """Mean effect, with its sign; `n` trajectories."""
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


def screen(
    points: Floats, values: Floats, keys: Sequence[str], dummy: str | None = None, levels: int = LEVELS, seed: int = 0
) -> Screening:
    """Effects of each key, from whole trajectories, one after the other.

    Args:
        points: keys in their ranges [trajectories x (keys + 1), keys, 0..1].
        values: the outcome [as many, replicates], the same luck in each column; no gaps.
        keys: names of the columns of `points`.
        dummy: key that nothing reads.
        levels: of the grid that trajectories walk on.
        seed: of the resampling.
    """
    draw = np.random.default_rng(seed)
    count = len(points) // (len(keys) + 1)
    told = _salib(points, values.mean(axis=1), keys, levels, DRAWS, seed)
    luck = leaving_out(
        values, lambda rest: np.stack([_salib(points, rest.mean(axis=1), keys, levels, 2, seed)[name]
                                       for name in ("mu", "mu_star")])
    )  # fmt: skip
    effects = [_effect(key, told, at, count, luck[:, at]) for at, key in enumerate(keys)]
    floors = [_luck(values, levels, count, draw)] + [each.size.high for each in effects if each.key == dummy]
    known = [floor for floor in floors if floor is not None]
    ranked = sorted(effects, key=lambda effect: -effect.size.value)
    return Screening(tuple(ranked), max(known) if values.shape[1] > 1 and known else None)


def _salib(points: Floats, mean: Floats, keys: Sequence[str], levels: int, draws: int, seed: int) -> dict[str, Floats]:
    """mu, mu_star, sigma and mu_star_conf by key."""
    from SALib.analyze import morris

    problem: dict[str, Any] = {"num_vars": len(keys), "names": list(keys), "bounds": [[0.0, 1.0]] * len(keys)}
    found = morris.analyze(problem, points, mean, num_resamples=draws, conf_level=LEVEL, num_levels=levels, seed=seed)
    return {name: np.asarray(found[name], np.float64) for name in ("mu", "mu_star", "sigma", "mu_star_conf")}


def _effect(key: str, told: dict[str, Floats], at: int, count: int, luck: Floats) -> Effect:
    """SALib's half-width is normal; few trajectories make it Student's."""
    few = student(count) / _NORMAL * np.sqrt(count / (count - 1)) if count > 1 else np.inf
    spread = float(told["sigma"][at])
    sign = student(count) * spread / np.sqrt(count) if count > 1 else np.inf
    mean = widened(float(told["mu"][at]), sign, luck[0], count)
    size = widened(float(told["mu_star"][at]), few * float(told["mu_star_conf"][at]), luck[1], count)
    return Effect(key, mean, Estimate(size.value, max(0.0, size.low), size.high, count), spread)


def _luck(values: Floats, levels: int, count: int, draw: np.random.Generator) -> float | None:
    """Mean absolute effect of a key that does nothing, had its runs another luck: the quantile at LEVEL."""
    apart = halves(values, draw)
    if apart is None:
        return None
    step = levels / (2 * (levels - 1))
    sizes = np.abs(draw.choice(apart, (MORRIS_DRAWS, count))) / step
    return float(np.quantile(sizes.mean(axis=1), LEVEL))

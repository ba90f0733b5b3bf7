"""The noise floor, and what luck adds to an interval.

Under common random numbers a key that nothing reads changes no bit: its indices are exactly zero, whatever the luck.
That zero is a check of the study, not a floor. The floor is what this key would get if each of its runs had a luck of
its own: it is measured by comparing two halves of the replicates of one point. It is high rather than low, since runs
with the same random numbers differ less than that.

Replicates are met again at every point: another set of them would move all indices together. Leaving each out in turn
(the jackknife) says by how much.
"""

from collections.abc import Callable

import numpy as np
from scipy.special import stdtrit

from experiments.analysis.intervals import Floats
from experiments.statistics import LEVEL, Estimate

MORRIS_DRAWS = 2000


def halves(values: Floats, draw: np.random.Generator) -> Floats | None:
    """Differences that luck alone makes between two means of all replicates [points]; None with one replicate.

    Args:
        values: the outcome [points, replicates].
        draw: chooses the halves, the same for all points.
    """
    half = values.shape[1] // 2
    if half == 0:
        return None
    order = draw.permutation(values.shape[1])
    first, second = values[:, order[:half]], values[:, order[half : 2 * half]]
    return (first.mean(axis=1) - second.mean(axis=1)) / np.sqrt(values.shape[1] / half)


def student(n: int, level: float = LEVEL) -> float:
    """Student's quantile of n independent values."""
    return float(stdtrit(max(n - 1, 1), 0.5 + level / 2))


def leaving_out(values: Floats, estimate: Callable[[Floats], Floats]) -> Floats:
    """Half-width that the luck of the replicates gives to estimates, by leaving each out; 0 with one replicate.

    Args:
        values: the outcome [..., replicates].
        estimate: from such values, fewer replicates, to the estimates.
    """
    n = values.shape[-1]
    if n < 2:
        return np.zeros_like(estimate(values))
    parts = np.stack([estimate(np.delete(values, at, axis=-1)) for at in range(n)])
    spread = np.sum((parts - parts.mean(axis=0)) ** 2, axis=0)
    return np.asarray(student(n) * np.sqrt((n - 1) / n * spread))


def widened(value: float, half: float, luck: float, n: int) -> Estimate:
    """An interval with both its own half-width and that of luck (their squares add up)."""
    both = float(np.hypot(half, luck))
    return Estimate(value, value - both, value + both, n)

"""The noise floor, and intervals by resampling.

Under common random numbers a key that nothing reads changes no bit: its indices are exactly zero, whatever the luck.
That zero is a check of the study, not a floor. The floor is what this key would get if each of its runs had a luck of
its own: it is measured by comparing two halves of the replicates of one point. It is high rather than low, since runs
with the same random numbers differ less than that.
"""

import numpy as np

from experiments.analysis.intervals import Floats
from experiments.statistics import LEVEL, Estimate

DRAWS = 1000
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


def bootstrap_interval(values: Floats, draw: np.random.Generator) -> Estimate:
    """Mean of independent values with its interval by resampling them (percentiles, widened for few values)."""
    n = values.size
    centre = float(values.mean()) if n else float("nan")
    if n < 2:
        return Estimate(centre, float("-inf"), float("inf"), n)
    means = values[draw.integers(0, n, (DRAWS, n))].mean(axis=1)
    low, high = np.quantile(means, [0.5 - LEVEL / 2, 0.5 + LEVEL / 2])
    widened = np.sqrt(n / (n - 1))
    return Estimate(centre, centre - widened * (centre - low), centre + widened * (high - centre), n)

"""Outcomes with two modes: a mean between them is a value that no run has.

The dip is the largest distance between the distribution of the runs and the closest one with a single mode. Runs are
flagged where a flat distribution (the least favourable with one mode) seldom dips as much, and where the two groups
that a cut at the antimode makes are both of some size and far apart. An upper group of less than one run in six is
often missed.

Source: J. A. Hartigan and P. M. Hartigan (1985), The dip test of unimodality, Annals of Statistics 13. Quantiles of
the dip: computed for this file from 3 000 flat samples of each size.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from experiments.statistics import Estimate, wilson

Floats = NDArray[np.float64]
FEWEST = 20
"""Runs below which nothing is said."""
SMALLEST_GROUP = 0.05
"""Part of the runs below which a group is a few stray ones."""
FARTHEST = 4.0
"""Least distance between the groups, in the mean of their deviations; a flat distribution cut in two has 3.5."""
_SIZES = (20, 40, 80, 160, 320, 640)
_QUANTILES = (0.472, 0.492, 0.504, 0.510, 0.528, 0.533)


@dataclass(frozen=True)
class Modes:
    """Two groups of runs at one point."""

    cut: float
    """Value between them, in the unit of the outcome."""
    low: float
    """Median of the lower group."""
    high: float
    """Median of the upper group."""
    upper: Estimate
    """Share of runs in the upper group [0..1]."""


def two_modes(values: ArrayLike) -> Modes | None:
    """The two groups of independent runs of one point, None where one mode is enough; nan values are left out."""
    x = np.asarray(values, dtype=np.float64)
    x = np.sort(x[~np.isnan(x)])
    if x.size < FEWEST or x[0] == x[-1] or dip(_spread(x)) <= critical(x.size):
        return None
    cut = _antimode(x)
    lower, upper = x[x <= cut], x[x > cut]
    if min(lower.size, upper.size) < max(2, SMALLEST_GROUP * x.size):
        return None
    if upper.mean() - lower.mean() < FARTHEST * (lower.std() + upper.std()) / 2:
        return None
    return Modes(cut, float(np.median(lower)), float(np.median(upper)), wilson(upper.size, x.size))


def critical(n: int) -> float:
    """Dip that a flat distribution of n runs passes 1 time in 20."""
    root = np.interp(np.log(n), np.log(_SIZES), _QUANTILES)
    return float(root / np.sqrt(n))


def dip(ordered: Floats) -> float:
    """Hartigan's dip of values in ascending order [0 to 0.25].

    A distribution with one mode is convex before it and concave after it. The interval where the mode may lie shrinks
    until its two hulls are no farther apart than the distances already met outside it.
    """
    x, counts = np.unique(ordered, return_counts=True)
    after = np.cumsum(counts) / ordered.size
    before = after - counts / ordered.size
    low, high, widest = 0, x.size - 1, 1.0 / ordered.size
    while low < high:
        part = slice(low, high + 1)
        under, under_at = _hull(x[part], before[part], 1.0)
        over, over_at = _hull(x[part], after[part], -1.0)
        gap = over - under
        left, right = under_at[gap[under_at].argmax()], over_at[::-1][gap[over_at[::-1]].argmax()]
        if gap[left] >= gap[right]:
            apart, right = gap[left], over_at[over_at >= left][0]
        else:
            apart, left = gap[right], under_at[under_at <= right][-1]
        if apart <= widest:
            break
        outside_left = np.max(after[part][:left] - under[:left], initial=0.0)
        outside_right = np.max(over[right + 1 :] - before[part][right + 1 :], initial=0.0)
        widest = max(widest, float(outside_left), float(outside_right))
        if left == 0 and right == high - low:
            break
        low, high = low + int(left), low + int(right)
    return widest / 2


def _spread(ordered: Floats) -> Floats:
    """Equal values side by side over the smallest step between values: counts have no modes for being whole."""
    x, counts = np.unique(ordered, return_counts=True)
    within = np.concatenate([(np.arange(n) + 0.5) / n - 0.5 for n in counts])
    return np.repeat(x, counts) + within * np.diff(x).min()


def _hull(x: Floats, y: Floats, side: float) -> tuple[Floats, NDArray[np.integer]]:
    """Largest convex line under the points (side 1), or smallest concave one over them (-1), and where it touches."""
    corners: list[int] = []
    for at in range(x.size):
        while len(corners) > 1 and side * _turn(x, y, corners[-2], corners[-1], at) <= 0.0:
            corners.pop()
        corners.append(at)
    return np.interp(x, x[corners], y[corners]), np.array(corners)


def _turn(x: Floats, y: Floats, a: int, b: int, c: int) -> float:
    """Positive where the way from a by b to c turns left."""
    return float((x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]))


def _antimode(ordered: Floats) -> float:
    """Cut that leaves the two groups tightest (Otsu's), half way between the values on its sides."""
    n = np.arange(1, ordered.size)
    below = np.cumsum(ordered)[:-1]
    between = (below / n - (ordered.sum() - below) / (ordered.size - n)) ** 2 * n * (ordered.size - n)
    between[np.diff(ordered) == 0] = -np.inf
    at = int(between.argmax())
    return float((ordered[at] + ordered[at + 1]) / 2)

"""Intervals where runs are not independent: they share their luck across points, or their parameters across replicates.

Runs that have something in common count for less than their number. The variance of a mean is the one that clusters
give, and a share has Wilson's interval at the number of independent runs with that variance.

Sources: A. C. Cameron, J. B. Gelbach and D. L. Miller (2011), Robust inference with multiway clustering, JBES 29; E. L.
Korn and B. I. Graubard (1998), Confidence intervals for proportions with small expected number of positive counts
estimated from survey data, Survey Methodology 24.
"""

from collections.abc import Sequence
from math import inf, nan, sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import stdtrit

from experiments.statistics import LEVEL, Estimate, paired_share

Floats = NDArray[np.float64]
Labels = NDArray[np.integer]


def labels(*columns: ArrayLike) -> Labels:
    """One whole number for each distinct row of the columns [n], in order of value."""
    found = np.zeros(np.asarray(columns[0]).shape[0], dtype=np.int64)
    for column in columns:
        inverse = np.unique(np.asarray(column), return_inverse=True)[1]
        found = np.unique(found * (inverse.max(initial=0) + 1) + inverse, return_inverse=True)[1]
    return found


def clustered_share(hits: ArrayLike, clusters: Sequence[Labels], level: float = LEVEL) -> Estimate:
    """Share of hits [0..1] among runs that share their luck or their parameters, as `clusters` [n] each tell.

    Where all runs agree, they count as many as the fewest clusters.
    """
    yes = np.asarray(hits, dtype=np.float64)
    if yes.size == 0:
        return Estimate(nan, 0.0, 1.0, 0)
    share, fewest = float(yes.mean()), _fewest(clusters)
    alone = share * (1.0 - share) / yes.size
    spread = variance_of_mean(yes, clusters)
    runs = yes.size * alone / spread if alone > 0.0 and spread > 0.0 else float(fewest)
    return _wilson(share, min(runs, yes.size), fewest, yes.size, level)


def clustered_mean(values: ArrayLike, clusters: Sequence[Labels], level: float = LEVEL) -> Estimate:
    """Mean of runs that share their luck or their parameters, in the unit of the values; nan values are left out."""
    every = np.asarray(values, dtype=np.float64)
    defined = ~np.isnan(every)
    kept, groups = every[defined], [cluster[defined] for cluster in clusters]
    if kept.size == 0:
        return Estimate(nan, nan, nan, 0)
    centre, fewest = float(kept.mean()), _fewest(groups)
    if fewest < 2:
        return Estimate(centre, -inf, inf, kept.size)
    half = _quantile(fewest, level) * sqrt(variance_of_mean(kept, groups))
    return Estimate(centre, centre - half, centre + half, kept.size)


def clustered_difference(changes: ArrayLike, clusters: Sequence[Labels], level: float = LEVEL) -> Estimate:
    """Mean of changes of yes or no (-1, 0 or 1) over pairs, in [-1, 1].

    Never narrower than the interval of as many independent pairs as there are clusters, none of which changes.
    """
    change = np.asarray(changes, dtype=np.float64)
    plain = clustered_mean(change, clusters, level)
    if plain.n == 0:
        return Estimate(nan, -1.0, 1.0, 0)
    none = np.zeros(_fewest(clusters), dtype=bool)
    floor = paired_share(none, none, level).high
    low, high = min(plain.low, plain.value - floor), max(plain.high, plain.value + floor)
    return Estimate(plain.value, max(-1.0, low), min(1.0, high), plain.n)


def variance_of_mean(values: Floats, clusters: Sequence[Labels]) -> float:
    """Variance of the mean: that of each clustering, less that of their intersections counted twice."""
    if len(clusters) == 1:
        return _one_way(values, clusters[0])
    first, second = clusters
    both = _one_way(values, labels(first, second))
    by_first, by_second = _one_way(values, first), _one_way(values, second)
    return max(by_first + by_second - both, by_first, by_second)


def _one_way(values: Floats, cluster: Labels) -> float:
    sums = np.bincount(cluster, values - values.mean()).astype(np.float64)
    groups = int(np.count_nonzero(np.bincount(cluster)))
    return float(np.sum(sums**2)) / values.size**2 * (groups / max(groups - 1, 1))


def _fewest(clusters: Sequence[Labels]) -> int:
    return min(np.unique(cluster).size for cluster in clusters)


def _quantile(groups: int, level: float) -> float:
    return float(stdtrit(max(groups - 1, 1), 0.5 + level / 2))


def _wilson(share: float, runs: float, groups: int, n: int, level: float) -> Estimate:
    """Wilson's interval for a number of runs that need not be whole, with Student's quantile of the clusters."""
    z = _quantile(groups, level)
    scale = 1.0 + z * z / runs
    centre = (share + z * z / (2 * runs)) / scale
    half = z * sqrt(share * (1 - share) / runs + z * z / (4 * runs * runs)) / scale
    low = 0.0 if share == 0.0 else max(0.0, centre - half)
    high = 1.0 if share == 1.0 else min(1.0, centre + half)
    return Estimate(share, low, high, n)

"""Intervals over replicates: shares, means and paired differences.

All intervals are two-sided at `LEVEL`. They carry what the replicates carry: the repetition of runs alone, or
parameters and structure too (key `uncertainty`, see `experiments.uncertainty`).
"""

from dataclasses import dataclass, replace
from math import inf, isnan, nan, sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri, stdtrit

LEVEL = 0.95


@dataclass(frozen=True)
class Estimate:
    """A number with its interval; `n` is how many runs (or pairs of runs) define it. nan where nothing defines it."""

    value: float
    low: float
    high: float
    n: int

    @property
    def excludes_zero(self) -> bool:
        """True when the whole interval lies on one side of 0: an effect that can be seen at this number of runs."""
        return self.low > 0.0 or self.high < 0.0

    def within(self, lowest: float, highest: float) -> "Estimate":
        """The same, its interval kept inside what is possible."""
        return replace(self, low=max(self.low, lowest), high=min(self.high, highest))

    def as_dict(self) -> dict[str, float | int | None]:
        """Plain values for JSON; what is undefined or unbounded becomes null."""
        numbers = {"value": self.value, "low": self.low, "high": self.high}
        return {key: None if isnan(x) or x in (inf, -inf) else x for key, x in numbers.items()} | {"n": self.n}


def wilson(successes: int, trials: int, level: float = LEVEL) -> Estimate:
    """Share of successes with Wilson's score interval, in [0, 1].

    Source: E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22.
    """
    if not 0 <= successes <= trials:
        raise ValueError(f"{successes} successes in {trials} trials")
    if trials == 0:
        return Estimate(nan, 0.0, 1.0, 0)
    z = _normal_quantile(level)
    share = successes / trials
    scale = 1.0 + z * z / trials
    centre = (share + z * z / (2 * trials)) / scale
    half = z * sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials)) / scale
    low = 0.0 if successes == 0 else centre - half
    high = 1.0 if successes == trials else centre + half
    return Estimate(share, low, high, trials)


def mean(values: ArrayLike, level: float = LEVEL) -> Estimate:
    """Mean with Student's t interval, in the unit of the values; nan values (undefined in that run) are left out."""
    defined = _defined(np.asarray(values, dtype=np.float64))
    n = defined.size
    if n == 0:
        return Estimate(nan, nan, nan, 0)
    centre = float(defined.mean())
    if n == 1:
        return Estimate(centre, -inf, inf, 1)
    half = float(stdtrit(n - 1, 0.5 + level / 2)) * float(defined.std(ddof=1)) / sqrt(n)
    return Estimate(centre, centre - half, centre + half, n)


def paired_mean(first: ArrayLike, second: ArrayLike, level: float = LEVEL) -> Estimate:
    """Mean of second - first over pairs with the same luck, with Student's t interval; a pair counts if both exist."""
    return mean(np.asarray(second, dtype=np.float64) - np.asarray(first, dtype=np.float64), level)


def paired_share(first: ArrayLike, second: ArrayLike, level: float = LEVEL) -> Estimate:
    """Share of second minus share of first over pairs of yes or no, in [-1, 1].

    The interval is Wald's after half a pair is added to each of the four cells, so that it keeps a width when all
    pairs agree. The value is the plain difference.
    Source: A. Agresti and Y. Min (2005), Simple improved confidence intervals for comparing matched proportions,
    Statistics in Medicine 24.
    """
    a, b = np.asarray(first, dtype=bool), np.asarray(second, dtype=bool)
    if a.shape != b.shape:
        raise ValueError(f"{a.size} runs cannot be paired with {b.size}")
    n = a.size
    if n == 0:
        return Estimate(nan, -1.0, 1.0, 0)
    gained, lost = int(np.sum(b & ~a)), int(np.sum(a & ~b))
    total, up, down = n + 2.0, gained + 0.5, lost + 0.5
    centre = (up - down) / total
    half = _normal_quantile(level) * sqrt((up + down) / total - centre * centre) / sqrt(total)
    return Estimate((gained - lost) / n, max(-1.0, centre - half), min(1.0, centre + half), n)


def _normal_quantile(level: float) -> float:
    return float(ndtri(0.5 + level / 2))


def _defined(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return values[~np.isnan(values)]

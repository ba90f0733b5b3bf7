"""Small numbers that statistics share; nan stands for what is undefined in a replicate."""

from collections.abc import Sequence

import numpy as np
from scipy.stats import rankdata


def mean(values: np.ndarray) -> float:
    """Mean over the replicates that define it; nan where none does."""
    defined = values[~np.isnan(values)]
    return float(defined.mean()) if defined.size else float("nan")


def quotient(over: float, under: float) -> float:
    """One number over another; nan where the lower one is 0."""
    return over / under if under else float("nan")


def ratio(over: np.ndarray, under: np.ndarray) -> float:
    """Ratio of the sums; nan where the lower one is 0."""
    below = float(np.nansum(under))
    return float(np.nansum(over)) / below if below else float("nan")


def spearman(first: Sequence[float], second: Sequence[float]) -> float:
    """Rank correlation, mean ranks for ties; nan where all values of one side are equal.

    Source: C. Spearman (1904), The proof and measurement of association between two things.
    """
    a, b = rankdata(first), rankdata(second)
    if np.ptp(a) == 0 or np.ptp(b) == 0:
        return float("nan")
    return float(np.corrcoef(a, b)[0, 1])


def standardised(some: np.ndarray, others: np.ndarray) -> float:
    """Difference of means over the pooled standard deviation (Cohen's d)."""
    n, k = some.size, others.size
    if n < 2 or k < 2:
        return float("nan")
    pooled = ((n - 1) * some.var(ddof=1) + (k - 1) * others.var(ddof=1)) / (n + k - 2)
    return float((some.mean() - others.mean()) / np.sqrt(pooled))

"""Small numeric kernels that the rules share."""

import math

import numpy as np

from sim.core.compile import rule


@rule
def logistic(z: float) -> float:
    """Return 1 / (1 + exp(-z)); 0 or 1 where exp would overflow, so that an intercept of -1e9 means never."""
    if z < -700.0:
        return 0.0
    if z > 700.0:
        return 1.0
    return 1.0 / (1.0 + math.exp(-z))


@rule
def happens(u: float, z: float) -> bool:
    """Tell whether u < logistic(z), without computing exp where the answer is plain: logistic(-4) < 0.02."""
    if z < -4.0 and u > 0.02:
        return False
    return u < logistic(z)


@rule
def logit(share: float) -> float:
    """Return ln(share / (1 - share)), with the share kept within [1e-6, 1 - 1e-6]."""
    kept = min(1.0 - 1e-6, max(1e-6, share))
    return math.log(kept / (1.0 - kept))


@rule
def clip01(value: float) -> float:
    """Return the value brought back into [0, 1]."""
    return min(1.0, max(0.0, value))


@rule
def effort(days: float, scale_days: float) -> float:
    """What a number of days a month buys, in units of the study's 3 days a month.

    Rule     g(days) = (1 - exp(-days / d0)) / (1 - exp(-3 / d0)): 0 at 0 days, 1 at 3 days, decreasing returns
    Source   form and d0 = 2 days (1-4): assumption; 3 days a month: study, I.B.2.b
    """
    return (1.0 - math.exp(-days / scale_days)) / (1.0 - math.exp(-3.0 / scale_days))


@rule
def facilitation(fee_eur: float, scale_eur: float) -> float:
    """What a fee for outside facilitation buys, in units of the study's 165 000 euros.

    Rule     0.5 + 0.5 g(fee), g(fee) = (1 - exp(-fee / f0)) / (1 - exp(-165 000 / f0)): half the wins for free, all
             at 165 k€
    Source   form and f0 = 100 k€: assumption; 165 000 euros: study, I.B.2.b
    """
    return 0.5 + 0.5 * (1.0 - math.exp(-fee_eur / scale_eur)) / (1.0 - math.exp(-165_000.0 / scale_eur))


@rule
def ranking(luck: np.ndarray) -> np.ndarray:
    """Return the rows in ascending order of their luck [n, int64]."""
    return np.argsort(luck)

"""The few functions that the model's text writes with a symbol."""

import math
from collections.abc import Iterable


def sigma(z: float) -> float:
    """1 / (1 + e^-z); 0 and 1 far out, where a mechanism is switched off by an intercept of a thousand million."""
    if abs(z) > 700:
        return 0.0 if z < 0 else 1.0
    return 1 / (1 + math.exp(-z))


def clip01(value: float) -> float:
    return min(1.0, max(0.0, value))


def mean(values: Iterable[float], nobody: float = 0.0) -> float:
    listed = list(values)
    return math.fsum(listed) / len(listed) if listed else nobody


def g(days: float, scale: float) -> float:
    """What effort buys, 1 at the study's three days a month."""
    return (1 - math.exp(-days / scale)) / (1 - math.exp(-3 / scale))


def facilitation(fee: float, scale: float) -> float:
    """What the fee buys, 1 at 165 000 euros and one half for nothing."""
    return 0.5 + 0.5 * (1 - math.exp(-fee / scale)) / (1 - math.exp(-165_000 / scale))

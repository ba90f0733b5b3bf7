"""Numbers with no digit that their interval does not support.

A value is rounded to 1 or 5 times a power of ten, at most half as wide as the interval's nearer side, or an eighth of
its half width where that is more, for one end may be very near. The ends have one significant digit, two where the
first is a 1, but are never rounded more coarsely than the value.
"""

from dataclasses import dataclass
from math import floor, isfinite, log10

from experiments.statistics import Estimate

EXACT_DIGITS = 2
"""Significant digits of what is the same in every world: the prices behind it are orders of magnitude."""


@dataclass(frozen=True)
class Rounded:
    """A value and its ends as they may be printed; ends are None where there is nothing to add."""

    value: float
    low: float | None
    high: float | None


def rounded(estimate: Estimate, *, even: bool = False) -> Rounded:
    """The digits that the interval supports.

    Args:
        estimate: value and interval, finite.
        even: takes the half width of the interval rather than its nearer side (shares, differences).
    """
    value, low, high = estimate.value, estimate.low, estimate.high
    if low == high:
        return Rounded(_to(value, significant_step(value, EXACT_DIGITS)), None, None)
    sides = [side for side in (value - low, high - value) if side > 0]
    half = (high - low) / 2
    cap = step_below(half / 2 if even else max(min(sides) / 2, half / 8))
    # Where most worlds give the same, that end stands for the value too.
    step = min(cap, _end_step(value)) if value in (low, high) else cap
    while True:
        told = Rounded(_to(value, step), *(_to(end, min(cap, _end_step(end))) for end in (low, high)))
        if step == cap == 1.0 or _in_order(told):
            return told
        step, cap = max(1.0, step / 10), max(1.0, cap / 10)


def step_below(width: float) -> float:
    """The largest of 1 and 5 times a power of ten that is not above the width; 1 at least: all is counted here."""
    if not isfinite(width) or width < 1.0:
        return 1.0
    power = 10.0 ** floor(log10(width))
    return 5.0 * power if width >= 5.0 * power else power


def significant_step(value: float, digits: int) -> float:
    """The unit of the last of so many significant digits, 1 at least."""
    return 1.0 if value == 0 else max(1.0, 10.0 ** (floor(log10(abs(value))) - digits + 1))


def _end_step(end: float) -> float:
    leads_with_one = end != 0 and str(f"{abs(end):e}")[0] == "1"
    return significant_step(end, 2 if leads_with_one else 1)


def _in_order(told: Rounded) -> bool:
    assert told.low is not None and told.high is not None
    return told.low <= told.value <= told.high


def _to(value: float, step: float) -> float:
    return step * floor(value / step + 0.5) if isfinite(value) else value

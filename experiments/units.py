"""How an estimate is written, by the unit of what it estimates: times out of 100, percentages, euros, days."""

from collections.abc import Callable
from math import isfinite

from experiments.language import UNDEFINED, Words, euros, number, percent
from experiments.statistics import Estimate

RUNS = "share of runs"
"""Unit of a share of runs, written as times out of 100."""
YES_OR_NO = "0 or 1"
"""Unit of an outcome that is true or false in a run; its mean is a share of runs."""


def written(value: float | None, unit: str, lang: str) -> str:
    """A value in its unit, as the language writes it."""
    if value is None or not isfinite(value):
        return UNDEFINED
    return _writer(unit)(value, lang)


def with_interval(estimate: Estimate, unit: str, say: Words) -> str:
    """The value and, in brackets, its interval: 62 (52 à 71)."""
    value = written(estimate.value, unit, say.lang)
    return value if value == UNDEFINED else say("interval.both", value=value, interval=interval(estimate, unit, say))


def interval(estimate: Estimate, unit: str, say: Words) -> str:
    """The interval alone: 52 à 71."""
    low, high = (written(end, unit, say.lang) for end in (estimate.low, estimate.high))
    return say("interval", low=low, high=high)


def difference(estimate: Estimate, unit: str, say: Words) -> str:
    """A signed difference with its interval, or that no effect can be seen where the interval holds 0."""
    if not isfinite(estimate.value):
        return UNDEFINED
    if not estimate.excludes_zero:
        return say("difference.none")
    value, low, high = (_signed(x, unit, say.lang) for x in (estimate.value, estimate.low, estimate.high))
    return say("interval.both", value=value, interval=say("interval", low=low, high=high))


def _signed(value: float, unit: str, lang: str) -> str:
    text = written(value, unit, lang)
    return text if value <= 0 or text == UNDEFINED else f"+{text}"


def _writer(unit: str) -> Callable[[float, str], str]:
    if unit in (RUNS, YES_OR_NO):
        return lambda value, lang: number(100 * value, lang)
    if unit.startswith("share of"):
        return percent
    if unit.startswith("€"):
        return lambda value, lang: euros(_three_figures(value), lang)
    if unit == "days":
        return number
    return lambda value, lang: number(value, lang, digits=3)


def _three_figures(value: float) -> float:
    """Rounded to three significant figures: no run knows a cost to the euro."""
    return float(f"{value:.3g}")

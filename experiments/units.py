"""How an estimate is written, by the unit of what it estimates: times out of 100, percentages, euros, days.

The unit stands with the value; the ends of an interval are bare numbers in the same unit: 15,1 k€ (10,7 à 19,5).
"""

from math import isfinite

from experiments.language import UNDEFINED, Words, number
from experiments.statistics import Estimate

RUNS = "share of runs"
"""Unit of a share of runs, written as times out of 100."""
YES_OR_NO = "0 or 1"
"""Unit of an outcome that is true or false in a run; its mean is a share of runs."""


def written(value: float, unit: str, lang: str) -> str:
    """A value with its unit, as the language writes it."""
    bare = _bare(value, unit, lang)
    if bare == UNDEFINED:
        return bare
    if _is_money(unit):
        return f"{bare}\u00a0k€" if lang == "fr" else f"€{bare}k"
    return bare + ("\u00a0%" if lang == "fr" else "%") if _is_share(unit) else bare


def interval(estimate: Estimate, unit: str, say: Words) -> str:
    """The interval alone: 52 à 71."""
    return say("interval", low=_bare(estimate.low, unit, say.lang), high=_bare(estimate.high, unit, say.lang))


def with_interval(estimate: Estimate, unit: str, say: Words) -> str:
    """The value and, in brackets, its interval: 62 (52 à 71)."""
    value = written(estimate.value, unit, say.lang)
    return value if value == UNDEFINED else f"{value} ({interval(estimate, unit, say)})"


def difference(estimate: Estimate, unit: str, say: Words) -> str:
    """A signed difference with its interval, or that no effect can be seen where the interval holds 0.

    A difference of percentages is in points.
    """
    if not isfinite(estimate.value):
        return UNDEFINED
    if not estimate.excludes_zero:
        return say("difference.none")
    value, low, high = (_signed(x, unit, say.lang) for x in (estimate.value, estimate.low, estimate.high))
    if _is_money(unit):
        value = f"{value}\u00a0k€" if say.lang == "fr" else f"{value[0]}€{value[1:]}k"
    elif _is_share(unit):
        value = say("points", value=value)
    return f"{value} ({say('interval', low=low, high=high)})"


def duration(seconds: float, lang: str) -> str:
    """A time in the unit that suits it: 4,2 s, 35 s, 12 min, 3,4 h."""
    value, unit = (seconds, "s") if seconds < 90 else (seconds / 60, "min") if seconds < 5400 else (seconds / 3600, "h")
    return f"{number(max(value, 0.1), lang, 1 if value < 9.95 else 0)}\u00a0{unit}"


def _signed(value: float, unit: str, lang: str) -> str:
    bare = _bare(value, unit, lang)
    return f"+{bare}" if value > 0 and bare != UNDEFINED else bare


def _bare(value: float, unit: str, lang: str) -> str:
    if unit in (RUNS, YES_OR_NO):
        return number(100 * value, lang)
    if _is_share(unit):
        return number(100 * value, lang, digits=1, fixed=True)
    if _is_money(unit):
        return number(value / 1000, lang, digits=1, fixed=True)
    return number(value, lang) if unit == "days" else number(value, lang, digits=3)


def _is_money(unit: str) -> bool:
    return unit.startswith("€")


def _is_share(unit: str) -> bool:
    return unit.startswith("share of") and unit != RUNS

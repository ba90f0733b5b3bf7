"""The numbers of plans in words: as many digits as their interval supports, the unit with the value."""

from math import isfinite

from experiments.language import UNDEFINED, Words, number
from experiments.plans.numbers import WORLD, Number
from experiments.plans.rounding import rounded
from experiments.statistics import Estimate

MONEY = ("euros",)
CHANCES = ("goal", "islets", "disillusion", "kind_diffusion", "kind_spreading", "kind_islets", "kind_fallback",
           "kind_not_launched", "not_launched", "box", "box_elsewhere")  # fmt: skip
SIGNED = ("lasting", "services_more")


def told(number: Number, say: Words) -> str:
    """A number with its interval: 300 (90 à 1 100), 88 (75 à 95), 400 k€ (200 à 900)."""
    value, interval = parts(number, say)
    return value if not interval else f"{value} ({interval})"


def parts(each: Number, say: Words) -> tuple[str, str]:
    """The value, and its interval without brackets; "" where there is none to give."""
    if not isfinite(each.value):
        return UNDEFINED, ""
    if each.measure in CHANCES or each.measure.startswith("cell:"):
        return _written(_times(each.estimate, 100.0), say, even=True)
    if each.measure in MONEY:
        value, interval = _written(_times(each.estimate, 1e-3), say)
        return say("plans.thousand_euros", value=value), interval
    if each.measure == "cost_per_practitioner":
        value, interval = _written(each.estimate, say, even=True)
        return say("plans.euros", value=value), interval
    return _written(each.estimate, say, even=each.interval != WORLD)


def _written(estimate: Estimate, say: Words, *, even: bool = False) -> tuple[str, str]:
    shown = rounded(estimate, even=even)
    value = number(shown.value, say.lang)
    if shown.low is None or shown.high is None:
        return value, ""
    if not isfinite(shown.high):
        return value, say("plans.at_least", low=number(shown.low, say.lang))
    return value, say("interval", low=number(shown.low, say.lang), high=number(shown.high, say.lang))


def _times(estimate: Estimate, factor: float) -> Estimate:
    return Estimate(factor * estimate.value, factor * estimate.low, factor * estimate.high, estimate.n)

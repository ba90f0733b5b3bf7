"""Relay: what becomes of the items that field agents create, with loss on the way as a competing risk."""

from typing import NamedTuple

import numpy as np

from sim.outcomes.catalogue import Value, outcome
from sim.outcomes.observation import Floats, Observation, VoiceRecord, once


class Waiting(NamedTuple):
    """How items fare with age, at the end of each month of age within the horizon [ages].

    Attributes:
        survival: Kaplan-Meier share not yet answered, items lost counting as censored.
        delivered: Aalen-Johansen share delivered by then, items lost being lost.
    """

    survival: Floats
    delivered: Floats


@once
def waiting(seen: Observation) -> Waiting:
    """Both curves for the items of this run."""
    return curves(seen.voice)


def curves(voice: VoiceRecord) -> Waiting:
    """Estimate both curves from the counts by age, in whole months.

    At each age an item is at risk if it was delivered, lost or last seen waiting at that age or later; deliveries come
    before losses, and both before the end of observation.
    """
    delivered, lost, still = (
        count.astype(np.float64) for count in (voice.delivered_by_age, voice.dropped_by_age, voice.waiting_by_age)
    )
    at_risk = np.cumsum((delivered + lost + still)[::-1])[::-1]
    delivered, lost, at_risk = delivered[:-1], lost[:-1], np.maximum(at_risk, 1.0)[:-1]  # nobody left: nothing happens
    survival = np.cumprod((at_risk - delivered) / at_risk, dtype=np.float64)
    on_the_way = np.cumprod((at_risk - delivered - lost) / at_risk)
    incidence = np.cumsum(np.concatenate(([1.0], on_the_way[:-1])) * delivered / at_risk, dtype=np.float64)
    return Waiting(survival, incidence.clip(max=1.0))  # rounding alone could exceed 1


@outcome(
    unit="items",
    low=0,
    fr="remontées faites par les agents",
    en="items brought up by field agents",
    source="count",
)
def items_created(seen: Observation) -> Value:
    """Count since month 0."""
    return seen.voice.created


@outcome(
    unit="share of items",
    low=0,
    high=1,
    fr="part des remontées parvenues à qui décide",
    en="share of items that reached their decider",
    source="count",
)
def delivered_share(seen: Observation) -> Value:
    """Delivered / created; undefined without items."""
    return int(seen.voice.delivered_by_age.sum()) / seen.voice.created if seen.voice.created else None


@outcome(
    unit="share of items",
    low=0,
    high=1,
    fr="part des remontées suivies d'effet",
    en="share of items carried out",
    source="count",
)
def implemented_share(seen: Observation) -> Value:
    """Carried out / created; undefined without items."""
    return seen.voice.implemented / seen.voice.created if seen.voice.created else None


@outcome(
    unit="months",
    low=0,
    fr="délai moyen avant d'atteindre qui décide, sur 24 mois (moyenne restreinte, Kaplan-Meier)",
    en="mean delay before reaching the decider, over 24 months (restricted mean, Kaplan-Meier)",
    source="Kaplan and Meier 1958",
)
def delay(seen: Observation) -> Value:
    """Area under the share not yet answered, losses censored, over 24 months; undefined without items."""
    return float(waiting(seen).survival.sum()) if seen.voice.created else None


@outcome(
    unit="months",
    low=0,
    fr="mois sans parvenir à qui décide sur les 24 premiers, une remontée perdue comptant jusqu'au bout",
    en="months without reaching the decider among the first 24, a lost item counting to the end",
    source="area above the cumulative incidence, Andersen 2013",
)
def months_undelivered(seen: Observation) -> Value:
    """Area above the cumulative incidence of delivery over 24 months; undefined without items."""
    return float((1.0 - waiting(seen).delivered).sum()) if seen.voice.created else None


@outcome(
    unit="share of items",
    low=0,
    high=1,
    fr="part des remontées qui parviennent à qui décide en 24 mois, pertes comprises (incidence cumulée)",
    en="share of items that reach their decider within 24 months, losses counted (cumulative incidence)",
    source="Aalen and Johansen 1978",
)
def delivery_incidence(seen: Observation) -> Value:
    """Aalen-Johansen incidence of delivery at 24 months, loss being the competing event; undefined without items."""
    return float(waiting(seen).delivered[-1]) if seen.voice.created else None

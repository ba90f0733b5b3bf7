"""Disillusion: what the programme does to cynicism, among those it involved and the others, and to a next call."""

import numpy as np

from sim.core import codes
from sim.outcomes.catalogue import Value, outcome
from sim.outcomes.observation import Bools, Observation


def rise_of_cynicism(seen: Observation, who: Bools) -> float | None:
    """Mean over these persons of their cynicism minus their own in the twin; undefined where there is nobody."""
    return float(np.mean(seen.cynicism[who] - seen.twin_cynicism[who])) if who.any() else None


@outcome(
    unit="difference of 0..1",
    low=-1,
    high=1,
    fr="hausse du désabusement des agents impliqués, par rapport au jumeau",
    en="rise of cynicism among the involved, against the twin",
    source="study, failure and disillusion",
)
def cynicism_involved(seen: Observation) -> Value:
    """Mean of c - c(twin) over those who took part and are still there."""
    return rise_of_cynicism(seen, seen.involved)


@outcome(
    unit="difference of 0..1",
    low=-1,
    high=1,
    fr="hausse du désabusement des autres agents, par rapport au jumeau",
    en="rise of cynicism among the others, against the twin",
    source="study, failure and disillusion",
)
def cynicism_others(seen: Observation) -> Value:
    """Mean of c - c(twin) over all others."""
    return rise_of_cynicism(seen, ~seen.involved)


@outcome(
    unit="ratio",
    low=0,
    fr="volontaires d'un nouvel appel, rapportés au premier",
    en="volunteers for a new call, relative to the first",
    source="study, relaunch after a failure",
)
def relaunch_ratio(seen: Observation) -> Value:
    """V2 / V1, the call of the start made again today; undefined if the programme never started or V1 = 0."""
    started = seen.status not in (codes.PLANNED, codes.NOT_LAUNCHED)
    return seen.relaunch_now / seen.relaunch_first if started and seen.relaunch_first > 0 else None

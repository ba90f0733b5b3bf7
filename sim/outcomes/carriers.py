"""The carriers: how the programme stands, and what its ambassadors keep of it."""

import numpy as np

from sim.outcomes.catalogue import Value, outcome
from sim.outcomes.observation import Observation


@outcome(
    unit="code",
    low=0,
    high=4,
    fr="état de la démarche : 0 prévue, 1 en cours, 2 finie, 3 arrêtée, 4 non lancée",
    en="state of the programme: 0 planned, 1 active, 2 ended, 3 aborted, 4 not launched",
    source="the run",
)
def programme_status(seen: Observation) -> Value:
    """Code of the state."""
    return seen.status


@outcome(
    unit="agents",
    low=0,
    fr="ambassadeurs recrutés",
    en="ambassadors recruited",
    source="count",
)
def ambassadors(seen: Observation) -> Value:
    """Recruited since the start."""
    return seen.n_ambassadors


@outcome(
    unit="agents",
    low=0,
    fr="agents, ambassadeurs ou anciens ambassadeurs, qui pratiquent",
    en="present and former ambassadors who practise",
    source="count",
)
def ambassadors_practising(seen: Observation) -> Value:
    """#(P and ever ambassador), in the posts they still hold."""
    return int(np.count_nonzero(seen.practises & seen.ever_ambassador))


@outcome(
    unit="months",
    low=0,
    fr="demi-vie de la pratique des anciens ambassadeurs, après la fin de la démarche",
    en="half-life of the former ambassadors' practice, after the programme's end",
    source="first month at or below half",
)
def ambassador_half_life(seen: Observation) -> Value:
    """Months from the end until as many ambassadors practise as half those of the end; undefined if not seen yet.

    Reads the monthly column `ambassadors_practising`, a count.
    """
    if seen.end_month < 0:
        return None
    since = seen.monthly["ambassadors_practising"][seen.end_month : seen.month + 1]
    if not len(since) or since[0] <= 0:
        return None
    halved = np.flatnonzero(since <= since[0] / 2)
    return int(halved[0]) if len(halved) else None

"""The innovation lab: opened, alive, how old."""

from sim.outcomes.catalogue import Value, outcome
from sim.outcomes.observation import Observation


@outcome(
    unit="0 or 1",
    low=0,
    high=1,
    fr="un labo a été créé",
    en="a lab was created",
    source="study, case Transfo",
)
def lab_created(seen: Observation) -> Value:
    """1 if ever opened."""
    return int(seen.lab_created)


@outcome(
    unit="0 or 1",
    low=0,
    high=1,
    fr="le labo est ouvert",
    en="the lab is open",
    source="study, case Transfo",
)
def lab_alive(seen: Observation) -> Value:
    """1 if open at the observed month."""
    return int(seen.lab_alive)


@outcome(
    unit="months",
    low=0,
    fr="âge du labo ouvert",
    en="age of the open lab",
    source="the run",
)
def lab_age(seen: Observation) -> Value:
    """Months since it opened; undefined without a living lab."""
    return int(seen.lab_age) if seen.lab_alive else None

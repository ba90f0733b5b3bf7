"""A second project by the same method: whether one has opened, and when."""

from sim.outcomes.catalogue import Value, outcome
from sim.outcomes.observation import Observation


@outcome(
    unit="0 or 1",
    low=0,
    high=1,
    fr="un second projet de même méthode s'est ouvert",
    en="a second project by the same method has opened",
    source="study, SF20; form: assumption",
)
def second_project(seen: Observation) -> Value:
    """Noted without any effect on the run: 1 from the month it opens on."""
    return int(seen.monthly["second_project"][seen.month])


@outcome(
    unit="month",
    low=0,
    fr="mois où un second projet de même méthode s'ouvre",
    en="month at which a second project by the same method opens",
    source="study, SF20; form: assumption",
)
def second_project_month(seen: Observation) -> Value:
    """First month in which it is open; undefined where none has opened so far."""
    opened = seen.monthly["second_project"][: seen.month + 1]
    return int(opened.argmax()) if opened.any() else None

"""Cost: money, working time, and what a lasting practitioner costs."""

from sim.outcomes.catalogue import Value, outcome
from sim.outcomes.observation import Observation
from sim.outcomes.practice import n_practitioners, n_twin_practitioners, net_practice


@outcome(
    unit="€",
    low=0,
    fr="euros dépensés",
    en="euros spent",
    source="the run's accounts",
)
def euros(seen: Observation) -> Value:
    """Since month 0."""
    return float(seen.euros)


@outcome(
    unit="days",
    low=0,
    fr="jours de travail consacrés à la démarche et aux interventions",
    en="working days given to the programme and to interventions",
    source="the run's accounts",
)
def agent_days(seen: Observation) -> Value:
    """Since month 0."""
    return float(seen.agent_days)


@outcome(
    unit="hours",
    low=0,
    fr="heures d'élus consacrées aux interventions",
    en="hours of elus given to interventions",
    source="the run's accounts",
)
def elu_hours(seen: Observation) -> Value:
    """Since month 0."""
    return float(seen.monthly["elu_hours"][: seen.month + 1].sum())


@outcome(
    unit="€ per agent",
    low=0,
    fr="coût par agent qui pratique durablement grâce à la démarche",
    en="cost per lasting practitioner added",
    source="ratio",
)
def cost_per_practitioner(seen: Observation) -> Value:
    """Euros / (p - p0); undefined where net practice is epsilon or less."""
    net = net_practice(seen)
    if net is None or net <= seen.epsilon:
        return None
    return seen.euros / (n_practitioners(seen) - n_twin_practitioners(seen))

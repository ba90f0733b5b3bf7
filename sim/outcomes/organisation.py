"""The price of levels: fewer of them mean fewer posts and wider spans, at the same number of field agents."""

from sim.outcomes.catalogue import Value, outcome
from sim.outcomes.observation import Observation


@outcome(
    unit="count",
    low=1,
    fr="postes d'encadrement, DGS comprise",
    en="management posts, the DGS included",
    source="the reporting tree",
)
def managers(seen: Observation) -> Value:
    """Posts of the reporting tree."""
    return seen.n_managers


@outcome(
    unit="count",
    low=0,
    fr="personnes encadrées directement, en moyenne",
    en="people directly managed, on average",
    source="the reporting tree",
)
def span(seen: Observation) -> Value:
    """Direct subordinates of a post, posts and field agents alike."""
    return seen.mean_span


@outcome(
    unit="€",
    low=0,
    fr="masse salariale annuelle de l'encadrement",
    en="yearly payroll of management",
    source="posts x management.salary_eur_year",
)
def managers_payroll(seen: Observation) -> Value:
    """Posts times the yearly cost of one."""
    return seen.n_managers * seen.manager_eur_year

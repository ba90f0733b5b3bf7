"""How large the authority is, once every size that follows from its type is filled."""

from typing import NamedTuple

from sim.config import Config
from sim.population.council import executive


class Sizes(NamedTuple):
    """Counts, and the operating budget."""

    inhabitants: int
    field_agents: int
    services: int
    districts: int  # at least one: citizens live somewhere
    citizens: int  # simulated
    budget_eur: float  # a year


def sizes(config: Config) -> Sizes:
    """Read the sizes off a resolved configuration.

    Raises:
        ValueError: the configuration is not resolved.
    """
    a = config.authority
    if a.field_agents is None or a.services is None or a.districts is None or a.budget_eur_per_inhabitant is None:
        raise ValueError("the configuration is not resolved: call sim.config.resolved first")
    return Sizes(
        a.inhabitants,
        a.field_agents,
        a.services,
        max(1, executive(a.type, a.inhabitants, a.districts).n_district),
        a.simulated_citizens,
        a.inhabitants * a.budget_eur_per_inhabitant,
    )

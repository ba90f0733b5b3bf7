"""Fills the keys left null because their value follows from others."""

import math
from typing import Any

from sim.config.authority import BUDGET_EUR_PER_INHABITANT, STAFF_PER_1000, Authority
from sim.config.root import Config

LAST_MONTH = 359
_FIRST_OBSERVATION, _SECOND_OBSERVATION = 40, 76
_AGENTS_A_SERVICE, _FEWEST_SERVICES, _MOST_SERVICES = 40, 4, 60
_MOST_ZONES = 8


def resolved(config: Config) -> Config:
    """The same configuration with every key that follows from others given its value.

    Fills authority.staff_per_1000, budget_eur_per_inhabitant, field_agents, services and districts,
    sponsorship.thematic and observe_months. A configuration that is resolved already comes back equal.
    """
    sponsorship = config.sponsorship
    if sponsorship.thematic is None:
        sponsorship = sponsorship.model_copy(update={"thematic": max(sponsorship.level, 0.5)})
    return config.model_copy(
        update={
            "authority": _authority(config),
            "sponsorship": sponsorship,
            "observe_months": observations(config),
        }
    )


def effective_horizon(config: Config) -> int:
    """Months really simulated [1..360]: the horizon, extended to the last observation."""
    return max(config.horizon_months, observations(config)[-1] + 1)


def observations(config: Config) -> tuple[int, ...]:
    """Months of observation, ascending: those given, else start + 40, start + 76 and the eve of a dated election."""
    if config.observe_months is not None:
        return config.observe_months
    start = config.programme.start_month
    months = {start + _FIRST_OBSERVATION, start + _SECOND_OBSERVATION}
    election = election_month(config)
    if election is not None and start < election - 1 <= LAST_MONTH:
        months.add(election - 1)
    return tuple(sorted(months))


def election_month(config: Config) -> int | None:
    """Simulated month of the next election, when the calendar gives both dates."""
    calendar = config.calendar
    if calendar.start is None or calendar.next_election is None:
        return None
    return _months(calendar.next_election) - _months(calendar.start)


def _months(year_month: str) -> int:
    year, month = year_month.split("-")
    return 12 * int(year) + int(month) - 1


def _authority(config: Config) -> Authority:
    authority = config.authority
    filled: dict[str, Any] = {}
    if authority.staff_per_1000 is None:
        filled["staff_per_1000"] = STAFF_PER_1000[authority.type]
    if authority.budget_eur_per_inhabitant is None:
        filled["budget_eur_per_inhabitant"] = BUDGET_EUR_PER_INHABITANT[authority.type]
    if authority.districts is None:
        filled["districts"] = _districts(authority)
    filled["field_agents"] = field_agents(config)
    filled["services"] = services(config)
    return authority.model_copy(update=filled)


def field_agents(config: Config) -> int:
    """Number of field agents: the one given, else that of the services as described, else by the staff ratio.

    Rule     inhabitants x staff per 1 000 / 1 000, rounded half up
    """
    authority = config.authority
    if authority.field_agents is not None:
        return authority.field_agents
    if config.chart.services:
        return sum(service.field_agents for service in config.chart.services)
    ratio = authority.staff_per_1000
    return _round(authority.inhabitants * (STAFF_PER_1000[authority.type] if ratio is None else ratio) / 1000)


def teams(config: Config) -> int:
    """Number of first-line teams: field agents over team size, at least one."""
    return max(1, _round(field_agents(config) / config.authority.team_size))


def services(config: Config) -> int:
    """Number of services: the one given or described, else one for 40 agents in 4..60 and never more than teams."""
    if config.authority.services is not None:
        return config.authority.services
    if config.chart.services:
        return len(config.chart.services)
    usual = min(max(_round(field_agents(config) / _AGENTS_A_SERVICE), _FEWEST_SERVICES), _MOST_SERVICES)
    return min(usual, teams(config))


def _districts(authority: Authority) -> int:
    if authority.type == "region":
        return 0
    if authority.type == "epci":
        return default_member_communes(authority.inhabitants)
    return _MOST_ZONES if authority.type == "departement" else default_districts(authority.inhabitants)


def default_districts(inhabitants: int) -> int:
    """One district for 10 000 inhabitants, 2 to 8 (assumption)."""
    return max(2, min(_MOST_ZONES, (inhabitants + 5_000) // 10_000))


def default_member_communes(inhabitants: int) -> int:
    """Communes of an EPCI: 31 for 98 000 inhabitants (Pays Voironnais, study), with their power 0.4 (assumption).

    The power gives 24 communes to the mean EPCI of 2019 (54 000 inhabitants, 27.8 communes) and 79 to a million.
    """
    return max(2, round(31 * math.pow(inhabitants / 98_000, 0.4)))


def _round(number: float) -> int:
    """Nearest integer, halves upwards."""
    return math.floor(number + 0.5)

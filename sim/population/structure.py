"""Services and first-line teams: how the field agents of an authority are grouped, whatever its hierarchy."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.config.authority import Authority
from sim.config.chart import Chart, ordered_teams


class Structure(NamedTuple):
    """Agents contiguous by team, teams contiguous by service. Every `first` array ends with the total."""

    service_first_agent: NDArray[np.int64]  # [services + 1]
    team_first_agent: NDArray[np.int64]  # [teams + 1]
    team_service: NDArray[np.int64]  # [teams]
    service_first_team: NDArray[np.int64]  # [services + 1]
    agent_team: NDArray[np.int64]  # [agents]
    agent_service: NDArray[np.int64]  # [agents]


def _even(total: int, parts: int) -> NDArray[np.int64]:
    """First element of each of `parts` nearly equal runs of 0..total-1, then the total [parts + 1]."""
    first: NDArray[np.int64] = np.arange(parts + 1) * total // parts
    return first


def _teams_by_service(service_first: NDArray[np.int64], team_size: float) -> NDArray[np.int64]:
    """Number of teams of each service: N / team_size in all, rounded once, and none much smaller or larger.

    A team has 5/9 to 5/3 of the usual size, 5 to 15 for 9, where the size of its service allows it.
    """
    n_agents = int(service_first[-1])
    n_teams = max(1, math.floor(n_agents / team_size + 0.5))
    cumulated = (2 * service_first * n_teams + n_agents) // (2 * n_agents)
    size = np.diff(service_first)
    smallest, largest = math.ceil(team_size * 5 / 9), math.floor(team_size * 5 / 3)
    fewest = np.maximum(1, -(-size // largest))
    most = np.maximum(fewest, size // smallest)
    teams: NDArray[np.int64] = np.minimum(most, np.maximum(fewest, np.diff(cumulated)))
    return teams


def split_services(agents: int, services: int, team_size: float = 9.0) -> Structure:
    """Split the field agents into services of nearly equal size, and these into teams; no team across services.

    Args:
        agents: number of field agents, >= 1.
        services: 1..agents.
        team_size: mean size of a first-line team, >= 2.

    Source: about 9 agents to a team (5-15), assumption from usual spans of 6-12.
    """
    if not 1 <= services <= agents:
        raise ValueError(f"services = {services}: allowed are 1 to {agents}, the number of field agents")
    if team_size < 2.0:
        raise ValueError(f"team_size = {team_size}: a team has 2 agents or more on average")
    service_first = _even(agents, services)
    teams = _teams_by_service(service_first, team_size)
    return _grouped([np.diff(_even(size, n)) for size, n in zip(np.diff(service_first), teams)])


def structure_of(authority: Authority, chart: Chart) -> Structure:
    """Services and teams of an authority whose sizes are resolved: those described, else of nearly equal sizes.

    A service as described has a team for each of its managers, else as many as `split_services` gives it alone.
    """
    assert authority.field_agents is not None and authority.services is not None
    if not chart.services:
        return split_services(authority.field_agents, authority.services, authority.team_size)
    if chart.teams:
        sizes: list[list[int]] = [[] for _ in chart.services]
        for team in ordered_teams(chart):
            sizes[team.service].append(team.field_agents)
        return _grouped([np.array(teams) for teams in sizes])
    usual = [_teams_by_service(np.array([0, each.field_agents]), authority.team_size)[0] for each in chart.services]
    teams = [each.managers or n for each, n in zip(chart.services, usual)]
    return _grouped([np.diff(_even(each.field_agents, n)) for each, n in zip(chart.services, teams)])


def front_shares(authority: Authority, chart: Chart) -> NDArray[np.float64]:
    """Share of field agents in contact with the public in each service, 0..1 [services]."""
    assert authority.services is not None
    said = [service.front_share for service in chart.services] or [None] * authority.services
    return np.array([authority.front_share if share is None else share for share in said], np.float64)


def _grouped(sizes: Sequence[NDArray[np.int64]]) -> Structure:
    """Lay out teams of given sizes [services][teams of the service]."""
    teams = np.array([service.size for service in sizes])
    team_sizes = np.concatenate(sizes)
    team_first = np.concatenate([[0], np.cumsum(team_sizes)])
    service_first_team = np.concatenate([[0], np.cumsum(teams)])
    team_service = np.repeat(np.arange(teams.size), teams)
    agent_team = np.repeat(np.arange(team_sizes.size), team_sizes)
    service_first = team_first[service_first_team]
    return Structure(service_first, team_first, team_service, service_first_team, agent_team, team_service[agent_team])

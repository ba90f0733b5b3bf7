"""Services and first-line teams: how the field agents of an authority are grouped, whatever its hierarchy."""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


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
    service_first_team = np.concatenate([[0], np.cumsum(teams)])
    parts = [start + _even(size, n)[:-1] for start, size, n in zip(service_first, np.diff(service_first), teams)]
    team_first = np.concatenate([*parts, [agents]])
    team_service = np.repeat(np.arange(services), teams)
    agent_team = np.repeat(np.arange(team_service.size), np.diff(team_first))
    return Structure(service_first, team_first, team_service, service_first_team, agent_team, team_service[agent_team])

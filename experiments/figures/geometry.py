"""Where everybody stands on the organisation chart: one column a service, one block a team, managers above theirs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from experiments.figures.frames import OrganisationTrace

TEAM_GAP, SERVICE_GAP = 0.7, 1.3  # in pitches, between two teams and between two services
WIDEST_CM = 0.17  # no pitch is wider, however small the authority
Floats = NDArray[np.float64]
Ints = NDArray[np.integer]


@dataclass(frozen=True)
class Seats:
    """Positions in cm from the top left of the chart's field; y grows downwards for agents."""

    pitch: float
    """Distance between neighbours of a team."""
    agent_x: Floats
    agent_y: Floats
    manager_x: Floats
    service_left: Floats
    service_right: Floats
    height: float
    """Depth of the field agents' block."""


@dataclass(frozen=True)
class Blocks:
    """How teams are laid: `across` agents in a row, `stacked` teams in a column; sizes in pitches."""

    across: int
    stacked: int
    columns: Ints
    """Columns of teams of each service [n_services]."""
    rows: int
    """Rows of agents of the largest team."""

    @property
    def team_width(self) -> float:
        """One team with the gap beside it."""
        return self.across + TEAM_GAP

    @property
    def team_height(self) -> float:
        """The largest team with the gap below it."""
        return self.rows + TEAM_GAP

    def pitch(self, width_cm: float, height_cm: float) -> float:
        """The widest distance between neighbours at which all services fit in the field [cm]."""
        width = self.columns.sum() * self.team_width + (self.columns.size - 1) * SERVICE_GAP
        return float(min(width_cm / width, height_cm / (self.stacked * self.team_height), WIDEST_CM))


def seats(trace: OrganisationTrace, width_cm: float, height_cm: float) -> Seats:
    """Place everybody in a field of this size with the widest pitch that fits."""
    team_size = np.bincount(trace.agent_team)
    first_agent = np.concatenate(([0], np.cumsum(team_size)[:-1]))
    team_service = trace.agent_service[first_agent]
    service_teams = np.bincount(team_service)
    blocks = _widest(int(team_size.max()), service_teams, width_cm, height_cm)
    pitch = blocks.pitch(width_cm, height_cm)
    lengths = blocks.columns * blocks.team_width * pitch
    spare = (width_cm - lengths.sum()) / max(lengths.size - 1, 1)
    left = np.concatenate(([0.0], np.cumsum(lengths + spare)[:-1]))
    rank = np.arange(team_size.size) - np.searchsorted(team_service, team_service)
    column, row = np.divmod(rank, blocks.stacked)
    team_x, team_y = left[team_service] + column * blocks.team_width * pitch, row * blocks.team_height * pitch
    seat = np.arange(trace.agent_team.size) - first_agent[trace.agent_team]
    along = left[team_service] + (rank + 0.5) / service_teams[team_service] * lengths[team_service]
    return Seats(
        pitch=pitch,
        agent_x=team_x[trace.agent_team] + (seat % blocks.across + 0.5) * pitch,
        agent_y=team_y[trace.agent_team] + (seat // blocks.across + 0.5) * pitch,
        manager_x=_above(trace, along),
        service_left=left,
        service_right=left + lengths - TEAM_GAP * pitch,
        height=blocks.stacked * blocks.team_height * pitch,
    )


def _widest(largest_team: int, service_teams: Ints, width_cm: float, height_cm: float) -> Blocks:
    """The arrangement that leaves the widest pitch between agents; a team is a block, never a single file."""
    candidates = [
        Blocks(across, stacked, -(-service_teams // stacked), -(-largest_team // across))
        for across in range(min(2, largest_team), largest_team + 1)
        for stacked in range(1, int(service_teams.max()) + 1)
    ]
    return max(candidates, key=lambda blocks: blocks.pitch(width_cm, height_cm))


def _above(trace: OrganisationTrace, team_x: Floats) -> Floats:
    """Each manager above the middle of the teams below, by the manager's own chain [n_managers]; nan without a team."""
    total, count = np.zeros(trace.level.size), np.zeros(trace.level.size)
    for x, manager in zip(team_x, trace.team_manager, strict=True):
        while manager >= 0:
            total[manager] += x
            count[manager] += 1
            manager = trace.parent[manager]
    return np.divide(total, count, out=np.full(count.size, np.nan), where=count > 0)

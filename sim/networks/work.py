"""Who works with whom: the network on which the practice spreads.

    within a team           everybody with everybody
    within a service        ties between teams, mean degree z_in (2)
    across services         mean degree z_x (5 x transversality: 1.5 by default, 0.2-5)

Densities: assumption. Two generators with the same means: random ties in exact number, and a stochastic block model.
Luck: z_x moves no tie inside a service, z_in none across, and a lower degree keeps a subset of a higher one's ties.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.core import phases
from sim.core.compile import rule
from sim.core.draws import Key
from sim.networks.csr import Csr, from_edges
from sim.networks.pairs import Edges, Pairs, draw_blocks, draw_ties, make_pairs, pairs_across, unit_stop

GENERATORS = {"ties": draw_ties, "block": draw_blocks}


class Work(NamedTuple):
    """The work network and who in it looks beyond the own service."""

    ties: Csr
    crosses: NDArray[np.uint8]  # [n]: 1 where an agent has a tie across services


@rule
def team_ties(team_first: NDArray[np.int64]) -> Edges:
    """All pairs of colleagues of one team; agents are contiguous by team."""
    count = 0
    for g in range(team_first.size - 1):
        size = team_first[g + 1] - team_first[g]
        count += size * (size - 1) // 2
    edges = Edges(np.empty(count, np.uint32), np.empty(count, np.uint32))
    e = 0
    for g in range(team_first.size - 1):
        for i in range(team_first[g], team_first[g + 1]):
            for j in range(i + 1, team_first[g + 1]):
                edges.a[e], edges.b[e] = i, j
                e += 1
    return edges


def pairs_in_service(team_first: NDArray[np.int64], service_first_team: NDArray[np.int64]) -> Pairs:
    """Pairs of agents of one service and two teams."""
    service_first = team_first[service_first_team]
    service = np.repeat(np.arange(service_first.size - 1), np.diff(service_first))
    return make_pairs(unit_stop(team_first), unit_stop(service_first), service)


def work_network(
    key: Key,
    team_first: NDArray[np.int64],
    service_first_team: NDArray[np.int64],
    z_in: float,
    z_x: float,
    generator: str = "ties",
) -> Work:
    """Draw the work network of agents contiguous by team, teams contiguous by service.

    Args:
        key: the luck of the run.
        team_first: first agent of each team, then the number of agents [teams + 1].
        service_first_team: first team of each service, then the number of teams [services + 1].
        z_in: mean number of ties with other teams of the service, >= 0; as many as there are where it is too high.
        z_x: mean number of ties with other services, >= 0.
        generator: ties or block.
    """
    draw = GENERATORS[generator]
    inside = draw(key, phases.TIES_IN_SERVICE, pairs_in_service(team_first, service_first_team), z_in)
    across = draw(key, phases.TIES_ACROSS_SERVICES, pairs_across(team_first[service_first_team]), z_x)
    edges = [team_ties(team_first), inside, across]
    n = int(team_first[-1])
    crosses = np.zeros(n, np.uint8)
    crosses[across.a] = crosses[across.b] = 1
    return Work(from_edges(n, np.concatenate([e.a for e in edges]), np.concatenate([e.b for e in edges])), crosses)

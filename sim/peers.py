"""Which network the practice spreads on: the organisation's own, or one of those that theory speaks of.

ties, block     colleagues of the team, the service, other services (sim.networks.work)
random          Erdos-Renyi of a given mean degree: Watts 2002, Gleeson & Cahalane 2007
torus           Moore neighbourhood on a torus, rewired or not: Centola & Macy 2007
complete        everybody with everybody, as counts and not as ties: Granovetter 1978, Bass 1969
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.config.network import Network
from sim.core.draws import Key
from sim.networks.csr import Csr, degree
from sim.networks.reference import moore_torus, random_graph, rewire
from sim.networks.work import work_network
from sim.population.structure import Structure


class PeerNetwork(NamedTuple):
    """Ties at work, and who has one across services."""

    ties: Csr
    crosses: NDArray[np.uint8]  # [agents]
    complete: bool


def peer_network(settings: Network, transversality: float, places: Structure, key: Key) -> PeerNetwork:
    """Draw the network that the configuration asks for. Ties across services: mean degree 5 x transversality."""
    n = places.agent_service.size
    if settings.generator == "complete":
        nobody = Csr(np.zeros(n + 1, np.uint32), np.zeros(0, np.uint32))
        return PeerNetwork(nobody, np.ones(n, np.uint8), True)
    if settings.generator == "random":
        return _without_services(random_graph(key, n, settings.mean_degree), places)
    if settings.generator == "torus":
        height = torus_height(n)
        return _without_services(rewire(key, moore_torus(height, n // height), settings.rewiring), places)
    work = work_network(
        key,
        places.team_first_agent,
        places.service_first_team,
        settings.within_service_degree,
        5.0 * transversality,
        str(settings.generator),
    )
    return PeerNetwork(work.ties, work.crosses, False)


def torus_height(n: int) -> int:
    """Return the height of the squarest torus of n cells (1 for a prime number)."""
    return max(height for height in range(1, int(n**0.5) + 1) if n % height == 0)


def _without_services(ties: Csr, places: Structure) -> PeerNetwork:
    """Ties drawn without regard to services: who has one across is read off."""
    rows = np.repeat(np.arange(ties.indptr.size - 1), degree(ties).astype(np.int64))
    across = places.agent_service[rows] != places.agent_service[ties.indices]
    crosses = np.zeros(ties.indptr.size - 1, np.uint8)
    crosses[rows[across]] = 1
    return PeerNetwork(ties, crosses, False)

"""The model's own rule of adoption, alone: `sim.agents.practice.decide` month after month, compiled as in a run."""

import numpy as np

from sim.agents import practice
from sim.agents.field_agent import FieldAgents
from sim.core import codes, phases
from sim.core.compile import rule
from sim.core.draws import Key, column
from sim.networks.csr import Csr
from sim.organisation.programme import Roster
from sim.population.units import Teams


@rule
def spread(
    agents: FieldAgents,
    teams: Teams,
    work: Csr,
    stance: np.ndarray,
    signal: np.ndarray,
    levers: np.ndarray,
    key: Key,
    months: int,
) -> np.ndarray:
    """Live some months of adoption with mood and stance held still; return who practises [n, uint8].

    Reads    stance, signal [managers, 0..1]; levers [1]: the table of levers
    Writes   agents.practises, .practising_neighbours
    """
    n = agents.team.size
    never = np.zeros(n, np.uint8)
    roster = Roster(False, 0.0, -1, never, never, never, np.full(n, -1, np.int16), 0.0)
    quiet = np.zeros(teams.first.size)
    p = levers[0]
    luck = np.zeros((n, 4))
    shared = practice.climate(agents, teams, stance, signal, quiet, quiet, False, p)
    for month in range(months):
        if p.adoption.form != codes.THRESHOLD:  # which needs no luck
            luck = column(key, phases.AGENT_MONTH, month, n)
        shared.practising[:] = 0
        for i in range(n):
            shared.practising[agents.team[i]] += agents.practises[i]
        after = practice.decide(agents, teams, work, False, shared, roster, False, luck, key, month, p)
        for i in range(n):
            step = np.int32(after[i]) - np.int32(agents.practises[i])
            if step != 0:
                agents.practises[i] = after[i]
                for edge in range(work.indptr[i], work.indptr[i + 1]):
                    agents.practising_neighbours[work.indices[edge]] += step
    return agents.practises

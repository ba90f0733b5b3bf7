"""A second project by the same method: noted where it would open, without any effect on the run."""

import numpy as np

from sim.agents.field_agent import FieldAgents
from sim.core import codes, phases
from sim.core.compile import rule
from sim.core.draws import Key, uniforms
from sim.core.records import Levers, Row
from sim.organisation.programme import volunteers
from sim.population.units import Teams


@rule
def open_second(
    authority: Row,
    status: int,
    agents: FieldAgents,
    teams: Teams,
    stance: np.ndarray,
    cases: float,
    key: Key,
    month: int,
    p: Levers,
) -> int:
    """Month at which a second project by the same method opened, -1 = not yet.

    Reads    authority.first_result: it takes a result seen in an earlier month; status of the programme
    Rule     P = rate A (1 - k + k E) a month, where a call made now would find the people planned; E: cases shown;
             k = second_evidence
    Source   study, cases Transfo, Grenoble and Strasbourg (results bring the next project); form and sizes: assumption
    """
    if authority.second_project >= 0:
        return authority.second_project
    launched = status == codes.ACTIVE or status == codes.ENDED or status == codes.ABORTED
    if not launched or authority.first_result < 0:
        return -1
    r = p.relaunch
    seen = 1.0 - r.second_evidence + r.second_evidence * cases
    chance = r.second_rate * stance[stance.size - 1] * seen
    if uniforms(key, phases.SECOND_PROJECT, month, 0)[0] >= chance:
        return -1
    return month if volunteers(agents, teams, stance, r) >= p.programme.ambassadors else -1

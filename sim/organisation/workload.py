"""Workload and tension that absences put on a team."""

from typing import NamedTuple

import numpy as np

from sim.agents.field_agent import FieldAgents
from sim.core import codes
from sim.core.compile import rule
from sim.core.kernels import clip01
from sim.core.records import Levers
from sim.population.units import Teams


class Load(NamedTuple):
    """Load of each team this month."""

    overload: np.ndarray  # 0..1 [teams]
    tension: np.ndarray  # 0..1 [teams]


@rule
def bear(agents: FieldAgents, teams: Teams, role: np.ndarray, active: bool, p: Levers) -> Load:
    """Colleagues bear the absences of members, and the time that practice takes.

    Rule     absent = members x days / 19.1 x (1 - backfill); o = clip01((absent / n + u x) / 2k), k = slack;
             T = clip01(absent / 2 k n) (1 - 0.5 letter) (1 - 0.5 return of experience) (1 - relief x unions)
    Source   study M22, M23, I.B.2.b; Repenning & Sterman 2002 (overload eats capability); sizes: assumption
    """
    n = teams.first.size
    load = Load(np.zeros(n), np.zeros(n))
    w = p.workload
    per_member = p.cost.agent_days_per_month / w.working_days * (1.0 - p.cost.backfill)
    room = 2.0 * (w.slack + w.slack_time)
    soothed = (1.0 - 0.5 * p.programme.letter) * (1.0 - 0.5 * p.programme.return_experience)
    soothed *= 1.0 - w.unions_relief * p.formal.unions
    for i in range(agents.team.size):
        g = agents.team[i]
        if active and role[i] == codes.MEMBER:
            load.tension[g] += per_member
        load.overload[g] += w.practice_load * agents.practises[i]
    for g in range(n):
        absent = load.tension[g]
        load.overload[g] = clip01((absent + load.overload[g]) / teams.size[g] / room)
        load.tension[g] = clip01(absent / teams.size[g] / room) * soothed
    return load

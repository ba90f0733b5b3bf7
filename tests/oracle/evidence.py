"""Workload, tension and visible results (3.5.1, 3.5.2)."""

from __future__ import annotations

import math

from sim.core import codes
from tests.oracle.numbers import clip01, mean
from tests.oracle.world import Now


def bear(now: Now, roles: list[int]) -> tuple[list[float], list[float]]:
    """Overload and tension of each team, given who is a member this month."""
    w, c, g = now.levers.workload, now.levers.cost, now.levers.programme
    slack = w.slack + w.slack_time
    overload, tension = [], []
    for team in now.world.teams:
        n = len(team.agents)
        members = sum(roles[a.row] == codes.MEMBER for a in team.agents)
        absent = members * (c.agent_days_per_month / w.working_days) * (1 - c.backfill)
        practice = sum(a.practises for a in team.agents) / n
        overload.append(clip01((absent / n + w.practice_load * practice) / (2 * slack)))
        eased = (1 - 0.5 * g.letter) * (1 - 0.5 * g.return_experience)
        tension.append(clip01(absent / (2 * slack * n)) * eased * (1 - w.unions_relief * now.levers.formal.unions))
    return overload, tension


def perceive(now: Now) -> tuple[list[float], list[float], float]:
    """Evidence as seen in each service, as seen in each team, and its mean over all agents (own results only)."""
    e, told = now.levers.evidence, now.levers.formal.communication
    world = now.world
    own = [1 - math.exp(-s.evidence / (e.service_scale * math.sqrt(len(s.agents) / 10))) for s in world.services]
    average = mean(own[a.service.row] for a in world.agents)
    seen = [max(x + told * max(0.0, average - x), told * max(own), e.outside) for x in own]
    in_team = []
    for team in world.teams:
        around = seen[team.service.row]
        near = 1 - math.exp(-team.evidence / e.team_scale)
        in_team.append(min(1.0, max(around, 0.5 * around + 0.6 * near)))
    return seen, in_team, average

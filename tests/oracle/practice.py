"""Taking up, keeping and dropping the practice (3.5.10)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sim.core import codes, phases
from tests.oracle import voice
from tests.oracle.numbers import mean, sigma
from tests.oracle.programme import Roster
from tests.oracle.world import FieldAgent, Now


@dataclass
class Surroundings:
    """What an agent lives in this month, by team."""

    stance: list[float]
    signal: list[float]
    overload: list[float]
    evidence: list[float]


def tie_weight(now: Now, roster: Roster, role: int) -> float:
    """Weight of the contacts made in the programme, against 1 for a colleague."""
    n = now.levers.network
    if role == codes.MEMBER:
        return n.ambassador_tie * roster.effort
    return n.ambassador_tie_lab if now.world.lab.alive else n.ambassador_tie_after


def met_in_programme(now: Now, roster: Roster, agent: FieldAgent) -> list[FieldAgent]:
    """Members and former members whom the programme ties this one to."""
    form = now.levers.programme.ties
    if roster.role[agent.row] == codes.NEVER or form == codes.NO_TIES:
        return []
    met = [a for a in now.world.agents if a is not agent and roster.role[a.row] != codes.NEVER]
    if form == codes.STAR and agent is not roster.lead:
        met = [a for a in met if a is roster.lead]
    return met


def contacts(now: Now, roster: Roster, agent: FieldAgent, practises: list[bool]) -> float:
    """n_i: practising colleagues, and practising people met in the programme for what such a tie weighs."""
    count = float(sum(practises[other.row] for other in agent.neighbours))
    met = sum(practises[other.row] for other in met_in_programme(now, roster, agent))
    return count + tie_weight(now, roster, roster.role[agent.row]) * met if met else count


def fraction(agent: FieldAgent, n: float) -> float:
    return n / len(agent.neighbours) if agent.neighbours else 0.0


def pressure(now: Now, agent: FieldAgent, n: float) -> float:
    """H_i."""
    a = now.levers.adoption
    steepness = a.steepness if a.contagion == codes.COMPLEX else 1.0
    reached, half = (n, a.half_point) if a.measure == codes.COUNT else (fraction(agent, n), a.half_point_share)
    return reached**steepness / (half**steepness + reached**steepness) if reached > 0 else 0.0


def chance_to_adopt(now: Now, roster: Roster, agent: FieldAgent, n: float, around: Surroundings) -> float:
    """P(adopt), logistic form."""
    a, f, team = now.levers.adoption, now.levers.formal, agent.team.row
    formal = voice.formal_job(now, roster.role[agent.row])
    z = a.intercept + a.peers * pressure(now, agent, n)
    z += a.manager * (2 * around.stance[team] - 1) + a.sponsor * around.signal[team]
    z += a.evidence * around.evidence[team]
    z += a.motivation * (2 * agent.motivation - 1) + a.lab * f.articulation * now.world.lab.alive + a.formal * formal
    z -= a.cynicism * agent.cynicism + a.workload * around.overload[team]
    z -= a.neutrality * agent.neutral * (1 - formal) + a.legitimacy * (1 - voice.legitimacy(now, agent))
    return sigma(z)


def chance_to_abandon(
    now: Now, roster: Roster, agent: FieldAgent, n: float, around: Surroundings, practises: list[bool]
) -> float:
    """P(abandon), logistic form."""
    b, f, team = now.levers.abandonment, now.levers.formal, agent.team.row
    mates = mean(float(practises[mate.row]) for mate in agent.team.agents if mate is not agent)
    z = b.intercept - b.peers * max(mates, pressure(now, agent, n))
    z -= b.manager * (2 * around.stance[team] - 1) + b.sponsor * around.signal[team]
    z -= b.motivation * (2 * agent.motivation - 1) + b.lab * f.articulation * now.world.lab.alive
    z -= b.formal * voice.formal_job(now, roster.role[agent.row])
    z += b.cynicism * agent.cynicism + b.workload * around.overload[team] - b.skill * agent.skill
    return sigma(z)


def takes_up(now: Now, roster: Roster, agent: FieldAgent, n: float, around: Surroundings, u: float) -> bool:
    """Whether a non-practitioner adopts, by the form chosen."""
    a = now.levers.adoption
    if a.form == codes.THRESHOLD:
        return (n if a.measure == codes.COUNT else fraction(agent, n)) >= agent.threshold
    if a.form == codes.HAZARD:
        return u < 1 - math.exp(-(a.hazard_external + a.hazard_peer * fraction(agent, n)) / 12)
    return u < chance_to_adopt(now, roster, agent, n, around)


def decide_one(now: Now, roster: Roster, agent: FieldAgent, around: Surroundings, practises: list[bool]) -> bool:
    """Whether this agent practises at the close, given who practises as it decides."""
    u, u_kept, _, _ = now.draw(phases.AGENT_MONTH, agent.row)
    kept = u_kept < min(1.0, roster.effort)
    n = contacts(now, roster, agent, practises)
    if not agent.practises or agent.trial:
        return takes_up(now, roster, agent, n, around, u) or (roster.joined[agent.row] and kept)
    if now.levers.adoption.form != codes.LOGISTIC or (roster.role[agent.row] == codes.MEMBER and kept):
        return True
    return u >= chance_to_abandon(now, roster, agent, n, around, practises)


def decide(now: Now, roster: Roster, around: Surroundings) -> list[bool]:
    """Everybody at the same time, or one after the other in a random order."""
    agents = now.world.agents
    opening = [a.practises for a in agents]
    if now.levers.adoption.updating == codes.SYNCHRONOUS:
        return [decide_one(now, roster, a, around, opening) for a in agents]
    current = list(opening)
    for agent in sorted(agents, key=lambda a: now.draw(phases.SEQUENCE, a.row)[0]):
        current[agent.row] = decide_one(now, roster, agent, around, current)
    return current

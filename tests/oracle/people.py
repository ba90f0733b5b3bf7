"""Motivation, cynicism, skill and departures of field agents (3.5.7 abort, 3.5.11)."""

from __future__ import annotations

from dataclasses import dataclass

from sim.core import codes, phases
from tests.oracle.numbers import clip01, mean
from tests.oracle.programme import Roster
from tests.oracle.relay import Reply
from tests.oracle.world import FieldAgent, Now


@dataclass
class Mood:
    """An agent at the close."""

    motivation: float
    cynicism: float
    skill: float
    leaves: bool


def feel(now: Now, agent: FieldAgent, roster: Roster, reply: Reply, aborted: bool) -> Mood:
    """What the month does to one agent."""
    return Mood(
        next_motivation(now, agent, roster, reply),
        next_cynicism(now, agent, roster, reply, aborted),
        next_skill(now, agent, roster),
        now.draw(phases.AGENT_MONTH, agent.row)[2] < chance_to_leave(now, agent, roster),
    )


def next_motivation(now: Now, agent: FieldAgent, roster: Roster, reply: Reply) -> float:
    """Practice and accepted items encourage, want of training unsettles, all else returns to the base."""
    v, m = now.levers.motivation, agent.motivation
    after = m + v.practice_gain * agent.practises * (1 - m) - v.return_rate * (m - agent.motivation_base)
    after += now.levers.decision.motivation_gain * (1 - m) * reply.accepted[agent]
    age = now.month - roster.recruited_month[agent.row]
    if roster.role[agent.row] == codes.MEMBER and age < v.stress_months:
        after -= v.stress * (1 - now.levers.programme.training)
    return clip01(after)


def next_cynicism(now: Now, agent: FieldAgent, roster: Roster, reply: Reply, aborted: bool) -> float:
    """Neighbours and base, then the relief of accepted items, then the month's shocks on hope."""
    v, d = now.levers.cynicism, now.levers.decision
    around = mean((a.cynicism for a in agent.neighbours), nobody=agent.cynicism)
    c = agent.cynicism
    c = clip01(c + v.imitation * (around - c) - v.return_rate * (c - agent.cynicism_base))
    c *= (1 - d.cynicism_relief) ** reply.accepted[agent] * (1 - d.teammates_relief) ** reply.accepted_by_mates(agent)
    hope = 1 - c
    for shock in shocks(now, agent, roster, reply, aborted):
        hope *= 1 - min(0.95, shock)
    return clip01(1 - hope)


def shocks(now: Now, agent: FieldAgent, roster: Roster, reply: Reply, aborted: bool) -> list[float]:
    """Shares of hope lost this month: silence, abort, rivalry."""
    v, p = now.levers.cynicism, now.levers.programme
    felt = [now.levers.decision.unanswered_cynicism] * reply.unanswered[agent]
    member = roster.was_member[agent.row]
    if aborted:
        felt.append(p.abort_all)
        if member:
            felt.append(1 - (1 - v.abort_shock) ** 2)
        elif any(roster.was_member[mate.row] for mate in agent.team.agents):
            felt.append(p.abort_team * v.abort_shock)
    beside = any(roster.was_member[a.row] for a in agent.service.agents)
    if roster.active and beside and roster.role[agent.row] != codes.MEMBER:
        felt.append(v.rivalry)
    return felt


def next_skill(now: Now, agent: FieldAgent, roster: Roster) -> float:
    """Members learn by doing."""
    if roster.role[agent.row] != codes.MEMBER:
        return agent.skill
    return clip01(agent.skill + now.levers.mobility.skill_gain * roster.effort * (1 - agent.skill))


def chance_to_leave(now: Now, agent: FieldAgent, roster: Roster) -> float:
    """Former members are sought after for two years."""
    v = now.levers.mobility
    sought = agent.role == codes.FORMER and now.month - agent.released_month < v.ambassador_months
    return v.rate * (v.ambassador_factor if sought else 1.0)

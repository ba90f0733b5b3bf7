"""Managers: the sponsor's signal on its way down, and their stance (3.5.3, 3.5.9)."""

from __future__ import annotations

import math

from tests.oracle.numbers import mean, sigma
from tests.oracle.world import Manager, Now


def present_stances(now: Now) -> list[float]:
    """Stances this month: those of the opening, and that of a DGS who has just arrived."""
    stances = [manager.stance for manager in now.world.managers]
    if now.plan.direction.is_new[now.month]:
        stances[-1] = float(now.plan.direction.stance[now.month])
    return stances


def signal_at(now: Now, post: Manager, demand: float, stances: list[float]) -> float:
    """S_i for the agents of this post: the political signal times what each post above them, and it, lets through."""
    kept = now.levers.hierarchy.signal_retention
    signal = demand
    for manager in post.chain:
        signal *= kept + (1 - kept) * stances[manager.row]
    return signal


def shown_cases(now: Now) -> float:
    """How far the cases shown so far convince the direction."""
    return 1 - math.exp(-now.world.programme.cases / now.levers.evidence.cases_scale)


def reconsider(
    now: Now, stances: list[float], demand: float, head_involvement: float, tension: list[float], seen: list[float],
    evidence: float, aborted: bool,
) -> list[float]:  # fmt: skip
    """Stances at the close. tension: by team; seen: evidence by service; evidence: mean over all agents."""
    v = now.levers.management
    after = []
    for manager in now.world.managers:
        m = stances[manager.row]
        if manager.boss is None:
            goal = float(now.plan.direction.disposition[now.month]) + v.dgs_sponsor * demand + v.dgs_evidence * evidence
            goal += v.dgs_cases * shown_cases(now)
            if head_involvement > 0.8:
                goal -= now.levers.sponsorship.involvement_penalty
        else:
            boss = stances[manager.boss.row]
            below = manager.agents
            goal = now.world.stance_intercept + v.shift + v.boss * (2 * boss - 1)
            goal += v.evidence * mean(seen[a.service.row] for a in below)
            goal += v.sponsor * demand
            goal -= v.tension * mean(tension[a.team.row] for a in below)
            goal -= v.role_threat * mean(float(a.practises) for a in below) * (1 - boss)
            goal += v.formal * now.levers.formal.project + v.training_gain * v.training
        moved = m + v.rate * (sigma(goal) - m)
        if manager.boss is None and aborted:
            moved *= now.levers.programme.abort_administration
        after.append(moved)
    return after

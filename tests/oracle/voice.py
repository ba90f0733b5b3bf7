"""Voice of field agents: whether one speaks up, what about, and how far it must climb (3.5.4)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sim.core import codes, phases
from tests.oracle.world import FieldAgent, Now, Service


@dataclass
class Spoken:
    """An item just brought up: its kind, and the posts it must pass."""

    kind: int
    hops: int


def legitimacy(now: Now, agent: FieldAgent) -> float:
    """Category C agents dare less in meetings."""
    v = now.levers.voice
    return v.legitimacy_c if v.mode == codes.MEETING and agent.category == codes.CATEGORY_C else v.legitimacy


def formal_job(now: Now, role: int) -> float:
    """F_job: at least `programme.protected` for members."""
    written = now.levers.formal.job
    return max(written, now.levers.programme.protected) if role == codes.MEMBER else written


def chance_to_speak(now: Now, agent: FieldAgent, role: int, heard: float, active: bool) -> float:
    """lambda_i."""
    v = now.levers.voice
    idea = now.levers.programme.idea_factor if active else 1.0
    rate = v.practice if agent.practises else v.base * idea
    rate *= legitimacy(now, agent)
    rate *= 1 - v.neutrality_loss * agent.neutral * (1 - formal_job(now, role))
    rate *= 1 - v.cynicism_loss * agent.cynicism
    rate *= 0.5 + agent.motivation
    if agent.front:
        rate *= v.heard_base + v.heard_gain * min(v.heard_cap, heard)
    return min(1.0, rate)


def kind_of_item(now: Now, u: float) -> int:
    """Solved at the desk (q0); of the rest quick (q1), middle (q2) or political."""
    v = now.levers.voice
    if u < v.desk_share:
        return codes.DESK
    rest = (u - v.desk_share) / (1 - v.desk_share)
    if rest < v.quick_share:
        return codes.QUICK
    return codes.MIDDLE if rest < v.quick_share + v.middle_share else codes.POLITICAL


def hops_to_decider(kind: int, chain: int) -> int:
    """Posts to pass before the decider of this kind can decide."""
    return {codes.DESK: 0, codes.QUICK: 1, codes.MIDDLE: math.ceil(chain / 2), codes.POLITICAL: chain}[kind]


def other_service(now: Now, own: Service, u: float) -> Service | None:
    """Another service, each as likely."""
    others = [s for s in now.world.services if s is not own]
    return others[int(u * len(others))] if others else None


def hops_to_common(agent: FieldAgent, other: Service) -> int:
    """Posts to pass up to the first superior common with the other service, that one included."""
    theirs = other.teams[0].manager.chain
    return 1 + next(k for k, post in enumerate(agent.team.manager.chain) if post in theirs)


def speak(now: Now, roles: list[int], heard: list[float], active: bool) -> list[Spoken | None]:
    """What each agent brings up this month, None where nothing."""
    return [speak_up(now, agent, roles[agent.row], heard[agent.service.row], active) for agent in now.world.agents]


def speak_up(now: Now, agent: FieldAgent, role: int, heard: float, active: bool) -> Spoken | None:
    """One agent's item, if any."""
    u_kind, u_across, u_where, u_route = now.draw(phases.VOICE, agent.row)
    if now.draw(phases.AGENT_MONTH, agent.row)[3] >= chance_to_speak(now, agent, role, heard, active):
        return None
    kind = kind_of_item(now, u_kind)
    if kind == codes.DESK:
        return Spoken(kind, 0)
    hops = hops_to_decider(kind, len(agent.team.manager.chain))
    share = now.levers.voice.cross_share
    other = other_service(now, agent.service, u_where)
    if u_across < share and other is not None:
        way = agent.cross_tie and u_across / share < now.levers.hierarchy.transversality
        space = u_route < now.levers.hierarchy.arena
        if not (now.world.lab.alive or way or space):
            hops = max(hops, hops_to_common(agent, other))
    if role == codes.MEMBER and active:
        hops = min(hops, now.levers.programme.effective_depth)
    if u_route > 1 - now.levers.relay.bypass:
        hops = min(hops, now.levers.relay.bypass_posts)
    return Spoken(kind, hops)

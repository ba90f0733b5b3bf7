"""The programme: start, end and abort, recruitment, drop-out, wins, flash workshops (3.5.7, 3.5.17)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sim.core import codes, phases
from tests.oracle import numbers
from tests.oracle.numbers import clip01, sigma
from tests.oracle.world import FieldAgent, Now, Service


@dataclass
class Status:
    """Where the programme stands this month."""

    status: int
    low_months: int
    end_month: int
    starts: bool = False
    again: bool = False  # a later call opens it once more
    aborted: bool = False

    @property
    def active(self) -> bool:
        return self.status == codes.ACTIVE


def steer(now: Now, demand: float) -> Status:
    """Start, end or break off: the status of the month is decided first. Nothing is broken off in its first month."""
    programme, p = now.world.programme, now.levers.programme
    state = Status(programme.status, programme.low_months, programme.end_month)
    if state.status == codes.PLANNED and now.month == p.start_month:
        state.starts = bool(now.plan.launched)
        state.status = codes.ACTIVE if state.starts else codes.NOT_LAUNCHED
    elif state.active and (over(now) or now.plan.money_stops[now.month]):
        state.status, state.end_month = codes.ENDED, now.month
    elif state.status == codes.ENDED and now.plan.calls.people[now.month]:
        state.status, state.again = codes.ACTIVE, True
    if not state.active:
        return state
    state.low_months = state.low_months + 1 if demand < p.abort_sponsor else 0
    at_risk = p.abortable and not state.starts and not state.again and state.low_months >= p.abort_months
    if at_risk and now.draw(phases.ABORT)[0] < p.abort_hazard:
        state.status, state.end_month, state.aborted = codes.ABORTED, now.month, True
    return state


def over(now: Now) -> bool:
    """The first call is over, and no later one is under way."""
    return first_over(now) and not now.plan.calls.under_way[now.month]


def first_over(now: Now) -> bool:
    p = now.levers.programme
    return not p.permanent and now.month >= p.start_month + p.duration_months


def planned_end(now: Now, state: Status) -> int:
    """Month at which the first call is over, past or to come; -1: not started, permanent, broken off."""
    p, first_end = now.levers.programme, now.world.programme.first_end
    if state.status in (codes.ENDED, codes.ACTIVE) and first_end >= 0:
        return first_end
    if state.status == codes.ENDED:
        return state.end_month
    if state.active and not p.permanent:
        return p.start_month + p.duration_months
    return -1


def volunteers(now: Now, stances: list[float]) -> float:
    """Expected number of volunteers for a call made now (3.5.15)."""
    r = now.levers.relaunch
    return math.fsum(
        sigma(
            r.intercept + r.motivation * (2 * a.motivation - 1) - r.cynicism * a.cynicism
            + r.stance * (2 * stances[a.team.manager.row] - 1)
        )
        for a in now.world.agents
    )  # fmt: skip


@dataclass
class Roster:
    """Who takes part this month, by agent."""

    active: bool
    effort: float
    role: list[int]
    was_member: list[bool]  # at the opening, or recruited this month
    joined: list[bool]
    recruited_month: list[int]
    lead: FieldAgent | None


def convene(now: Now, state: Status, stances: list[float]) -> Roster:
    """Recruit in the first month; let members drop out; release all when it is over."""
    world = now.world
    roster = Roster(
        state.active,
        numbers.g(now.levers.cost.agent_days_per_month, now.levers.cost.effort_scale_days),
        [a.role for a in world.agents],
        [a.role == codes.MEMBER for a in world.agents],
        [False] * len(world.agents),
        [a.recruited_month for a in world.agents],
        world.programme.lead,
    )
    later = int(now.plan.calls.people[now.month]) if state.active else 0
    recruits = recruit(now, stances, later + now.levers.programme.ambassadors * state.starts)
    for agent in recruits:
        roster.joined[agent.row] = roster.was_member[agent.row] = True
        roster.role[agent.row], roster.recruited_month[agent.row] = codes.MEMBER, now.month
    if state.starts:
        roster.lead = recruits[0] if recruits else None
    for agent in world.agents:
        if roster.role[agent.row] == codes.MEMBER:
            age = now.month - roster.recruited_month[agent.row]
            if not state.active or serves_no_more(now, age) or drops_out(now, agent, age):
                roster.role[agent.row] = codes.FORMER
    return roster


def serves_no_more(now: Now, age: int) -> bool:
    return not now.levers.programme.permanent and age >= now.levers.programme.duration_months


def drops_out(now: Now, agent: FieldAgent, age: int) -> bool:
    """h(a) = (h1 exp(-a/6) + h2) exp(0.5 T), T being last month's tension of the team."""
    p = now.levers.programme
    hazard = p.dropout_early * math.exp(-age / p.dropout_months) + p.dropout_late
    return now.draw(phases.DROPOUT, agent.row)[0] < hazard * math.exp(p.dropout_tension * agent.team.tension)


def wish(now: Now, agent: FieldAgent, stances: list[float]) -> float:
    """Weight of a volunteer in the draw."""
    weight = agent.motivation**now.levers.programme.volunteer_motivation
    weight *= 1 - agent.neutral * (1 - now.levers.formal.job)
    weight *= (1 - agent.cynicism) ** now.levers.programme.volunteer_cynicism
    weight *= 0.6 if agent.category == codes.CATEGORY_C else 1.0
    return weight * (0.5 + stances[agent.team.manager.row])


def recruit(now: Now, stances: list[float], wanted: int) -> list[FieldAgent]:
    """Weighted draw without replacement, the largest u^(1/w) first: one from each service, then a second, and so on.

    Others are asked only when the services that send have nobody left. Those whom nothing inclines (w = 0) come last,
    in the order of their luck.
    """

    def rank(agent: FieldAgent) -> tuple[bool, float]:
        weight, wait = wish(now, agent, stances), -math.log(now.draw(phases.RECRUITMENT, agent.row)[0])
        return (False, wait / weight) if weight > 0 else (True, wait)

    queue = sorted((agent for agent in now.world.agents if agent.role == codes.NEVER), key=rank)
    if now.levers.programme.recruitment == codes.RANDOM:
        return queue[:wanted]
    sending, chosen = senders(now), []
    for most in range(1, wanted + 1):
        for agent in queue:
            from_there = sum(other.service is agent.service for other in chosen)
            if len(chosen) < wanted and agent not in chosen and agent.service in sending and from_there < most:
                chosen.append(agent)
    others = [agent for agent in queue if agent not in chosen]
    return chosen + others[: wanted - len(chosen)]


def senders(now: Now) -> list[Service]:
    """Services among which members are sought: all, a few, or one, by luck."""
    p, services = now.levers.programme, now.world.services
    if p.recruitment == codes.DIVERSE:
        return services
    few = 1 if p.recruitment == codes.DIRECTED else p.recruitment_services
    return by_luck(now, services, phases.RECRUITED_SERVICES)[:few]


def by_luck(now: Now, services: list[Service], phase: int) -> list[Service]:
    return sorted(services, key=lambda s: now.draw(phase, s.row)[0])


def few(now: Now) -> int:
    """In how many services a result shows: two, or a tenth of them."""
    return max(2, round(0.1 * len(now.world.services)))


def show(now: Now, eligible: list[Service], phase: int) -> list[Service]:
    """Where a result shows, among the services where it may."""
    return by_luck(now, eligible, phase)[: few(now)]


def places(now: Now, roster: Roster) -> list[Service]:
    """Where a result of the programme may show: services with members, or all."""
    with_members = [s for s in now.world.services if any(roster.was_member[a.row] for a in s.agents)]
    return with_members or now.world.services


def pilot(now: Now, roster: Roster) -> list[Service]:
    """Where a dated success shows."""
    strength = float(now.plan.pilots[now.month])
    if strength == 0:
        return []
    return by_luck(now, places(now, roster), phases.PILOT_PLACE)[: max(1, round(strength * few(now)))]


def win(now: Now, roster: Roster, demand: float) -> list[Service]:
    """Services where a case of the programme shows a result this month."""
    p, c, e = now.levers.programme, now.levers.cost, now.levers.evidence
    people = int(now.plan.calls.under_way[now.month]) + (0 if first_over(now) else p.ambassadors)
    chance = p.wins / p.wins_duration_months * people / 20 * roster.effort
    if p.facilitated:
        chance *= numbers.facilitation(c.programme_eur, c.facilitation_scale_eur)
    chance *= clip01(0.3 + demand) * c.budget_factor
    if not now.plan.lead_present[now.month]:
        chance *= p.lead_absent_factor
    u_happens, u_seen, u_workshop, _ = now.draw(phases.PROGRAMME_WIN)
    shows = (roster.active and u_happens < chance) or (workshop_held(now, roster.active) and u_workshop < p.flash_win)
    if not shows or u_seen >= e.visibility + (1 - e.visibility) * p.evaluation:
        return []
    return show(now, places(now, roster), phases.PROGRAMME_WIN_PLACE)


def second_project(now: Now, state: Status, stances: list[float], evidence: float, found: float) -> int:
    """Month at which a second project opened, noted without effect; found: volunteers of a call made now."""
    r, stock = now.levers.relaunch, now.world.programme
    launched = state.status in (codes.ACTIVE, codes.ENDED, codes.ABORTED)
    if stock.second_project >= 0 or not launched or stock.first_result < 0:
        return stock.second_project
    chance = r.second_rate * stances[-1] * (1 - r.second_evidence * (1 - evidence))
    enough = found >= now.levers.programme.ambassadors
    return now.month if enough and now.draw(phases.SECOND_PROJECT)[0] < chance else -1


def workshop_held(now: Now, active: bool) -> bool:
    """Whether a flash workshop is held this month, by the authority itself or by its programme."""
    rate = now.levers.evidence.flash_rate + (now.levers.programme.flash_rate if active else 0.0)
    return now.draw(phases.FLASH)[0] < rate


def flash(now: Now, roster: Roster) -> list[FieldAgent]:
    """Agents who try the practice for a month at a workshop."""
    if not workshop_held(now, roster.active):
        return []
    queue = sorted(now.world.agents, key=lambda a: now.draw(phases.FLASH_PEOPLE, a.row)[0])
    return queue[: now.levers.programme.flash_people]

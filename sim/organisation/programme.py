"""The programme: who takes part, who stops, whether it is broken off. Types differ by inputs only."""

import math
from typing import NamedTuple

import numpy as np

from sim.agents.field_agent import FieldAgents
from sim.core import codes, phases
from sim.core.compile import rule
from sim.core.draws import Key, uniforms
from sim.core.kernels import effort, logistic, ranking
from sim.core.records import Flow, Levers, Row
from sim.organisation.lab import show
from sim.population.units import Services, Teams

_LAST = 1e12  # rank beyond that of anybody who is inclined at all


class Roster(NamedTuple):
    """The programme this month, after recruitment, drop-outs, abort and end."""

    active: bool
    effort: float  # g(days): 1 at the study's 3 days a month
    lead: int  # row of the project lead, -1 = none
    role: np.ndarray  # uint8 [agents]
    was_member: np.ndarray  # uint8 [agents]: member at the opening or recruited this month
    joined: np.ndarray  # uint8 [agents]: recruited this month
    recruited_month: np.ndarray  # int16 [agents]
    volunteers: float  # expected volunteers for a call made now, computed at the start only


class MembersHere(NamedTuple):
    """How many members each unit has (or had, in the month of an abort)."""

    team: np.ndarray  # int32 [teams]
    service: np.ndarray  # int32 [services]


@rule
def volunteers(agents: FieldAgents, teams: Teams, stance: np.ndarray, r: Levers) -> float:
    """Return how many agents would answer a call made now (expected number).

    Rule     sum of logistic(u0 + 2 (2m - 1) - 3 c + (2 M - 1))
    Source   study M51, SF4, SF20 (a failure makes the next call harder); sizes: assumption
    """
    total = 0.0
    for i in range(agents.team.size):
        boss = stance[teams.manager[agents.team[i]]]
        z = r.intercept + r.motivation * (2.0 * agents.motivation[i] - 1.0) - r.cynicism * agents.cynicism[i]
        total += logistic(z + r.stance * (2.0 * boss - 1.0))
    return total


@rule
def volunteers_at(agents: FieldAgents, teams: Teams, stance: np.ndarray, levers: np.ndarray, month: int) -> float:
    """Return how many agents would answer a call made in that month (expected number)."""
    return volunteers(agents, teams, stance, levers[month].relaunch)


@rule
def convene(
    agents: FieldAgents,
    teams: Teams,
    services: Services,
    authority: Row,
    stance: np.ndarray,
    status: int,
    starts: bool,
    called: int,
    key: Key,
    month: int,
    p: Levers,
) -> Roster:
    """Recruit when the programme starts and at later calls; let members drop out while it runs, and go when due.

    Reads    teams.tension of last month; status of the programme this month (abort and end are decided before);
             called: people wanted by a later call of this month
    Returns  Roster
    Rule     drop-out at age a months: h = (h1 exp(-a / 6) + h2) exp(0.5 T); released after the planned duration
    Source   study N3, M12 (2-3 of 20 stop, mostly early), SF2; sizes set for 12.5 % over 16 months
    """
    n = agents.team.size
    joined = np.zeros(n, np.uint8)
    role = agents.role.copy()
    recruited = agents.recruited_month.copy()
    answers = volunteers(agents, teams, stance, p.relaunch) if starts else authority.volunteers_at_start
    lead: int = authority.lead
    wanted = called if status == codes.ACTIVE else 0
    if starts:
        wanted += int(p.programme.ambassadors)
    if starts or wanted > 0:
        first: int = recruit(joined, wanted, agents, teams, services, stance, key, month, p)
        lead = first if starts else lead
        for i in range(n):
            if joined[i]:
                role[i] = codes.MEMBER
                recruited[i] = month
    was_member = np.zeros(n, np.uint8)
    for i in range(n):
        if role[i] != codes.MEMBER:
            continue
        was_member[i] = 1
        age = month - recruited[i]
        hazard = p.programme.dropout_early * math.exp(-age / p.programme.dropout_months) + p.programme.dropout_late
        hazard *= math.exp(p.programme.dropout_tension * teams.tension[agents.team[i]])
        due = age >= p.programme.duration_months and not p.programme.permanent
        if status != codes.ACTIVE or due or uniforms(key, phases.DROPOUT, month, i)[0] < hazard:
            role[i] = codes.FORMER
    days = effort(p.cost.agent_days_per_month, p.cost.effort_scale_days)
    return Roster(status == codes.ACTIVE, days, lead, role, was_member, joined, recruited, answers)


@rule
def recruit(
    joined: np.ndarray,
    wanted: int,
    agents: FieldAgents,
    teams: Teams,
    services: Services,
    stance: np.ndarray,
    key: Key,
    month: int,
    p: Levers,
) -> int:
    """Mark `wanted` new members in `joined`; return the row of the first one, who leads where there is a lead.

    Who is or was a member is not called again.

    Rule     weighted draw without replacement (Efraimidis & Spirakis 2006), weight
             m^2 (1 - c)^3 (1 - nu (1-F)) (0.6 if C) (0.5 + M); diverse: as many services as possible; clustered: in
             a few services; directed: in one; random: anywhere
    Source   study, case Transfo, M13, M15, M18, SF17; weights: assumption
    """
    n = agents.team.size
    luck = np.empty(n)
    for i in range(n):
        weight = 0.5 + stance[teams.manager[agents.team[i]]]
        weight *= math.pow(agents.motivation[i], p.programme.volunteer_motivation)
        weight *= math.pow(1.0 - agents.cynicism[i], p.programme.volunteer_cynicism)
        if agents.neutral[i]:
            weight *= p.formal.job
        if agents.category[i] == codes.CATEGORY_C:
            weight *= 0.6
        u = uniforms(key, phases.RECRUITMENT, month, i)[0]
        # agents whom nothing inclines come last, by their luck
        luck[i] = -math.log(u) / weight if weight > 0.0 else _LAST - math.log(u)
    order = ranking(luck)
    places = sending_services(services, key, month, p)
    sent = np.zeros(services.size.size, np.int64)
    first, taken = -1, 0
    most = wanted if p.programme.recruitment == codes.RANDOM else 1
    while most <= wanted + 1:
        open_to_all = most > wanted
        for k in range(n):
            i = order[k]
            s = agents.service[i]
            if taken == wanted:
                return first
            if joined[i] or agents.role[i] != codes.NEVER or not (open_to_all or (places[s] and sent[s] < most)):
                continue
            joined[i] = 1
            sent[s] += 1
            taken += 1
            if first < 0:
                first = i
        most += 1
    return first


@rule
def sending_services(services: Services, key: Key, month: int, p: Levers) -> np.ndarray:
    """Services among which members are sought [services, uint8]; others only send who is missing in the end."""
    n = services.size.size
    chosen = n
    if p.programme.recruitment == codes.DIRECTED:
        chosen = 1
    elif p.programme.recruitment == codes.CLUSTERED:
        chosen = min(n, max(1, int(p.programme.recruitment_services)))
    places = np.zeros(n, np.uint8)
    show(places, chosen, np.ones(n, np.uint8), phases.RECRUITED_SERVICES, key, month)
    return places


@rule
def members_by_unit(agents: FieldAgents, was_member: np.ndarray, n_teams: int, n_services: int) -> MembersHere:
    """Count members (those of the opening and this month's recruits) by team and by service."""
    here = MembersHere(np.zeros(n_teams, np.int32), np.zeros(n_services, np.int32))
    for i in range(agents.team.size):
        if was_member[i]:
            here.team[agents.team[i]] += 1
            here.service[agents.service[i]] += 1
    return here


class Status(NamedTuple):
    """Where the programme stands this month."""

    status: int
    low_months: int
    starts: bool
    aborted: bool  # this month
    ended: bool  # this month, as planned or because its money was not renewed


@rule
def steer(
    authority: Row,
    launched: bool,
    money_stops: int,
    calls: Flow,
    political_signal: float,
    key: Key,
    month: int,
    p: Levers,
) -> Status:
    """Start, end or break off the programme; a later call prolongs it, or opens it again once it is over.

    Rule     broken off with P = 0.35 a month from the third month in a row with S_pol < S_min
    Source   study M50, case Bourgogne, SF4; sizes: assumption
    """
    g = p.programme
    status, low = authority.status, authority.low_months
    if status == codes.PLANNED and month == g.start_month:
        if not launched:
            return Status(codes.NOT_LAUNCHED, 0, False, False, False)
        return Status(codes.ACTIVE, 1 if political_signal < g.abort_sponsor else 0, True, False, False)
    if status == codes.ENDED and calls.people[month] > 0:
        return Status(codes.ACTIVE, 1 if political_signal < g.abort_sponsor else 0, False, False, False)
    if status != codes.ACTIVE:
        return Status(status, 0, False, False, False)
    over = not g.permanent and month >= g.start_month + g.duration_months and calls.under_way[month] == 0
    if money_stops or over:
        return Status(codes.ENDED, 0, False, False, True)
    low = low + 1 if political_signal < g.abort_sponsor else 0
    if g.abortable and low >= g.abort_months and uniforms(key, phases.ABORT, month, 0)[0] < g.abort_hazard:
        return Status(codes.ABORTED, low, False, True, False)
    return Status(codes.ACTIVE, low, False, False, False)


@rule
def planned_end(authority: Row, status: Flow, month: int, p: Levers) -> int:
    """Month at which the programme's first call is over: past, planned, or -1 (not started, permanent, broken off)."""
    if authority.first_end >= 0 and (status.status == codes.ENDED or status.status == codes.ACTIVE):
        return authority.first_end
    if status.ended:
        return month
    if status.status == codes.ACTIVE and not p.programme.permanent:
        return p.programme.start_month + p.programme.duration_months
    return -1

"""Items: what agents bring up, on its way to a decision, then to completion. One pool for all, compacted every month.

An item is addressed by month x agents + author: an agent makes at most one a month, so its luck never depends on
others.
"""

from typing import NamedTuple

import numpy as np

from sim.agents.field_agent import FieldAgents
from sim.agents.manager import Managers, superior
from sim.core import codes, phases
from sim.core.compile import rule
from sim.core.draws import Key, uniforms
from sim.core.kernels import clip01
from sim.core.records import Flow, Levers
from sim.population.units import Teams


class Items(NamedTuple):
    """Rows 0 .. authority.n_items - 1 are in use: climbing, or accepted and being carried out."""

    author: np.ndarray  # int32
    month: np.ndarray  # int16: created
    kind: np.ndarray  # uint8: quick, middle, political
    state: np.ndarray  # uint8: climbing, implementing
    hops_left: np.ndarray  # uint8: posts still to pass
    at: np.ndarray  # int32: the manager it waits at
    by_practitioner: np.ndarray  # uint8: the author practised when it spoke
    citizen: np.ndarray  # int32: who waits for the answer, -1 = nobody


def empty_items(capacity: int) -> Items:
    """Return a pool with room for `capacity` items."""
    i32, u8 = np.int32, np.uint8
    return Items(*(np.zeros(capacity, t) for t in (i32, np.int16, u8, u8, u8, i32, u8, i32)))


def with_room(items: Items, capacity: int) -> Items:
    """Return the same pool with more room."""
    grown = empty_items(capacity)
    for old, new in zip(items, grown, strict=True):
        new[: old.size] = old
    return grown


class Reply(NamedTuple):
    """What the month's decisions mean to those who spoke, to their units, and to citizens."""

    accepted: np.ndarray  # int32 [agents]
    accepted_in_team: np.ndarray  # int32 [teams]
    unanswered: np.ndarray  # int32 [agents]: refused or dropped without a reason
    service_evidence: np.ndarray  # [services]
    team_evidence: np.ndarray  # [teams]
    done_in_service: np.ndarray  # int32 [services]
    to_citizen: np.ndarray  # uint8 [citizens]


class Fate(NamedTuple):
    """What happened to each item of the pool this month."""

    what: np.ndarray  # uint8 [items]: HELD, PASSED, DROPPED, ACCEPTED, REFUSED, DONE
    explained: np.ndarray  # uint8 [items]: answered with reasons


@rule
def settle(
    items: Items,
    n_items: int,
    moves: np.ndarray,
    teams: Teams,
    managers: Managers,
    stance: np.ndarray,
    political_signal: float,
    agents: FieldAgents,
    key: Key,
    month: int,
    p: Levers,
) -> Fate:
    """Deciders decide on the items that have passed their last gate; accepted items get done in time.

    Reads    moves [items]: what the managers did; stance [managers]
    Returns  Fate
    Rule     first manager, or manager half-way up: accepted with P = acc (0.5 + 0.7 M); elus: acc (0.4 + 0.8 S_pol)
             (both times 1.2 if co-built, clip01, and times what a budget cut has left, beyond quick items); then done
             each month with P = 1 / mean delay (1, 3, 6 months; twice as long if co-built); refused or dropped: with
             reasons with P = phi. Co-built: its author practised
    Source   study M1, M62, II.A.1.a; M47 and M48 (co-built: better accepted, longer); sizes: assumption
    """
    fate = Fate(moves.copy(), np.zeros(n_items, np.uint8))
    d = p.decision
    for k in range(n_items):
        row = items.month[k] * agents.team.size + items.author[k]
        if items.state[k] == codes.IMPLEMENTING:
            if uniforms(key, phases.IMPLEMENTATION, month, row)[0] < 1.0 / mean_delay(items, k, d):
                fate.what[k] = codes.DONE
            continue
        if moves[k] == codes.PASSED and items.hops_left[k] == 1:
            u = uniforms(key, phases.DECISION, month, row)[0]
            wanted = chance_accepted(items, k, teams, managers, stance, political_signal, agents, p)
            fate.what[k] = codes.ACCEPTED if u < wanted else codes.REFUSED
        refused = fate.what[k] == codes.DROPPED or fate.what[k] == codes.REFUSED
        if refused and uniforms(key, phases.REASONS, month, row)[0] < d.reasons:
            fate.explained[k] = 1
    return fate


@rule
def mean_delay(items: Items, k: int, d: Levers) -> float:
    """Mean time to carry out item k, months: what is built with those concerned takes longer."""
    mean = d.delay_quick
    if items.kind[k] == codes.MIDDLE:
        mean = d.delay_middle
    elif items.kind[k] == codes.POLITICAL:
        mean = d.delay_political
    return mean * d.cobuilt_time if items.by_practitioner[k] else mean


@rule
def chance_accepted(
    items: Items,
    k: int,
    teams: Teams,
    managers: Managers,
    stance: np.ndarray,
    political_signal: float,
    agents: FieldAgents,
    p: Levers,
) -> float:
    """Probability that the decider of item k accepts it: readier where it was built with those concerned."""
    d = p.decision
    readiness = d.acceptance * d.cobuilt_acceptance if items.by_practitioner[k] else d.acceptance
    if items.kind[k] == codes.POLITICAL:
        return clip01(readiness * (d.sponsor_base + d.sponsor_gain * political_signal)) * p.cost.budget_factor
    team = agents.team[items.author[k]]
    steps = 0
    afford = 1.0
    if items.kind[k] == codes.MIDDLE:
        steps = (teams.chain_length[team] + 1) // 2 - 1
        afford = p.cost.budget_factor
    decider = superior(teams.manager[team], steps, managers.parent)
    return clip01(readiness * (d.manager_base + d.manager_gain * stance[decider])) * afford


@rule
def answer(
    items: Items,
    n_items: int,
    fate: Flow,
    said: Flow,
    agents: FieldAgents,
    teams: Teams,
    n_services: int,
    n_citizens: int,
    p: Levers,
) -> Reply:
    """Gather what decisions, completions and items solved at the desk mean to people and places.

    Rule     accepted: encourages the author and its team-mates; done: evidence 0.35 (service) and 1.0 (team) when the
             author practised, 0.03 and 0.05 otherwise; refused or dropped without reasons: counted against hope
    Source   study M39, M62; only results born of practice count fully (else practice spreads without any programme):
             assumption
    """
    reply = Reply(
        np.zeros(agents.team.size, np.int32),
        np.zeros(teams.first.size, np.int32),
        np.zeros(agents.team.size, np.int32),
        np.zeros(n_services),
        np.zeros(teams.first.size),
        np.zeros(n_services, np.int32),
        np.zeros(n_citizens, np.uint8),
    )
    for k in range(n_items):
        what, i, q = fate.what[k], items.author[k], items.citizen[k]
        if what == codes.ACCEPTED:
            reply.accepted[i] += 1
            reply.accepted_in_team[agents.team[i]] += 1
        elif what == codes.DONE:
            count_done(reply, agents.service[i], agents.team[i], items.by_practitioner[k], p.evidence)
            if q >= 0:
                reply.to_citizen[q] = codes.ANSWER_DONE
        elif what == codes.DROPPED or what == codes.REFUSED:
            if fate.explained[k] == 0:
                reply.unanswered[i] += 1
            if q >= 0:
                reply.to_citizen[q] = codes.ANSWER_REASONS if fate.explained[k] else codes.ANSWER_REFUSED
    for i in range(agents.team.size):
        if said.spoke[i] and said.kind[i] == codes.DESK:
            count_done(reply, agents.service[i], agents.team[i], agents.practises[i], p.evidence)
    return reply


@rule
def count_done(reply: Flow, service: int, team: int, by_practitioner: int, e: Levers) -> None:
    """Add one completed item to the results of its service and team."""
    reply.done_in_service[service] += 1
    reply.service_evidence[service] += e.practitioner_service if by_practitioner else e.ordinary_service
    reply.team_evidence[team] += e.practitioner_team if by_practitioner else e.ordinary_team


@rule
def asked_by(said: Flow, teller: np.ndarray, n_citizens: int) -> np.ndarray:
    """Which citizens' word has been taken up by an agent this month [citizens, uint8] (not if solved at the desk)."""
    asked = np.zeros(n_citizens, np.uint8)
    for i in range(said.spoke.size):
        if said.spoke[i] and said.kind[i] != codes.DESK and teller[i] >= 0:
            asked[teller[i]] = 1
    return asked


@rule
def advance(
    items: Items,
    n_items: int,
    fate: Flow,
    said: Flow,
    teller: np.ndarray,
    joined: np.ndarray,
    agents: FieldAgents,
    teams: Teams,
    parent: np.ndarray,
    month: int,
) -> int:
    """Close the month for the pool: items move up, leave, or come in. Returns the new number of items."""
    kept = 0
    for k in range(n_items):
        what = fate.what[k]
        if what == codes.DROPPED or what == codes.REFUSED or what == codes.DONE:
            continue
        items.author[kept] = items.author[k]
        items.month[kept] = items.month[k]
        items.kind[kept] = items.kind[k]
        items.by_practitioner[kept] = items.by_practitioner[k]
        items.citizen[kept] = items.citizen[k]
        items.state[kept] = codes.IMPLEMENTING if what == codes.ACCEPTED else items.state[k]
        items.hops_left[kept] = items.hops_left[k]
        items.at[kept] = items.at[k]
        if what == codes.PASSED:
            items.hops_left[kept] -= 1
            items.at[kept] = parent[items.at[k]]
        kept += 1
    for i in range(agents.team.size):
        if said.spoke[i] and said.kind[i] != codes.DESK:
            items.author[kept] = i
            items.month[kept] = month
            items.kind[kept] = said.kind[i]
            items.state[kept] = codes.CLIMBING
            items.hops_left[kept] = said.hops[i]
            items.at[kept] = teams.manager[agents.team[i]]
            items.by_practitioner[kept] = agents.practises[i]
            q = teller[i]
            items.citizen[kept] = q if q >= 0 and not joined[q] else -1
            kept += 1
    return kept

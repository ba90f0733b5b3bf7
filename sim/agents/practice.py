"""Taking up and dropping the practice: the decision that all of Archipel is about, with its structural variants."""

import math
from typing import NamedTuple

import numpy as np

from sim.agents.field_agent import FieldAgents, job_formality, legitimacy
from sim.core import codes, phases
from sim.core.compile import rule
from sim.core.draws import Key, uniforms
from sim.core.kernels import happens, ranking
from sim.core.records import Flow, Levers
from sim.networks.csr import Csr
from sim.population.units import Teams


class Climate(NamedTuple):
    """What an agent's team and superiors make easier or harder this month, as one number per team."""

    adopt: np.ndarray  # log-odds [teams]: all terms of adoption that a team shares
    abandon: np.ndarray  # log-odds [teams]
    practising: np.ndarray  # int32 [teams]: practitioners at the opening


@rule
def climate(
    agents: FieldAgents,
    teams: Teams,
    stance: np.ndarray,
    signal: np.ndarray,
    overload: np.ndarray,
    evidence: np.ndarray,
    lab_alive: bool,
    p: Levers,
) -> Climate:
    """Sum the terms of both logits that all members of a team share.

    Reads    stance [managers, 0..1], signal [managers, 0..1], overload [teams, 0..1], evidence [teams, 0..1]
    Source   Klein & Sorra 1996 (implementation climate); study M25, M28, M39, M46; sizes: assumption
    """
    n = teams.first.size
    seen = Climate(np.empty(n), np.empty(n), np.zeros(n, np.int32))
    a, b = p.adoption, p.abandonment
    lab = p.formal.articulation if lab_alive else 0.0
    for g in range(n):
        boss = 2.0 * stance[teams.manager[g]] - 1.0
        heard = signal[teams.manager[g]]
        seen.adopt[g] = (
            a.intercept
            + a.manager * boss
            + a.sponsor * heard
            + a.evidence * evidence[g]
            + a.lab * lab
            - a.workload * overload[g]
        )
        seen.abandon[g] = b.intercept - b.manager * boss - b.sponsor * heard - b.lab * lab + b.workload * overload[g]
    for i in range(agents.team.size):
        seen.practising[agents.team[i]] += agents.practises[i]
    return seen


@rule
def ambassador_contacts(
    role: int,
    practises: int,
    is_lead: bool,
    lead_practises: int,
    practising_ever: int,
    lab_alive: bool,
    effort: float,
    p: Levers,
) -> float:
    """Weight of practising members whom a member or former member meets through the programme.

    Rule     members are tied to all members (clique), or to the lead alone (star): 0.25 g(days) while active, then
             0.125 with a lab and 0.04 without
    Source   study, case Transfo and recommendation R12; weights: assumption
    """
    if p.programme.ties == codes.NO_TIES:
        return 0.0
    weight = p.network.ambassador_tie * effort
    if role == codes.FORMER:
        weight = p.network.ambassador_tie_lab if lab_alive else p.network.ambassador_tie_after
    if p.programme.ties == codes.STAR and not is_lead:
        return weight * lead_practises
    return weight * (practising_ever - practises)


@rule
def grown(n: float, gamma: float) -> float:
    """n^gamma; the cube by multiplication, which is what most runs ask for."""
    return n * n * n if gamma == 3.0 else math.pow(n, gamma)


class Contagion(NamedTuple):
    """How practising contacts carry an agent along: the constants of H, the same for all agents of a month."""

    gamma: float  # 1 for a simple contagion
    half: float  # theta^gamma
    by_share: bool  # contacts as a share of ties


@rule
def contagion(a: Levers) -> Contagion:
    """Read the constants of H off the levers."""
    gamma = 1.0 if a.contagion == codes.SIMPLE else a.steepness
    by_share = a.measure == codes.FRACTION
    return Contagion(gamma, grown(a.half_point_share if by_share else a.half_point, gamma), by_share)


@rule
def peer_pressure(contacts: float, degree: int, h: Contagion) -> float:
    """Return H in [0, 1], how far practising contacts carry an agent along.

    Rule     n^gamma / (theta^gamma + n^gamma); gamma = 3 for a complex contagion, 1 for a simple one; n counted, or as
             a share of ties
    Source   Centola & Macy 2007 (complex contagion), Granovetter 1978; theta = 3 and 0.26: assumption
    """
    if contacts <= 0.0 or (h.by_share and degree <= 0):
        return 0.0
    carried = grown(contacts / degree if h.by_share else contacts, h.gamma)
    return carried / (h.half + carried)


@rule
def takes_up(
    u: float,
    contacts: float,
    degree: int,
    shared: float,
    motivation: float,
    cynicism: float,
    category: int,
    neutral: int,
    threshold: float,
    formal: float,
    h: Contagion,
    a: Levers,
    voice: Levers,
) -> bool:
    """Decide whether a non-practitioner adopts, by the form chosen: logistic, threshold (no noise) or hazard (Bass)."""
    if a.form == codes.THRESHOLD:
        if a.measure == codes.COUNT:
            return contacts >= threshold - 1e-12
        return degree > 0 and contacts >= threshold * degree - 1e-12
    if a.form == codes.HAZARD:
        share = contacts / degree if degree > 0 else 0.0
        return u < 1.0 - math.exp(-(a.hazard_external + a.hazard_peer * share) / 12.0)
    carried = peer_pressure(contacts, degree, h)
    return happens(u, adoption_odds(shared, carried, motivation, cynicism, category, neutral, formal, a, voice))


@rule
def adoption_odds(
    shared: float,
    carried: float,
    motivation: float,
    cynicism: float,
    category: int,
    neutral: int,
    formal: float,
    a: Levers,
    voice: Levers,
) -> float:
    """Log-odds of taking up the practice: what the team shares, and the agent's own terms."""
    z = shared + a.formal * formal + a.peers * carried
    z += a.motivation * (2.0 * motivation - 1.0) - a.cynicism * cynicism
    z -= a.legitimacy * (1.0 - legitimacy(category, voice))
    if neutral:
        z -= a.neutrality * (1.0 - formal)
    return z


@rule
def drops(
    u: float,
    contacts: float,
    degree: int,
    shared: float,
    around: float,
    motivation: float,
    cynicism: float,
    skill: float,
    formal: float,
    h: Contagion,
    b: Levers,
) -> bool:
    """Decide whether a practitioner abandons (in the logistic form; adoption is final in the others)."""
    carried = max(around, peer_pressure(contacts, degree, h))
    return happens(u, abandonment_odds(shared, carried, motivation, cynicism, skill, formal, b))


@rule
def abandonment_odds(
    shared: float, carried: float, motivation: float, cynicism: float, skill: float, formal: float, b: Levers
) -> float:
    """Log-odds of dropping the practice: what the team shares, and the agent's own terms."""
    z = shared - b.peers * carried - b.formal * formal
    return z + (b.cynicism * cynicism - b.motivation * (2.0 * motivation - 1.0) - b.skill * skill)


@rule
def decide(
    agents: FieldAgents,
    teams: Teams,
    work: Csr,
    complete: bool,
    shared: Climate,
    roster: Flow,
    lab_alive: bool,
    luck: np.ndarray,
    key: Key,
    month: int,
    p: Levers,
) -> np.ndarray:
    """Each agent takes up, keeps or drops the practice.

    Reads    agents.practises, .practising_neighbours, .motivation, .cynicism, .skill; shared: Climate; roster: the
             programme
    Returns  practises [n, uint8] at the close of the month
    Rule     logit P(adopt)   = a0 + aP H + aM (2M-1) + aS S + aE E + am (2m-1) + aL alpha L + aF F - aC c - aW o - aN
             nu (1-F) - aLeg (1-l)
             logit P(abandon) = b0 - bP max(team share, H) - bM (2M-1) - bS S - bm (2m-1) - bL alpha L - bF F + bC c +
             bW o - bk skill
             recruits practise from their recruitment with P = g(days); active members are kept from abandoning with P
             = g(days)
    Source   form: logistic discrete choice, a noisy threshold (Eckles et al. 2024); terms: study M25, M28, M39, M40,
             M46; sizes: assumption
    """
    n = agents.team.size
    after = agents.practises.copy()
    team_practising = shared.practising.copy()
    total = 0
    practising_ever = 0
    lead_practises = 0
    for i in range(n):
        total += after[i]
        if roster.role[i] != codes.NEVER:
            practising_ever += after[i]
    if roster.lead >= 0:
        lead_practises = after[roster.lead]
    h = contagion(p.adoption)
    reversible = p.adoption.form == codes.LOGISTIC
    sequential = p.adoption.updating == codes.SEQUENTIAL
    neighbours = agents.practising_neighbours.copy() if sequential else agents.practising_neighbours
    order = sequence(n, key, month) if sequential else np.arange(n)
    for k in range(n):
        i = order[k]
        g = agents.team[i]
        role = roster.role[i]
        was = agents.practises[i]
        formal = job_formality(role, p)
        degree = n - 1 if complete else int(work.indptr[i + 1]) - int(work.indptr[i])
        contacts = float(total - was) if complete else float(neighbours[i])
        if role != codes.NEVER:
            contacts += ambassador_contacts(
                role, was, i == roster.lead, lead_practises, practising_ever, lab_alive, roster.effort, p
            )
        u, u_kept = luck[i, 0], luck[i, 1]
        m, c = agents.motivation[i], agents.cynicism[i]
        if was and not agents.trial[i]:
            mates = teams.size[g] - 1
            around = (team_practising[g] - 1) / mates if mates > 0 else 0.0
            kept = role == codes.MEMBER and u_kept < roster.effort
            if (
                reversible
                and not kept
                and drops(
                    u, contacts, degree, shared.abandon[g], around, m, c, agents.skill[i], formal, h, p.abandonment
                )
            ):
                after[i] = 0
        else:
            takes = takes_up(
                u, contacts, degree, shared.adopt[g], m, c, agents.category[i], agents.neutral[i], agents.threshold[i],
                formal, h, p.adoption, p.voice,
            )  # fmt: skip
            after[i] = takes or (roster.joined[i] and u_kept < roster.effort)
        if sequential and after[i] != was:
            step = int(after[i]) - int(was)
            total += step
            if role != codes.NEVER:
                practising_ever += step
            if i == roster.lead:
                lead_practises = after[i]
            team_practising[g] += step
            for edge in range(work.indptr[i], work.indptr[i + 1]):
                neighbours[work.indices[edge]] += step
    return after


@rule
def sequence(n: int, key: Key, month: int) -> np.ndarray:
    """Return a random order of the agents for sequential updating [n, int64]."""
    luck = np.empty(n)
    for i in range(n):
        luck[i] = uniforms(key, phases.SEQUENCE, month, i)[0]
    return ranking(luck)

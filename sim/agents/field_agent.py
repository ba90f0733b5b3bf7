"""Field agents: the civil servants who deliver the service. They hear citizens, speak up, practise or not.

An agent *practises* when it regularly starts from what users live through to change its service.
"""

import math
from typing import NamedTuple

import numpy as np

from sim.core import codes, phases
from sim.core.compile import rule
from sim.core.draws import Key, uniforms
from sim.core.kernels import clip01
from sim.core.records import Flow, Levers, Table
from sim.networks.csr import Csr
from sim.networks.reporting import Tree, hops_to_common
from sim.population.units import Services, Teams


class FieldAgents(NamedTuple):
    """One row a post. Rows are contiguous by team. Columns named *_base are drawn once and never change."""

    team: np.ndarray  # int32
    service: np.ndarray  # int32
    category: np.ndarray  # uint8: A, B, C
    front: np.ndarray  # uint8: in contact with the public
    neutral: np.ndarray  # uint8: reads neutrality as abstention
    cross_tie: np.ndarray  # uint8: has a colleague in another service
    practises: np.ndarray  # uint8
    trial: np.ndarray  # uint8: practises for a month only, after a flash workshop
    practising_neighbours: np.ndarray  # int32: practitioners among its work ties
    threshold: np.ndarray  # 0..1 or count: used by the threshold form only
    role: np.ndarray  # uint8: never, member, former member of the programme
    recruited_month: np.ndarray  # int16, -1 = never
    released_month: np.ndarray  # int16, -1 = never
    motivation: np.ndarray  # 0..1
    motivation_base: np.ndarray  # 0..1
    cynicism: np.ndarray  # 0..1
    cynicism_base: np.ndarray  # 0..1
    skill: np.ndarray  # 0..1


class Said(NamedTuple):
    """What each agent brought up this month."""

    spoke: np.ndarray  # uint8 [n]
    kind: np.ndarray  # uint8 [n]: desk, quick, middle, political
    hops: np.ndarray  # uint8 [n]: posts it must pass


@rule
def legitimacy(category: int, voice: Levers) -> float:
    """How entitled an agent feels to speak (0..1): less in category C at meetings, equal in the field (study M13)."""
    if category == codes.CATEGORY_C and voice.mode == codes.MEETING:
        return voice.legitimacy_c
    return voice.legitimacy


@rule
def job_formality(role: int, p: Levers) -> float:
    """How far listening is written in the agent's job (0..1); at least `programme.protected` for members."""
    if role == codes.MEMBER:
        return max(p.formal.job, p.programme.protected)
    return p.formal.job


@rule
def speak(
    agents: FieldAgents,
    teams: Teams,
    managers: Table,
    services: Services,
    role: np.ndarray,
    heard_ratio: np.ndarray,
    active: bool,
    lab_alive: bool,
    luck: np.ndarray,
    key: Key,
    month: int,
    p: Levers,
) -> Said:
    """Each agent decides whether to bring an item up this month, and of which kind.

    Reads    agents.practises, .cynicism, .motivation [n, 0..1]; heard_ratio [services]: citizens' voices told there
             this month over their expected number
    Returns  Said; the item is first relayed next month
    Rule     lambda = [lambda0 (1-x) + lambdaP x] legitimacy (1 - 0.5 neutral (1-F_job)) (1 - 0.7 c) (0.5 + m)
             (0.7 + 0.3 min(3, heard)) (the last factor for agents in contact with the public); spoken with P = min(1,
             lambda).
             Kind: desk, quick, middle, political; a need across services climbs to the common superior, unless a
             colleague there, the lab or a joint space offers a way across; a share of items takes a short route
    Source   study M3, M13, M15, M2, R11, R12; lambda0 from suggestion systems; forms: assumption
    """
    n = agents.team.size
    said = Said(np.zeros(n, np.uint8), np.zeros(n, np.uint8), np.zeros(n, np.uint8))
    v = p.voice
    tree = Tree(managers.level, managers.parent, managers.span, teams.manager)
    ordinary = v.base * (p.programme.idea_factor if active else 1.0)
    for i in range(n):
        rate = v.practice if agents.practises[i] else ordinary
        rate *= legitimacy(agents.category[i], v)
        if agents.neutral[i]:
            rate *= 1.0 - v.neutrality_loss * (1.0 - job_formality(role[i], p))
        rate *= (1.0 - v.cynicism_loss * agents.cynicism[i]) * (0.5 + agents.motivation[i])
        if agents.front[i]:
            rate *= v.heard_base + v.heard_gain * min(v.heard_cap, heard_ratio[agents.service[i]])
        if luck[i, 3] >= rate:
            continue
        u_kind, u_cross, u_where, u_route = uniforms(key, phases.VOICE, month, i)
        said.spoke[i] = 1
        said.kind[i] = kind_of_item(u_kind, v)
        chain = teams.chain_length[agents.team[i]]
        hops = hops_to_decider(said.kind[i], chain)
        if said.kind[i] != codes.DESK and u_cross < v.cross_share and not lab_alive:
            # the same draw, stretched over [0, 1), tells whether a colleague across opens a way
            opens = agents.cross_tie[i] == 1 and u_cross / v.cross_share < p.hierarchy.transversality
            other = other_service(u_where, agents.service[i], services.size.size)
            if other >= 0 and not opens and u_route >= p.hierarchy.arena:
                hops = max(hops, hops_to_common(tree, agents.team[i], services.first_team[other]))
        if role[i] == codes.MEMBER:
            hops = min(hops, p.programme.effective_depth)
        # one draw for both ways round the line: the joint space from below, the short route from above
        if u_route > 1.0 - p.relay.bypass:
            hops = min(hops, p.relay.bypass_posts)
        said.hops[i] = hops
    return said


@rule
def kind_of_item(u: float, voice: Levers) -> int:
    """Draw the kind: solved at the desk (q0); else quick (q1), middle (q2) or political (the rest)."""
    if u < voice.desk_share:
        return codes.DESK
    rest = (u - voice.desk_share) / (1.0 - voice.desk_share)
    if rest < voice.quick_share:
        return codes.QUICK
    if rest < voice.quick_share + voice.middle_share:
        return codes.MIDDLE
    return codes.POLITICAL


@rule
def hops_to_decider(kind: int, chain: int) -> int:
    """Count the posts that an item of this kind must pass, on a chain of `chain` posts, to reach its decider."""
    if kind == codes.DESK:
        return 0
    if kind == codes.QUICK:
        return 1
    return (chain + 1) // 2 if kind == codes.MIDDLE else chain


@rule
def other_service(u: float, own: int, n_services: int) -> int:
    """Draw another service than one's own; -1 where there is none."""
    if n_services < 2:
        return -1
    other = int(u * (n_services - 1))
    return other + 1 if other >= own else other


class Mood(NamedTuple):
    """Motivation, cynicism and skill at the close of the month, and who left their post."""

    motivation: np.ndarray  # 0..1 [n]
    cynicism: np.ndarray  # 0..1 [n]
    skill: np.ndarray  # 0..1 [n]
    left: np.ndarray  # uint8 [n]


@rule
def feel(
    agents: FieldAgents,
    work: Csr,
    complete: bool,
    roster: Flow,
    reply: Flow,
    aborted: bool,
    members_here: Flow,
    luck: np.ndarray,
    month: int,
    p: Levers,
) -> Mood:
    """Each agent's motivation and cynicism follow what it lives through; some leave their post.

    Reads    agents.motivation, .cynicism, .practises; work ties; reply: answers to its items; roster: programme
    Returns  Mood
    Rule     m += mu_x x (1-m) - delta_m (m - m0) + eta_m (1-m) per accepted item - psi (1 - training) for untrained
             members, 6 months
             c += eta_c (mean c of neighbours - c) - delta_c (c - c0), times 0.95 per accepted item, 0.98 per
             team-mate's, then 1-c times the product of (1-k) over the month's shocks k (silence, abort, rivalry)
             leaves with 0.5 % a month, twice that for 24 months after the programme
    Source   study M9, M11, M16, M17, M52; Reichers, Wanous & Austin 1997 (signs); Repenning 2002 (results reinforce);
             sizes: assumption
    """
    n = agents.team.size
    mood = Mood(np.empty(n), np.empty(n), np.empty(n), np.zeros(n, np.uint8))
    skill_gain = p.mobility.skill_gain * roster.effort
    total = agents.cynicism.sum()
    for i in range(n):
        member = roster.role[i] == codes.MEMBER
        accepted = reply.accepted[i]
        stressed = member and month - roster.recruited_month[i] < p.motivation.stress_months
        mood.motivation[i] = next_motivation(
            agents.motivation[i], agents.motivation_base[i], agents.practises[i], accepted, stressed, p
        )
        if complete:
            around = (total - agents.cynicism[i]) / max(1, n - 1)
        else:
            around = mean_of_neighbours(
                agents.cynicism, work.indptr[i], work.indptr[i + 1], work.indices, agents.cynicism[i]
            )
        c = drawn(agents.cynicism[i], agents.cynicism_base[i], around, p.cynicism)
        c = relieved(c, accepted, reply.accepted_in_team[agents.team[i]] - accepted, p.decision)
        hope = 1.0 - c
        if reply.unanswered[i] > 0:
            hope *= math.pow(1.0 - p.decision.unanswered_cynicism, reply.unanswered[i])
        if aborted:
            hope *= abort_spared(roster.was_member[i], members_here.team[agents.team[i]] > 0, p)
        elif roster.active and not member and members_here.service[agents.service[i]] > 0:
            hope *= 1.0 - min(0.95, p.cynicism.rivalry)
        mood.cynicism[i] = clip01(1.0 - hope)
        mood.skill[i] = clip01(agents.skill[i] + (skill_gain * (1.0 - agents.skill[i]) if member else 0.0))
        rate = p.mobility.rate
        if agents.role[i] == codes.FORMER and month - agents.released_month[i] < p.mobility.ambassador_months:
            rate *= p.mobility.ambassador_factor
        if luck[i, 2] < rate:
            mood.left[i] = 1
    return mood


@rule
def next_motivation(m: float, base: float, practises: int, accepted: int, stressed: bool, p: Levers) -> float:
    """Motivation at the close (0..1): practice gives meaning, answers encourage, all else returns to the base."""
    change = p.motivation.return_rate * (base - m) + p.decision.motivation_gain * accepted * (1.0 - m)
    if practises:
        change += p.motivation.practice_gain * (1.0 - m)
    if stressed:
        change -= p.motivation.stress * (1.0 - p.programme.training)
    return clip01(m + change)


@rule
def mean_of_neighbours(values: np.ndarray, first: int, last: int, indices: np.ndarray, alone: float) -> float:
    """Mean of a column over the neighbours of one row; `alone` where it has none."""
    if last == first:
        return alone
    total = 0.0
    for edge in range(first, last):
        total += values[indices[edge]]
    return total / (last - first)


@rule
def drawn(c: float, base: float, around: float, cynicism: Levers) -> float:
    """Cynicism drawn towards that of the neighbours, and back to its base (0..1)."""
    return clip01(c + cynicism.imitation * (around - c) + cynicism.return_rate * (base - c))


@rule
def relieved(c: float, own: int, mates: int, decision: Levers) -> float:
    """Cynicism relieved by accepted items, one's own and the team's (0..1)."""
    if own > 0:
        c *= math.pow(1.0 - decision.cynicism_relief, own)
    if mates > 0:
        c *= math.pow(1.0 - decision.teammates_relief, mates)
    return c


@rule
def abort_spared(was_member: int, in_their_team: bool, p: Levers) -> float:
    """Share of hope left after an abort: every agent loses a little, team-mates more, members most (study M50, SF4)."""
    shock = p.cynicism.abort_shock
    spared = 1.0 - min(0.95, p.programme.abort_all)
    if was_member:
        return spared * (1.0 - min(0.95, 1.0 - (1.0 - shock) * (1.0 - shock)))
    if in_their_team:
        return spared * (1.0 - min(0.95, p.programme.abort_team * shock))
    return spared

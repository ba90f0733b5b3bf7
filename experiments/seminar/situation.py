"""What each role lives through in the month about to be lived, term by term, asked of the model's own rules.

Every number is a term of a decision of the model, signed so that more of it is more in favour of the role's verb: the
élu carries, the manager relays, the field agent practises. Nothing is written to, no draw is changed.
"""

from typing import NamedTuple

import numpy as np

from sim.agents import citizen, elu, field_agent, manager, practice
from sim.core import codes, phases
from sim.core.compile import rule
from sim.core.draws import Key, column
from sim.core.records import Flow
from sim.organisation import evidence, programme, workload
from sim.run import Live

AGENT_TERMS = ("manager", "sponsor", "results", "lab", "job", "peers", "meaning", "hope", "load", "skill")
MANAGER_TERMS = ("boss", "results", "sponsor", "absences", "role", "support")
ELU_TERMS = ("results", "involvement", "quality", "passed_by", "debate")
N_AGENT, N_MANAGER, N_ELU = len(AGENT_TERMS), len(MANAGER_TERMS), len(ELU_TERMS)


class Situation(NamedTuple):
    """One month, before it is lived."""

    take_up: np.ndarray  # log-odds [agents, terms]: of taking up the practice
    keep: np.ndarray  # log-odds [agents, terms]: of keeping it
    relay: np.ndarray  # log-odds [managers, terms]: towards which the stance moves
    carry: np.ndarray  # 0..1 [elus, terms]: of the support that the élu moves towards
    joined: np.ndarray  # uint8 [agents]: becomes a member this month
    leaves: np.ndarray  # uint8 [agents]: leaves the post at the close


def situation(live: Live) -> Situation:
    """What the month that `live` is about to live holds for each role."""
    plan, opened, key = live.reading()
    found: Situation = _situate(plan, live.networks, opened, key, live.month)
    return found


@rule
def _situate(plan: Flow, networks: Flow, world: Flow, key: Key, month: int) -> Situation:
    """Live the month up to the decisions, as `sim.month` does, and lay out their terms."""
    p, a = plan.levers[month], world.authority[0]
    agents, teams, services, managers, elus = (
        world.field_agents,
        world.teams,
        world.services,
        world.managers,
        world.elus,
    )
    lab_alive = a.lab == 1
    seats = elu.take_seats(elus, plan.mandates, month)
    stance = manager.present(managers, plan.direction.stance[month], plan.direction.is_new[month])
    demand = elu.political_signal(elus, seats, p.sponsorship)
    status = programme.steer(a, plan.launched, plan.money_stops[month], plan.calls, demand, key, month, p)
    called = plan.calls.people[month]
    roster = programme.convene(agents, teams, services, a, stance, status.status, status.starts, called, key, month, p)
    load = workload.bear(agents, teams, roster.role, roster.active, p)
    seen = evidence.perceive(services, teams, a.cases, p)
    signal = manager.pass_down(managers, stance, demand, p.hierarchy.signal_retention)
    practising = np.zeros(teams.first.size, np.int32)
    for i in range(agents.team.size):
        practising[agents.team[i]] += agents.practises[i]
    outlook = manager.look_below(managers, teams, load.tension, seen.service, practising)
    quality = citizen.mean_quality(world.citizens, int(a.n_districts))
    take_up, keep = _agents(
        agents, teams, networks, roster, lab_alive, stance, signal, load.overload, seen.team, practising, p
    )
    relay = _managers(managers, stance, outlook, seen.mean, seen.cases, demand, seats.involvement[0], p)
    carry = _elus(elus, seats, quality, seen.mean, a.evidence_at_start, p)
    return Situation(take_up, keep, relay, carry, roster.joined, _leaves(agents, key, month, p))


@rule
def _agents(
    agents: Flow,
    teams: Flow,
    networks: Flow,
    roster: Flow,
    lab_alive: bool,
    stance: np.ndarray,
    signal: np.ndarray,
    overload: np.ndarray,
    evidence_seen: np.ndarray,
    practising: np.ndarray,
    p: Flow,
) -> tuple[np.ndarray, np.ndarray]:
    """Terms of `practice.adoption_odds` and of minus `practice.abandonment_odds` [agents, terms]."""
    n = agents.team.size
    take_up, keep = np.zeros((n, N_AGENT)), np.zeros((n, N_AGENT))
    a, b = p.adoption, p.abandonment
    lab = p.formal.articulation if lab_alive else 0.0
    carried = _carried(agents, networks, roster, lab_alive, p)
    for i in range(n):
        g = agents.team[i]
        boss, heard = 2.0 * stance[teams.manager[g]] - 1.0, signal[teams.manager[g]]
        mates = teams.size[g] - 1
        around = (practising[g] - agents.practises[i]) / mates if mates > 0 else 0.0
        formal = field_agent.job_formality(roster.role[i], p)
        meaning = 2.0 * agents.motivation[i] - 1.0
        up, on = take_up[i], keep[i]
        up[0], on[0] = a.manager * boss, b.manager * boss
        up[1], on[1] = a.sponsor * heard, b.sponsor * heard
        up[2] = a.evidence * evidence_seen[g]
        up[3], on[3] = a.lab * lab, b.lab * lab
        up[4], on[4] = a.formal * formal, b.formal * formal
        if agents.neutral[i]:
            up[4] -= a.neutrality * (1.0 - formal)
        up[5], on[5] = a.peers * carried[i], b.peers * max(around, carried[i])
        up[6], on[6] = a.motivation * meaning, b.motivation * meaning
        up[7], on[7] = -a.cynicism * agents.cynicism[i], -b.cynicism * agents.cynicism[i]
        up[8], on[8] = -a.workload * overload[g], -b.workload * overload[g]
        on[9] = b.skill * agents.skill[i]
    return take_up, keep


@rule
def _carried(agents: Flow, networks: Flow, roster: Flow, lab_alive: bool, p: Flow) -> np.ndarray:
    """How far practising contacts carry each agent along, as `practice.decide` counts them [agents, 0..1]."""
    n, work = agents.team.size, networks.work
    carried, h = np.zeros(n), practice.contagion(p.adoption)
    total, ever, lead = 0, 0, 0
    for i in range(n):
        total += agents.practises[i]
        if roster.role[i] != codes.NEVER:
            ever += agents.practises[i]
    if roster.lead >= 0:
        lead = agents.practises[roster.lead]
    for i in range(n):
        was, role = agents.practises[i], roster.role[i]
        degree = n - 1 if networks.complete else int(work.indptr[i + 1]) - int(work.indptr[i])
        contacts = float(total - was) if networks.complete else float(agents.practising_neighbours[i])
        if role != codes.NEVER:
            contacts += practice.ambassador_contacts(
                role, was, i == roster.lead, lead, ever, lab_alive, roster.effort, p
            )
        carried[i] = practice.peer_pressure(contacts, degree, h)
    return carried


@rule
def _managers(
    managers: Flow,
    stance: np.ndarray,
    outlook: Flow,
    mean_evidence: float,
    cases: float,
    demand: float,
    involvement: float,
    p: Flow,
) -> np.ndarray:
    """Terms of `manager.stance_odds`, and of `manager.dgs_odds` for the last row [managers, terms]."""
    n, m = stance.size, p.management
    terms = np.zeros((n, N_MANAGER))
    for j in range(n):
        boss, z = managers.parent[j], terms[j]
        if boss < 0:
            z[1] = m.dgs_evidence * mean_evidence + m.dgs_cases * cases
            z[2] = m.dgs_sponsor * demand
            z[4] = -p.sponsorship.involvement_penalty if involvement > 0.8 else 0.0
            continue
        z[0] = m.boss * (2.0 * stance[boss] - 1.0)
        z[1] = m.evidence * outlook.evidence[j]
        z[2] = m.sponsor * demand
        z[3] = -m.tension * outlook.tension[j]
        z[4] = -m.role_threat * outlook.practice[j] * (1.0 - stance[boss])
        z[5] = m.formal * p.formal.project + m.training_gain * m.training
    return terms


@rule
def _elus(
    elus: Flow, seats: Flow, quality: np.ndarray, mean_evidence: float, evidence_at_start: float, p: Flow
) -> np.ndarray:
    """Terms of what each élu moves towards in `elu.reconsider`, conviction apart [elus, terms]."""
    s = p.sponsorship
    terms = np.zeros((elus.role.size, N_ELU))
    everywhere = quality.size - 1
    for e in range(elus.role.size):
        z = terms[e]
        own = elus.district[e] if elus.district[e] >= 0 else everywhere
        push = s.dispossession_push_district if elus.role[e] == codes.DISTRICT else s.dispossession_push
        z[0] = s.evidence_pull * (mean_evidence - evidence_at_start)
        z[1] = s.involvement_pull * seats.involvement[e]
        z[2] = s.quality_pull * (quality[own] - 0.75)
        z[3] = -push * seats.dispossession[e]
        z[4] = s.debate_pull * s.debate * elus.flexibility[e] + s.commitment
    return terms


@rule
def _leaves(agents: Flow, key: Key, month: int, p: Flow) -> np.ndarray:
    """Who leaves the post at the close of the month, by the draw that `field_agent.feel` makes [agents, uint8]."""
    n, m = agents.team.size, p.mobility
    luck = column(key, phases.AGENT_MONTH, month, n)
    leaves = np.zeros(n, np.uint8)
    for i in range(n):
        recent = agents.role[i] == codes.FORMER and month - agents.released_month[i] < m.ambassador_months
        if luck[i, 2] < (m.rate * m.ambassador_factor if recent else m.rate):
            leaves[i] = 1
    return leaves

"""The close of a month: the only place where stocks are written."""

import numpy as np

from sim.agents.citizen import Citizens
from sim.agents.elu import Elus
from sim.agents.field_agent import FieldAgents
from sim.core import codes
from sim.core.compile import page, rule
from sim.core.records import Flow, Levers, Row
from sim.networks.csr import Csr
from sim.organisation import items
from sim.organisation.evidence import renew
from sim.organisation.items import Items
from sim.population.units import Services, Teams
from sim.world import OLDEST_AGE_MONTHS, VOICE_WINDOW_MONTHS


@page
def close(m: int, stocks: Flow, networks: Flow, flows: Flow, log: Flow, p: Levers) -> None:
    """Commit the flows of month `m` to the stocks, and count what the log keeps of items and places."""
    tally_items(m, stocks.items, flows.fate.what, flows.said, log.answered_by_age, log.dropped_by_age)
    stocks.authority[0].n_items = items.advance(
        stocks.items,
        flows.fate.what.size,
        flows.fate,
        flows.said,
        flows.heard.teller,
        flows.turnout.joined,
        stocks.field_agents,
        stocks.teams,
        stocks.managers.parent,
        m,
    )
    close_field_agents(
        m,
        stocks.field_agents,
        networks.work,
        networks.complete,
        flows.practises,
        flows.trial,
        flows.roster,
        flows.mood,
        p.cynicism.newcomer,
    )
    close_services(
        stocks.services,
        flows.reply.service_evidence,
        flows.reply.done_in_service,
        flows.wins,
        flows.lab.wins,
        flows.waves,
        p,
    )
    close_teams(stocks.teams, flows.reply.team_evidence, flows.load.tension, p.evidence.decay)
    close_elus(stocks.elus, flows.elus, stocks.managers.stance, flows.stance)
    close_citizens(stocks.citizens, flows.judgement)
    stocks.voices.direct[m % VOICE_WINDOW_MONTHS, :] = flows.direct
    stocks.voices.told_elus[m % VOICE_WINDOW_MONTHS, :] = flows.heard.to_elus
    close_authority(
        m,
        stocks.authority[0],
        flows.status,
        flows.perceived.mean,
        flows.roster,
        flows.mood.left,
        flows.lab,
        p.programme.start_month,
    )
    close_history(m, stocks.authority[0], flows.end, flows.wins, flows.waves.improved, flows.second)
    close_cases(stocks.authority[0], flows.wins, flows.lab.wins, p.evidence.decay)
    count_by_service(stocks.field_agents.service, stocks.field_agents.practises, log.by_service[m])


@rule
def close_field_agents(
    m: int,
    agents: FieldAgents,
    work: Csr,
    complete: bool,
    practises: np.ndarray,
    trial: np.ndarray,
    roster: Flow,
    mood: Flow,
    newcomer: float,
) -> None:
    """Practice, role, mood of the agents; who leaves is replaced by a newcomer without practice or history."""
    for i in range(agents.team.size):
        before = agents.practises[i]
        after = practises[i]
        agents.trial[i] = 0
        if trial[i] and not after:
            after = 1
            agents.trial[i] = 1
        role = roster.role[i]
        if agents.role[i] != codes.FORMER and role == codes.FORMER:
            agents.released_month[i] = m
        agents.role[i] = role
        agents.recruited_month[i] = roster.recruited_month[i]
        agents.motivation[i] = mood.motivation[i]
        agents.cynicism[i] = mood.cynicism[i]
        agents.skill[i] = mood.skill[i]
        if mood.left[i]:
            after = 0
            agents.trial[i] = 0
            agents.role[i] = codes.NEVER
            agents.recruited_month[i] = -1
            agents.released_month[i] = -1
            agents.motivation[i] = agents.motivation_base[i]
            agents.cynicism[i] = newcomer
            agents.skill[i] = 0.0
        agents.practises[i] = after
        if after != before and not complete:
            step = 1 if after else -1
            for edge in range(work.indptr[i], work.indptr[i + 1]):
                agents.practising_neighbours[work.indices[edge]] += step


@rule
def close_services(
    services: Services,
    from_items: np.ndarray,
    done: np.ndarray,
    wins: np.ndarray,
    lab_wins: np.ndarray,
    waves: Flow,
    p: Levers,
) -> None:
    """Results, technical quality and criteria of services."""
    gained = from_items.copy()
    for s in range(services.size.size):
        gained[s] += p.evidence.win * (wins[s] + lab_wins[s]) + p.instrument.improvement_size * waves.improved[s]
        for _ in range(done[s]):
            services.quality[s] += p.citizens.quality_gain * (1.0 - services.quality[s])
        if waves.surveyed[s]:
            services.gap[s] *= 1.0 - p.citizens.explanation
    services.evidence[:] = renew(services.evidence, gained, p.evidence.decay)
    services.equipped_month[:] = waves.equipped_month


@rule
def close_teams(teams: Teams, from_items: np.ndarray, tension: np.ndarray, decay: float) -> None:
    """Results and tension of teams."""
    teams.evidence[:] = renew(teams.evidence, from_items, decay)
    teams.tension[:] = tension


@rule
def close_elus(elus: Elus, seats: Flow, stances: np.ndarray, stance: np.ndarray) -> None:
    """Support of elus, stance of managers."""
    elus.sponsorship[:] = seats.sponsorship
    elus.involvement[:] = seats.involvement
    elus.dispossession[:] = seats.dispossession
    stances[:] = stance


@rule
def close_citizens(citizens: Citizens, judgement: Flow) -> None:
    """Trust, judgement and waiting of citizens."""
    citizens.trust[:] = judgement.trust
    citizens.quality[:] = judgement.quality
    citizens.fatigue[:] = judgement.fatigue
    citizens.took_part[:] = judgement.took_part
    citizens.waits_for[:] = judgement.waits_for
    citizens.waits_since[:] = judgement.waits_since


@rule
def close_authority(
    m: int, a: Row, status: Flow, mean_evidence: float, roster: Flow, left: np.ndarray, lab: Flow, start_month: int
) -> None:
    """Programme and lab. Results are compared with those of the start month, also where no programme starts."""
    a.status = status.status
    a.low_months = status.low_months
    if status.ended or status.aborted:
        a.end_month = m
    if m == start_month:
        a.evidence_at_start = mean_evidence
    a.volunteers_at_start = roster.volunteers
    a.lead = -1 if roster.lead >= 0 and left[roster.lead] else roster.lead
    a.lab = lab.alive
    a.lab_opened = lab.opened
    a.lab_vote = lab.vote


@rule
def close_history(m: int, a: Row, end: int, wins: np.ndarray, improved: np.ndarray, second: int) -> None:
    """Dates that later months ask for: end of the first call, first visible result, second project."""
    if a.first_end < 0 and 0 <= end <= m:
        a.first_end = end
    if a.first_result < 0 and wins.sum() + improved.sum() > 0:
        a.first_result = m
    a.second_project = second


@rule
def close_cases(a: Row, wins: np.ndarray, lab_wins: np.ndarray, decay: float) -> None:
    """What the direction générale has been shown fades as results do; a month with results adds one case."""
    a.cases = (1.0 - decay) * a.cases + (1.0 if wins.sum() + lab_wins.sum() > 0 else 0.0)


@rule
def tally_items(
    m: int, pool: Items, what: np.ndarray, said: Flow, answered_by_age: np.ndarray, dropped_by_age: np.ndarray
) -> None:
    """Count by age the items that got a decision or were dropped (items solved at the desk: age 0)."""
    for k in range(what.size):
        age = min(OLDEST_AGE_MONTHS, m - pool.month[k])
        if what[k] == codes.ACCEPTED or what[k] == codes.REFUSED:
            answered_by_age[age] += 1
        elif what[k] == codes.DROPPED:
            dropped_by_age[age] += 1
    for i in range(said.spoke.size):
        if said.spoke[i] and said.kind[i] == codes.DESK:
            answered_by_age[0] += 1


@rule
def count_by_service(service: np.ndarray, practises: np.ndarray, row: np.ndarray) -> None:
    """Count the practitioners of each service."""
    for i in range(service.size):
        row[service[i]] += practises[i]

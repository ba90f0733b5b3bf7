"""The close of a month: the only place where the oracle's people change."""

from __future__ import annotations

from collections import Counter

from sim.core import codes
from tests.oracle import relay
from tests.oracle.flows import Flows
from tests.oracle.world import Now


def close(now: Now, flows: Flows) -> None:
    """Commit all the flows of the month."""
    now.world.items = relay.next_items(now, flows.fates, flows.said, flows.heard.teller, flows.joined)
    close_agents(now, flows)
    close_services(now, flows)
    close_teams(now, flows)
    close_politics(now, flows)
    close_citizens(now, flows)
    close_programme(now, flows)


def close_agents(now: Now, flows: Flows) -> None:
    """Practice, role and mood; who leaves is replaced by a newcomer without practice or history."""
    for agent, practises, mood in zip(now.world.agents, flows.practises, flows.moods, strict=True):
        role = flows.roster.role[agent.row]
        if agent.role != codes.FORMER and role == codes.FORMER:
            agent.released_month = now.month
        agent.trial = agent in flows.trials and not practises
        agent.practises = practises or agent.trial
        agent.role, agent.recruited_month = role, flows.roster.recruited_month[agent.row]
        agent.motivation, agent.cynicism, agent.skill = mood.motivation, mood.cynicism, mood.skill
        if mood.leaves:
            agent.practises = agent.trial = False
            agent.role, agent.recruited_month, agent.released_month = codes.NEVER, -1, -1
            agent.motivation, agent.cynicism, agent.skill = agent.motivation_base, now.levers.cynicism.newcomer, 0.0


def close_services(now: Now, flows: Flows) -> None:
    """Results fade and add up; quality grows with what is done; a wave of explanation closes the gap of criteria."""
    e, c = now.levers.evidence, now.levers.citizens
    shown = Counter([*flows.wins, *flows.lab.wins])
    for s in now.world.services:
        gained = flows.reply.service_evidence[s.row] + e.win * shown[s]
        gained += now.levers.instrument.improvement_size * flows.waves.improved[s.row]
        s.evidence = (1 - e.decay) * s.evidence + gained
        s.quality = 1 - (1 - s.quality) * (1 - c.quality_gain) ** flows.reply.done_in_service[s.row]
        if flows.waves.surveyed[s.row]:
            s.gap *= 1 - c.explanation
        s.equipped_month = flows.waves.equipped_month[s.row]


def close_teams(now: Now, flows: Flows) -> None:
    decay = now.levers.evidence.decay
    for team in now.world.teams:
        team.evidence = (1 - decay) * team.evidence + flows.reply.team_evidence[team.row]
        team.tension = flows.tension[team.row]


def close_politics(now: Now, flows: Flows) -> None:
    for elu, seat in zip(now.world.elus, flows.seats, strict=True):
        elu.sponsorship, elu.involvement, elu.dispossession = seat.sponsorship, seat.involvement, seat.dispossession
    for manager, stance in zip(now.world.managers, flows.stances, strict=True):
        manager.stance = stance


def close_citizens(now: Now, flows: Flows) -> None:
    for citizen, after in zip(now.world.citizens, flows.judged, strict=True):
        citizen.trust, citizen.quality, citizen.fatigue = after.trust, after.quality, after.fatigue
        citizen.took_part, citizen.waits_for, citizen.waits_since = after.took_part, after.waits_for, after.waits_since
    now.world.direct_voices[now.month] = flows.direct
    now.world.told_elus[now.month] = flows.heard.to_elus


def close_programme(now: Now, flows: Flows) -> None:
    stock, state, lab = now.world.programme, flows.state, now.world.lab
    stock.status, stock.end_month, stock.low_months = state.status, state.end_month, state.low_months
    lead = flows.roster.lead
    stock.lead = None if lead is None or flows.moods[lead.row].leaves else lead
    if now.month == now.levers.programme.start_month:
        stock.evidence_at_start = flows.average
    if stock.first_end < 0 and 0 <= flows.end <= now.month:
        stock.first_end = flows.end
    if stock.first_result < 0 and (flows.wins or any(flows.waves.improved)):
        stock.first_result = now.month
    stock.second_project = flows.second
    stock.cases = (1 - now.levers.evidence.decay) * stock.cases + bool(flows.wins or flows.lab.wins)
    if state.starts:
        stock.volunteers_at_start = flows.volunteers
    lab.alive, lab.opened, lab.vote = flows.lab.alive, flows.lab.opened, flows.lab.vote

"""One month, on one page: events, voice, relay, decision, reply, adoption, stance, close.

Every rule reads the stocks as they stood when the month opened and the flows above it, and returns a flow. Only `close`
writes. All feedback passes through a column from one month to the next.
"""

from typing import Any, NamedTuple

from sim.agents import citizen, elu, field_agent, manager, practice
from sim.close import close
from sim.core import phases
from sim.core.compile import page, rule
from sim.core.draws import Key, column
from sim.core.records import Flow
from sim.observation import observe
from sim.organisation import evidence, instrument, items, lab, money, programme, relaunch, results, workload


class Flows(NamedTuple):
    """All that happened this month, by the rule that made it."""

    seats: Any
    political_signal: Any
    status: Any
    roster: Any
    load: Any
    perceived: Any
    heard: Any
    direct: Any
    turnout: Any
    judgement: Any
    said: Any
    asked: Any
    fate: Any
    reply: Any
    wins: Any
    waves: Any
    lab: Any
    elus: Any
    stance: Any
    practises: Any
    trial: Any
    mood: Any
    spent: Any
    n_items: Any
    end: Any
    second: Any


@page
def month(m: int, key: Key, plan: Flow, networks: Flow, opened: Flow, stocks: Flow, log: Flow) -> None:
    """Live month `m`: read `opened`, write `stocks` (the same tables, read-only in an uncompiled run) and the log."""
    p = plan.levers[m]
    a = opened.authority[0]
    agents, teams, services = opened.field_agents, opened.teams, opened.services
    managers, elus, citizens = opened.managers, opened.elus, opened.citizens
    n_districts = int(a.n_districts)
    lab_alive = a.lab == 1

    luck = column(key, phases.AGENT_MONTH, m, agents.team.size)

    # events: who sits, who directs, where the programme stands
    seats = elu.take_seats(elus, plan.mandates, m)
    stance = manager.present(managers, plan.direction.stance[m], plan.direction.is_new[m])
    demand = elu.political_signal(elus, seats, p.sponsorship)
    status = programme.steer(a, plan.launched, plan.money_stops[m], plan.calls, demand, key, m, p)
    called = plan.calls.people[m]
    roster = programme.convene(agents, teams, services, a, stance, status.status, status.starts, called, key, m, p)
    here = programme.members_by_unit(agents, roster.was_member, teams.first.size, services.size.size)

    # what people live with and see: absences, results, the sponsor's signal
    load = workload.bear(agents, teams, roster.role, roster.active, p)
    seen = evidence.perceive(services, teams, a.cases, p)
    signal = manager.pass_down(managers, stance, demand, p.hierarchy.signal_retention)

    # citizens' voice, then agents' voice
    equipped = instrument.equipped_share(services)
    heard = citizen.tell(
        citizens,
        agents,
        services,
        networks.front_agents,
        a.inhabitants,
        n_districts,
        roster.active,
        equipped,
        key,
        m,
        p,
    )
    turnout = citizen.take_part(citizens, networks.social, n_districts, roster.active, key, m, p)
    direct = heard.to_practising + heard.direct + turnout.in_programme
    ratio = citizen.heard_ratio(heard.by_service, services.expected_voices)
    said = field_agent.speak(
        agents, teams, managers, services, roster.role, ratio, roster.active, lab_alive, luck, key, m, p
    )

    # relay, decision, reply
    n_items = int(a.n_items)
    moves = manager.relay(opened.items, n_items, managers, stance, demand, lab_alive, agents.team.size, key, m, p)
    fate = items.settle(opened.items, n_items, moves, teams, managers, stance, demand, agents, key, m, p)
    reply = items.answer(opened.items, n_items, fate, said, agents, teams, services.size.size, citizens.need.size, p)
    asked = items.asked_by(said, heard.teller, citizens.need.size)
    judgement = citizen.judge(citizens, services, turnout, reply.to_citizen, asked, demand, key, m, p)

    # results of the programme, of instruments and of the lab
    under_way = plan.calls.under_way[m]
    wins = results.win(roster, here, under_way, plan.lead_present[m], demand, key, m, p)
    wins += results.pilot(plan.pilots[m], here, key, m)
    trial = results.flash(agents, roster, key, m, p)
    waves = instrument.survey(services, roster.active, stance[stance.size - 1], demand, key, m, p)
    end = programme.planned_end(a, status, m, p)
    cynicism = agents.cynicism.sum() / agents.cynicism.size
    lab_month = lab.run_lab(
        a, services, end, plan.mandates.merger[m], demand, stance[stance.size - 1], seen.mean, cynicism, key, m, p
    )

    # elus and managers reconsider; agents adopt, keep or abandon
    share = elu.direct_share(opened.voices.direct, opened.voices.told_elus)
    quality = citizen.mean_quality(citizens, n_districts)
    seats_after = elu.reconsider(elus, seats, share, quality, seen.mean, a.evidence_at_start, p)
    climate = practice.climate(agents, teams, stance, signal, load.overload, seen.team, lab_alive, p)
    outlook = manager.look_below(managers, teams, load.tension, seen.service, climate.practising)
    stance_after = manager.reconsider(
        managers,
        stance,
        outlook,
        seen.mean,
        seen.cases,
        demand,
        seats.involvement[0],
        a,
        plan.direction.disposition[m],
        status.aborted,
        p,
    )
    practises = practice.decide(
        agents, teams, networks.work, networks.complete, climate, roster, lab_alive, luck, key, m, p
    )
    mood = field_agent.feel(agents, networks.work, networks.complete, roster, reply, status.aborted, here, luck, m, p)
    spent = money.spend(roster, under_way, lab_month.alive, waves, plan.spending, m, p)
    second = relaunch.open_second(a, status.status, agents, teams, stance, seen.cases, key, m, p)

    flows = Flows(
        seats, demand, status, roster, load, seen, heard, direct, turnout, judgement, said, asked, fate, reply, wins,
        waves, lab_month, seats_after, stance_after, practises, trial, mood, spent, n_items, end, second,
    )  # fmt: skip
    before = agents.practises.copy()
    close(m, stocks, networks, flows, log, p)
    observe(log.monthly[m], flows, stocks, before)


@rule
def run_months(
    first: int, last: int, key: Key, plan: Flow, networks: Flow, opened: Flow, stocks: Flow, log: Flow
) -> int:
    """Live months first .. last - 1; stop early where the item pool might overflow. Returns the month reached."""
    for m in range(first, last):
        if stocks.authority[0].n_items + stocks.field_agents.team.size > stocks.items.author.size:
            return m
        month(m, key, plan, networks, opened, stocks, log)
    return last

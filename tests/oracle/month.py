"""One month of the oracle: the order of events, then the close. Each rule reads the stocks as the month opened."""

from __future__ import annotations

from typing import Any

from sim.core import codes
from tests.oracle import (
    citizens,
    evidence,
    instrument,
    lab,
    management,
    money,
    people,
    politics,
    practice,
    programme,
    relay,
    voice,
)
from tests.oracle.close import close
from tests.oracle.flows import Flows
from tests.oracle.numbers import mean
from tests.oracle.record import columns
from tests.oracle.reorganisation import reorganise
from tests.oracle.world import Luck, Now, World, levers_of


def live_month(world: World, month: int, plan: Any, luck: Luck) -> dict[str, float]:
    """Live one month; return what the product writes down of it."""
    now = Now(world, month, levers_of(plan.levers[month]), plan, luck)
    if plan.depths[month]:
        reorganise(now, int(plan.depths[month]))
    before = [agent.practises for agent in world.agents]
    flows = what_happens(now)
    close(now, flows)
    return columns(now, flows, before)


def what_happens(now: Now) -> Flows:
    """All the flows of a month, each from the stocks of the opening and the flows above it."""
    world = now.world

    # events and programme
    seats = politics.take_seats(now)
    stances = management.present_stances(now)
    demand = politics.political_signal(now, seats)
    state = programme.steer(now, demand)
    roster = programme.convene(now, state, stances)
    active = roster.active

    # workload and perception
    overload, tension = evidence.bear(now, roster.role)
    seen, seen_in_team, average = evidence.perceive(now)
    signal = [management.signal_at(now, team.manager, demand, stances) for team in world.teams]

    # citizens
    heard = citizens.tell(now, active)
    joined, is_open = citizens.take_part(now, active)
    direct = citizens.passing_by(now, heard, joined, active)

    # voice, relay, decision, answers
    said = voice.speak(now, roster.role, citizens.ratio_heard(now, heard), active)
    fates = [relay.fate_of(now, item, stances, demand) for item in world.items]
    reply = relay.answer(now, fates, said)
    asked = relay.asked(now, said, heard.teller)
    judged = [
        citizens.judge(
            now, q, joined[q.row], is_open[q.district], reply.to_citizen.get(q, codes.NO_ANSWER), q in asked, demand
        )
        for q in world.citizens
    ]

    # results: programme, workshops, instrument, lab
    wins = programme.win(now, roster, demand) + programme.pilot(now, roster)
    trials = programme.flash(now, roster)
    waves = instrument.survey(now, active, stances[-1], demand)
    end = programme.planned_end(now, state)
    cynicism = mean(agent.cynicism for agent in world.agents)
    lab_month = lab.live(now, end, demand, stances[-1], average, cynicism)

    # politics, managers, agents
    seats_after = politics.reconsider(now, seats, average)
    head = seats[0].involvement
    stances_after = management.reconsider(now, stances, demand, head, tension, seen, average, state.aborted)
    around = practice.Surroundings([stances[t.manager.row] for t in world.teams], signal, overload, seen_in_team)
    practises = practice.decide(now, roster, around)
    moods = [people.feel(now, agent, roster, reply, state.aborted) for agent in world.agents]
    spent = money.spend(now, roster, lab_month.alive, waves)
    volunteers = programme.volunteers(now, stances)
    second = programme.second_project(now, state, stances, management.shown_cases(now), volunteers)

    return Flows(
        demand, state, roster, overload, tension, average, heard, joined, direct, said, fates, reply, judged, wins,
        trials, waves, lab_month, seats_after, stances_after, practises, moods, spent, volunteers, end, second,
    )  # fmt: skip

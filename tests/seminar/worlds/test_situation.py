"""The terms that reasons are read from are those of the model's own decisions: their sums are its log-odds."""

import numpy as np
import pytest

from experiments.seminar import reasons
from experiments.seminar.cases import open_case
from experiments.seminar.question import Question, plan_for
from experiments.seminar.reasons import CODES, codes_of
from experiments.seminar.situation import situation
from sim.agents import elu, field_agent, manager, practice
from sim.core import codes
from sim.run import Live

MONTHS = (0, 20, 60)


STRUCTURES = (0, 1, 2, 3)
"""Simulations that have the four forms of contagion in turn."""


def opening_of(simulation, month):
    """A run about to live a month: the run, the levers of the month, the stocks at its opening."""
    case = open_case("fictional_epci")
    plan = plan_for(case, Question(case.id))
    live = Live(plan.config(0, simulation), plan.seed(simulation))
    live.advance(month)
    told, opened, _ = live.reading()
    return live, told.levers[month], opened


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize("simulation", STRUCTURES)
def test_terms_add_up_to_the_decisions_of_the_model(simulation, month):
    live, p, world = opening_of(simulation, month)
    found, agents, a, b = situation(live), world.field_agents, p["adoption"], p["abandonment"]
    for i in range(0, agents.team.size, 37):
        formal = field_agent.job_formality(agents.role[i], p)
        shared, carried = a["intercept"] + found.take_up[i, [0, 1, 2, 3, 8]].sum(), found.take_up[i, 5] / a["peers"]
        mood = agents.motivation[i], agents.cynicism[i]
        told = practice.adoption_odds(
            shared, carried, *mood, agents.category[i], agents.neutral[i], formal, a, p["voice"]
        )
        entitled = field_agent.legitimacy(agents.category[i], p["voice"])
        assert found.take_up[i].sum() + a["intercept"] - a["legitimacy"] * (1 - entitled) == pytest.approx(told)
        shared, carried = b["intercept"] - found.keep[i, [0, 1, 3, 8]].sum(), found.keep[i, 5] / b["peers"]
        told = practice.abandonment_odds(shared, carried, *mood, agents.skill[i], formal, b)
        assert b["intercept"] - found.keep[i].sum() == pytest.approx(told)


@pytest.mark.parametrize("month", MONTHS)
def test_what_a_team_shares_is_what_reaches_it(month):
    live, p, world = opening_of(0, month)
    found, agents, teams = situation(live), world.field_agents, world.teams
    seats = elu.take_seats(world.elus, live.plan.mandates, month)
    stance = manager.present(world.managers, live.plan.direction.stance[month], live.plan.direction.is_new[month])
    demand = elu.political_signal(world.elus, seats, p["sponsorship"])
    signal = manager.pass_down(world.managers, stance, demand, p["hierarchy"]["signal_retention"])
    boss = teams.manager[agents.team]
    assert found.take_up[:, 0] == pytest.approx(p["adoption"]["manager"] * (2 * stance[boss] - 1))
    assert found.take_up[:, 1] == pytest.approx(p["adoption"]["sponsor"] * signal[boss])


@pytest.mark.parametrize("month", MONTHS)
def test_what_managers_move_towards_is_the_sum_of_their_terms(month):
    live, p, world = opening_of(0, month)
    found, before, m = situation(live), world.managers.stance.copy(), p["management"].copy()
    intercept = float(world.authority["stance_intercept"][0])
    direction = float(live.plan.direction.disposition[month])
    live.advance(month + 1)
    z = found.relay.sum(axis=1) + intercept + m["shift"]
    z[-1] = found.relay[-1].sum() + direction
    after = np.clip(before + m["rate"] * (1 / (1 + np.exp(-z)) - before), 0, 1)
    assert live.world.managers.stance == pytest.approx(after)


@pytest.mark.parametrize("month", MONTHS)
def test_what_élus_move_towards_is_their_conviction_and_the_sum_of_their_terms(month):
    live, p, world = opening_of(0, month)
    found, s = situation(live), p["sponsorship"].copy()
    seats = elu.take_seats(world.elus, live.plan.mandates, month)
    rate = np.where(world.elus.role == codes.DISTRICT, s["drift_district"], s["drift"])
    wanted = np.clip(seats.conviction + found.carry.sum(axis=1), 0, 1)
    live.advance(month + 1)
    assert live.world.elus.sponsorship == pytest.approx(seats.sponsorship + rate * (wanted - seats.sponsorship))


def test_a_reason_is_what_moved_most_else_what_stands_highest():
    before = np.zeros((3, 10))
    now = before.copy()
    now[0, 5] = 0.4
    now[1, 6] = 0.05
    now[2] = -0.5
    first = CODES["takes_up.manager"]
    assert codes_of(reasons.TAKES_UP, now, before).tolist() == [first + 5, CODES["ordinary"], CODES["ordinary"]]
    standing = np.full((1, 10), 0.2)
    standing[0, 2] = 0.9
    assert codes_of(reasons.TAKES_UP, standing, standing).tolist() == [first + 2]
    lost = before.copy()
    lost[0, 1] = -0.3
    assert codes_of(reasons.STOPS, lost, before)[:1].tolist() == [CODES["stops.sponsor"]]
    assert codes_of(reasons.STOPS, before, before).tolist() == [CODES["habit"]] * 3

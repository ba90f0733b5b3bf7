"""How far a lever reaches: the change of log-odds that it makes, at full strength, in each decision of the model.

Direct change: that which this month's equations make of the keys it moves, at reference states, without waiting for
anything that builds up (results, practice, motivation, cynicism, trust). Feelings of elus are taken at rest: a lever
that acts through them would otherwise show nothing. What a lever does later, through what it makes happen, is for runs
to say; one that acts on voice, routes, answers or results moves no logit by itself and has a reach of zero.
"""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np

from sim.agents import citizen, elu, field_agent, manager, practice
from sim.agents.elu import Elus, Seats
from sim.agents.field_agent import FieldAgents
from sim.agents.manager import Managers
from sim.config import Config, resolved
from sim.core import codes
from sim.core.compile import rule
from sim.core.kernels import effort
from sim.core.records import Levers, by_attribute
from sim.core.text import Text
from sim.organisation import evidence, lab, workload
from sim.population.units import Services, Teams
from sim.scenarios.intervention import find
from sim.timeline.draft import open_draft

ADOPTION_BOUND = 1.5
"""Log-odds that a lever may move at most in adoption and abandonment together (absolute values added)."""

BOUND = 2.5
"""The same over all decisions."""

TOGETHER_BOUND = 4.0
"""Log-odds of adoption and abandonment that all levers together may move at most."""

DECISIONS: dict[str, Text] = {
    "adopt": Text("commencer à pratiquer", "begin to practise"),
    "abandon": Text("cesser de pratiquer", "stop practising"),
    "pass": Text("faire passer une remontée", "pass an item on"),
    "manager": Text("posture d'un manager", "stance of a manager"),
    "dgs": Text("posture de la direction générale", "stance of the direction générale"),
    "lab_opening": Text("ouverture du labo", "opening of the lab"),
    "lab_closure": Text("fermeture du labo", "closure of the lab"),
    "join": Text("répondre à une offre de participation", "join a participatory offer"),
}
"""Decisions taken by a logit, in the order of the month."""


@dataclass(frozen=True)
class State:
    """A situation in which reach is read.

    Attributes:
        stance: of all managers, the DGS included (0..1).
        results: stock of visible results of the first service; the second has none.
        active: the programme runs, and one agent of the first team is away for it.
        lab_alive: a lab is open.
        passing_by: share of citizens' voice that passes the elus by.
    """

    stance: float
    results: float
    active: bool
    lab_alive: bool
    passing_by: float


STATES = (
    State(stance=0.42, results=0.0, active=False, lab_alive=False, passing_by=0.1),
    State(stance=0.42, results=2.0, active=True, lab_alive=False, passing_by=0.5),
    State(stance=0.6, results=2.0, active=False, lab_alive=True, passing_by=0.3),
)
"""Before, during and after a programme; sponsorship and the rest are the configuration's defaults."""

_TEAM = 9
_CITIZEN_TRUST, _CITIZEN_TIES, _MEAN_CYNICISM, _BUDGET_EUR = 0.6, 8, 0.3, 1e8


class Odds(NamedTuple):
    """Log-odds of each decision in one state."""

    adopt: np.ndarray  # [agents]
    abandon: np.ndarray  # [agents]
    relay: np.ndarray  # [managers]
    manager: np.ndarray  # [managers]
    others: np.ndarray  # DGS, opening and closure of the lab, joining an offer


def reach(name: str) -> dict[str, float]:
    """Change of log-odds, by decision, of the intervention `name` at full strength: the largest over states and people.

    An event moves states, not keys: its reach is zero everywhere.
    """
    return reach_of((name,))


def reach_of(names: tuple[str, ...]) -> dict[str, float]:
    """Return the same for several interventions together."""
    draft = open_draft(_reference(), 1)
    for name in names:
        intervention = find(name)
        if intervention.kind == "lever":
            intervention.apply(draft, 0, 1, 1.0)
    usual = open_draft(_reference(), 1).levers
    found = dict.fromkeys(DECISIONS, 0.0)
    for state in STATES:
        with_it, without = odds(draft.levers, state), odds(usual, state)
        for decision, change in zip(DECISIONS, _changes(with_it, without), strict=True):
            found[decision] = max(found[decision], change, key=abs)
    return found


def total(found: dict[str, float], *decisions: str) -> float:
    """Add up the absolute changes of some decisions, of all by default."""
    return float(sum(abs(found[decision]) for decision in decisions or DECISIONS))


@cache
def _reference() -> Config:
    return resolved(Config())


def _changes(with_it: Odds, without: Odds) -> list[float]:
    """Largest change of each decision, in the order of DECISIONS."""
    changes = [a - b for a, b in zip(with_it, without, strict=True)]
    largest = [float(change[np.argmax(np.abs(change))]) for change in changes[:-1]]
    return [*largest, *(float(change) for change in changes[-1])]


def odds(levers: np.ndarray, state: State) -> Odds:
    """Log-odds of each decision under one row of levers [1], in one state."""
    rested = levers.copy()
    for key in ("drift", "drift_district", "dispossession_rate"):
        rested["sponsorship"][key] = 1.0
    teams, services = _units(state)
    return _odds(
        by_attribute(rested),
        _agents(state),
        teams,
        services,
        _managers(state),
        _elus(),
        np.full(2, state.passing_by),
        state.active,
        state.lab_alive,
    )


@rule
def _odds(
    levers: Levers,
    agents: FieldAgents,
    teams: Teams,
    services: Services,
    managers: Managers,
    elus: Elus,
    passing_by: np.ndarray,
    active: bool,
    lab_alive: bool,
) -> Odds:
    """Log-odds of each decision, by the very rules of the month; the levers let elus come to rest in one month."""
    p = levers[0]
    seen = evidence.perceive(services, teams, 0.0, p)
    quality = np.full(2, 0.75)
    seats = Seats(elus.sponsorship, elus.sponsorship, elus.involvement, elus.dispossession)
    for _ in range(2):  # dispossession, then what it does to sponsorship
        seats = elu.reconsider(elus, seats, passing_by, quality, seen.mean, seen.mean, p)
    demand = elu.political_signal(elus, seats, p.sponsorship)
    signal = manager.pass_down(managers, managers.stance, demand, p.hierarchy.signal_retention)
    load = workload.bear(agents, teams, agents.role, active, p)
    shared = practice.climate(agents, teams, managers.stance, signal, load.overload, seen.team, lab_alive, p)
    below = manager.look_below(managers, teams, load.tension, seen.service, shared.practising)
    n, posts = agents.team.size, managers.parent.size
    found = Odds(np.zeros(n), np.zeros(n), np.zeros(posts), np.zeros(posts), np.zeros(4))
    h = practice.contagion(p.adoption)
    days = effort(p.cost.agent_days_per_month, p.cost.effort_scale_days)
    for i in range(n):
        contacts = float(agents.practising_neighbours[i])
        if agents.role[i] != codes.NEVER:
            contacts += practice.ambassador_contacts(agents.role[i], 0, False, 0, 20, lab_alive, days, p)
        carried = practice.peer_pressure(contacts, _TEAM, h)
        formal, team = field_agent.job_formality(agents.role[i], p), agents.team[i]
        m, c = agents.motivation[i], agents.cynicism[i]
        found.adopt[i] = practice.adoption_odds(
            shared.adopt[team], carried, m, c, agents.category[i], agents.neutral[i], formal, p.adoption, p.voice
        )
        found.abandon[i] = practice.abandonment_odds(
            shared.abandon[team], carried, m, c, agents.skill[i], formal, p.abandonment
        )
    for j in range(posts):
        found.relay[j] = manager.passing_odds(managers.stance[j], managers.overload[j], demand, lab_alive, p)
        if managers.parent[j] >= 0:
            found.manager[j] = manager.stance_odds(
                0.0, managers.stance[managers.parent[j]], below.evidence[j], below.tension[j], below.practice[j],
                demand, p,
            )  # fmt: skip
    found.others[0] = manager.dgs_odds(0.0, demand, seen.mean, seen.cases, seats.involvement[0], p)
    found.others[1] = lab.opening_odds(demand, managers.stance[posts - 1], seen.mean, _MEAN_CYNICISM, _BUDGET_EUR, p)
    found.others[2] = lab.closing_odds(demand, seen.mean, p)
    salience = p.programme.salience if active else 0.0
    found.others[3] = citizen.joining_odds(_CITIZEN_TRUST, 0, _CITIZEN_TIES, 0.0, salience, p.citizens)
    return found


def _agents(state: State) -> FieldAgents:
    """Two teams of nine: each category, neutral or not; the first of each team takes part, or took part."""
    n = 2 * _TEAM
    first = np.arange(n) % _TEAM == 0
    ones, zeros, never = np.ones(n), np.zeros(n, np.uint8), np.full(n, -1, np.int16)
    practises = zeros.copy()
    practises[_TEAM - 1] = 1
    return FieldAgents(
        team=(np.arange(n) // _TEAM).astype(np.int32),
        service=(np.arange(n) // _TEAM).astype(np.int32),
        category=(np.arange(n) % 3).astype(np.uint8),
        front=zeros,
        neutral=(np.arange(n) // 3 % 2).astype(np.uint8),
        cross_tie=zeros,
        practises=practises,
        trial=zeros,
        practising_neighbours=np.where(np.arange(n) < _TEAM, 1, 0).astype(np.int32),
        threshold=ones,
        role=np.where(first, codes.MEMBER if state.active else codes.FORMER, codes.NEVER).astype(np.uint8),
        recruited_month=never,
        released_month=never,
        motivation=0.55 * ones,
        motivation_base=0.55 * ones,
        cynicism=_MEAN_CYNICISM * ones,
        cynicism_base=_MEAN_CYNICISM * ones,
        skill=0.0 * ones,
    )


def _units(state: State) -> tuple[Teams, Services]:
    """Two services of one team each; visible results in the first one."""
    two, rows = np.full(2, _TEAM, np.int32), np.arange(2, dtype=np.int32)
    results = np.array([state.results, 0.0])
    teams = Teams(_TEAM * rows, two, rows, rows, np.full(2, 4, np.int32), results.copy(), np.zeros(2))
    services = Services(
        size=two,
        first_team=rows,
        first_front=rows,
        n_front=np.zeros(2, np.int32),
        expected_voices=np.zeros(2),
        quality=np.full(2, 0.85),
        gap=np.full(2, 0.1),
        evidence=results,
        equipped_month=np.full(2, -1, np.int16),
    )
    return teams, services


def _managers(state: State) -> Managers:
    """Two team leaders under a head of service, a director and the DGS."""
    return Managers(
        level=np.array([1, 1, 2, 3, 4], np.uint8),
        parent=np.array([2, 2, 3, 4, -1], np.int32),
        span=np.array([_TEAM, _TEAM, 2, 1, 1], np.int32),
        agents_below=np.array([_TEAM, _TEAM, 2 * _TEAM, 2 * _TEAM, 2 * _TEAM], np.int32),
        overload=np.zeros(5),
        stance=np.full(5, state.stance),
    )


def _elus() -> Elus:
    """The head, an elu in charge of a theme, an elu of a district, as the reference configuration has them."""
    s = _reference().sponsorship
    assert s.thematic is not None
    return Elus(
        role=np.array([codes.MAYOR, codes.THEMATIC, codes.DISTRICT], np.uint8),
        district=np.array([-1, -1, 0], np.int32),
        flexibility=np.full(3, 0.5),
        sponsorship=np.array([s.level, s.thematic, s.district]),
        involvement=np.array([s.involvement, 0.5 * s.involvement, s.involvement_district]),
        dispossession=np.zeros(3),
    )

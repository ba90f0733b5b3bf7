"""Four screens on paper, for the day the projector dies: one simulation of a world at two dates, and its curve."""

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments.figures.printed import ACTS as ACTING
from experiments.figures.printed import STOPPED as STOPPING
from experiments.figures.printed import WAITS, Curve, Row, States, draw_curve, draw_people
from experiments.language import Words, number
from experiments.seminar.cases import SIMULATIONS
from experiments.seminar.coding import array_of, states_of
from experiments.seminar.kit.measuring import label, measured
from experiments.seminar.kit.situation import cases, half_way, situations
from experiments.seminar.question import Question
from experiments.seminar.strip import ACTS, STOPPED
from experiments.seminar.words import capital
from experiments.seminar.worlds import world_of

BEFORE, AFTER = 0, 1
SCREENS = (("mayor_leaves", BEFORE), ("alternance", BEFORE), ("alternance", AFTER), ("two_more_levels", AFTER))
"""Situation and world of each screen: one case, one simulation, hence the same people and the same luck."""
NO_SERVICE, AGENTS = -1, 3


@dataclass(frozen=True)
class Screen:
    """One screen: which world, which of its simulations, and what is drawn.

    Attributes:
        name: of the situation.
        rank: 0 for its first world, 1 for the second.
        simulation: the one that is drawn.
        verdict: how it ends.
        dates: the months that are drawn: half-way through the programme, and the last one read.
        practising: field agents who practise at each date; `agents`: how many there are.
        ends: share of field agents who practise in the first month, in the last, and there without the programme.
        citizen_stride: one simulated citizen in how many is drawn.
        people: the picture of everybody; `curve`: that of practice; both SVG.
    """

    name: str
    rank: int
    simulation: int
    verdict: str
    dates: tuple[int, int]
    practising: tuple[int, int]
    agents: int
    ends: tuple[float, float, float]
    citizen_stride: int
    people: str
    curve: str


@cache
def screen(name: str, rank: int, lang: str) -> Screen:
    """Live one simulation of a world, and draw it in a language."""
    say = Words(lang)
    asked = situations()[name].questions()[rank]
    case, simulation = cases()[asked.case], shown()
    world, layout = _played(asked, simulation)
    dates = (half_way(case), world["read_at"][-1])
    rows = _rows(world, layout, dates, say)
    span = (case.start_month, case.start_month + case.config.programme.duration_months)
    first, last = (int((state == ACTING).sum()) for state in rows[AGENTS].states)
    titles = tuple(capital(say("kit.month", month=month)) for month in dates)
    return Screen(
        name,
        rank,
        simulation,
        world["verdict"],
        dates,
        (first, last),
        rows[AGENTS].service.size,
        (world["curve"][0], world["curve"][-1], world["twin"][-1]),
        layout["citizen_stride"],
        draw_people(rows, len(layout["services"]), titles),
        draw_curve(_curve(asked, world, span, dates, say), partial(_percent, say)),
    )


@cache
def _played(asked: Question, simulation: int) -> tuple[dict[str, Any], dict[str, Any]]:
    return world_of(cases()[asked.case], replace(asked, simulation=simulation))


@cache
def shown() -> int:
    """The number of the simulation of all screens: in each world, as far as one does, it ends as most of them do."""
    worlds = [measured()[label(situations()[name].questions()[rank])].letters for name, rank in SCREENS]
    usual = [Counter(letters).most_common(1)[0][0] for letters in worlds]
    alike = [sum(letters[at] == most for letters, most in zip(worlds, usual, strict=True)) for at in range(SIMULATIONS)]
    return alike.index(max(alike))


def _percent(say: Words, share: float) -> str:
    return say("kit.percent", n=number(100 * share, say.lang))


def _rows(world: dict[str, Any], layout: dict[str, Any], dates: tuple[int, int], say: Words) -> list[Row]:
    """Élus, direction (above the services), managers, field agents, citizens."""
    states = states_of(world)[list(dates)]
    drawn = np.where(states & ACTS, ACTING, np.where(states & STOPPED, STOPPING, WAITS)).astype(np.uint8)
    counts = layout["rows"]
    ends = np.cumsum([counts[role] for role in ("elu", "manager", "field_agent", "citizen")])
    elus, managers, agents, citizens = np.split(np.arange(ends[-1]), ends[:-1])
    service = array_of(layout["manager"]["service"], "i2").astype(np.int64)
    above = service == NO_SERVICE

    def row(role: str, people: NDArray[np.int64], of: NDArray[Any]) -> Row:
        at: tuple[States, ...] = tuple(drawn[date, people] for date in range(len(dates)))
        return Row(say(f"kit.role.{role}"), of.astype(np.int64), at)

    return [
        row("elu", elus, np.full(elus.size, NO_SERVICE)),
        row("direction", managers[above], service[above]),
        row("manager", managers[~above], service[~above]),
        row("field_agent", agents, array_of(layout["field_agent"]["service"], "u2")),
        row("citizen", citizens, array_of(layout["citizen"]["service"], "u2")),
    ]


def _curve(
    asked: Question, world: dict[str, Any], programme: tuple[int, int], dates: tuple[int, int], say: Words
) -> Curve:
    low, _, high = (np.array(line) for line in measured()[label(asked)].band)
    notes = (say("kit.curve.this"), say("kit.curve.twin"), say("kit.curve.band"))
    return Curve(
        np.array(world["curve"]), np.array(world["twin"]), low, high, programme, dates, say("kit.curve.months"), notes
    )

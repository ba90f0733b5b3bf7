"""The positions of a pack: three of each of three levers, without an event and with one of four."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Any, NamedTuple

from experiments.seminar.cases import FIRST, SIMULATIONS, Case, open_cases
from experiments.seminar.events import event_kinds
from experiments.seminar.question import Event, Question

SPONSORSHIP, DEPTH, STANCE = "sponsorship.level", "hierarchy.depth", "management.stance"
LOW_SPONSORSHIP, HIGH_SPONSORSHIP = 0.3, 0.9
LOW_DEPTH, HIGH_DEPTH, HIGH_DEPTH_SMALL, SMALL = 2, 6, 5, 300
"""Levels of the outer positions; the highest one of an authority of fewer field agents than `SMALL`."""
LOW_STANCE, HIGH_STANCE = 0.3, 0.7
EVENTS = ("head_leaves", "alternance", "dgs_leaves", "budget_cut")


class Position(NamedTuple):
    """One position of one case.

    Attributes:
        name: of its data block.
        case: the case.
        levers: the value of every lever of the pack, by key.
        events: none, or one.
    """

    name: str
    case: Case
    levers: tuple[tuple[str, float], ...]
    events: tuple[Event, ...]

    def question(self, simulation: int = 0) -> Question:
        """What a trainer asks there: the levers that stand elsewhere than the case has them."""
        own = self.case.levers
        moved = tuple(sorted((key, value) for key, value in self.levers if value != own[key]))
        return Question(self.case.id, moved, self.events, simulation)

    @property
    def is_own(self) -> bool:
        """Whether it is the case as it stands."""
        return self.question() == Question(self.case.id)


@dataclass(frozen=True)
class Grid:
    """What a pack holds.

    Attributes:
        cases: in order.
        events: names of the events that may be dropped.
        simulations: over which shares are counted.
        sponsorship_only: depth and managers' support stay as the case has them.
    """

    cases: tuple[Case, ...]
    events: tuple[str, ...] = EVENTS
    simulations: int = SIMULATIONS
    sponsorship_only: bool = False

    def positions(self, case: Case) -> list[Position]:
        """All positions of a case."""
        return [
            Position(f"{case.id}-{at}", case, levers, events)
            for at, (levers, events) in enumerate(product(_levers(case, self.sponsorship_only), self._events(case)))
        ]

    def all_positions(self) -> Iterator[Position]:
        """Those of every case, in order."""
        for case in self.cases:
            yield from self.positions(case)

    def event_kinds(self) -> list[dict[str, Any]]:
        """The events as the catalogue says them: no option, and the month of each case."""
        months = {case.id: _month(case) for case in self.cases}
        told = (event_kinds()[name].as_json() for name in self.events)
        return [each | {"options": [], "months": months} for each in told]

    def _events(self, case: Case) -> list[tuple[Event, ...]]:
        return [(), *((Event(name, _month(case)),) for name in self.events)]


def whole_grid() -> Grid:
    """The pack of the release: 405 positions."""
    return Grid(_with(open_cases(FIRST).values(), SIMULATIONS))


def small_grid() -> Grid:
    """A small pack, for tests and for a first look: one case, one lever, one event, twenty simulations."""
    simulations = 20
    cases = _with(open_cases(FIRST[1:2]).values(), simulations)
    return Grid(cases, EVENTS[:1], simulations, sponsorship_only=True)


def _with(cases: Iterable[Case], simulations: int) -> tuple[Case, ...]:
    config = {"replicates": simulations}
    return tuple(replace(case, config=case.config.model_copy(update=config)) for case in cases)


def _levers(case: Case, sponsorship_only: bool) -> list[tuple[tuple[str, float], ...]]:
    """Combinations of positions, those of the case as it stands in the middle of each lever."""
    own = case.levers
    deepest = HIGH_DEPTH_SMALL if case.field_agents < SMALL else HIGH_DEPTH
    values = {
        SPONSORSHIP: (LOW_SPONSORSHIP, own[SPONSORSHIP], HIGH_SPONSORSHIP),
        DEPTH: (own[DEPTH],) if sponsorship_only else (LOW_DEPTH, own[DEPTH], deepest),
        STANCE: (own[STANCE],) if sponsorship_only else (LOW_STANCE, own[STANCE], HIGH_STANCE),
    }
    return [tuple(zip(values, combination, strict=True)) for combination in product(*values.values())]


def _month(case: Case) -> int:
    """Half-way through the programme."""
    return case.start_month + case.config.programme.duration_months // 2

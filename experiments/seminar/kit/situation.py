"""A scripted situation: two worlds with the same luck, what to ask, what to show, and what the model must answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from experiments.seminar.cases import Case, open_cases
from experiments.seminar.kit import situations as folder
from experiments.seminar.kit.claims import Claim
from experiments.seminar.question import Event, Question
from sim.core.text import Text

SPONSORSHIP, DEPTH, STANCE = "sponsorship.level", "hierarchy.depth", "management.stance"
"""The levers that situations move: those of the pack."""


@dataclass(frozen=True)
class World:
    """Where the levers stand, and what happens half-way through the programme.

    Attributes:
        levers: those that stand elsewhere than the case has them, by key.
        event: name of an event of the page, None where nothing happens.
    """

    levers: tuple[tuple[str, float], ...] = ()
    event: str | None = None

    def question(self, case: Case) -> Question:
        """What a trainer asks there."""
        events = () if self.event is None else (Event(self.event, half_way(case)),)
        return Question(case.id, tuple(sorted(self.levers)), events)


@dataclass(frozen=True)
class Situation:
    """One situation.

    Attributes:
        rank: its number on paper, from 1.
        case: name of the case.
        before: the world that is played first (A).
        after: the world beside it (B).
        claims: what the model must answer; checked by tests.
        title: what it is called.
        ask: the question to the room, before anything is shown.
        show: what to do with the page, in order.
        see: what the room should notice.
        why: why the model answers so, in one or two sentences.
        study: what the study says.
        where: parts of the study where it says so.
        silent: what the model does not say.
        monday: a question to leave with.
    """

    rank: int
    case: str
    before: World
    after: World
    claims: tuple[Claim, ...]
    title: Text
    ask: Text
    show: tuple[Text, ...]
    see: Text
    why: Text
    study: Text
    where: Text
    silent: Text
    monday: Text

    def questions(self) -> tuple[Question, Question]:
        """What is asked in the two worlds."""
        case = cases()[self.case]
        return self.before.question(case), self.after.question(case)


def half_way(case: Case) -> int:
    """The month in which the events of the kit happen: half-way through the programme, as in the pack."""
    return case.start_month + case.config.programme.duration_months // 2


@cache
def names() -> tuple[str, ...]:
    """Names of the situations, by rank."""
    found = [module.name for module in iter_modules(folder.__path__)]
    return tuple(sorted(found, key=lambda name: _load(name).rank))


def situations() -> dict[str, Situation]:
    """Every situation by name, by rank: the folder is walked, there is no list."""
    return {name: _load(name) for name in names()}


@cache
def cases() -> Mapping[str, Case]:
    """The cases of the situations."""
    return open_cases(situation.case for situation in situations().values())


def _load(name: str) -> Situation:
    situation: Situation = import_module(f"{folder.__name__}.{name}").SITUATION
    return situation

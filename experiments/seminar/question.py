"""What a trainer asks: a case, where the levers stand, what happens when, and the number of the simulation to show.

A question comes from a page, hence from anybody: everything is checked, every fault is told at once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard

from experiments.grammar import nearest
from experiments.plan import Plan
from experiments.planning import comparing, plan_of
from experiments.seminar.cases import SIMULATIONS, Case
from experiments.seminar.events import DEFAULTS, EventKind, event_kinds
from experiments.seminar.levers import BY_KEY
from sim.config import with_values
from sim.core.errors import InputError, Problem, shown
from sim.core.text import Text

MOST_EVENTS = 12
_LARGEST = 1e9


@dataclass(frozen=True)
class Event:
    """Something that happens in a month; `value` is that of its option, None where the model draws it."""

    id: str
    month: int
    value: float | None = None

    def as_json(self) -> dict[str, Any]:
        """As the page says it."""
        choice = event_kinds()[self.id].choice
        return {"id": self.id, "month": self.month} | ({} if choice is None else {choice.id: self.value})


@dataclass(frozen=True)
class Question:
    """One question; two questions that differ by a lever or an event alone meet the same luck.

    Attributes:
        case: name of the case.
        levers: those that were moved, with their values, by key.
        events: by month.
        simulation: number of the one to show, 0..99; it decides luck, parameters and structure together.
    """

    case: str
    levers: tuple[tuple[str, float], ...] = ()
    events: tuple[Event, ...] = ()
    simulation: int = 0

    def as_json(self) -> dict[str, Any]:
        """As the page says it."""
        events = [event.as_json() for event in self.events]
        return {"case": self.case, "levers": dict(self.levers), "events": events, "seed": self.simulation}


def plan_for(case: Case, question: Question) -> Plan:
    """The plan of the hundred simulations of a question: what `archipel compare` makes of the same keys."""
    values: dict[str, object] = {key: _plain(key, value) for key, value in question.levers}
    told = [event for event in question.events if _names_successor(event)]
    for event in told:
        values |= {
            "sponsorship.departure_month": event.month,
            "sponsorship.succession": event_kinds()[event.id].succession,
            "sponsorship.successor_level": event.value,
        }
    asked = [_intervention(event) for event in question.events if event not in told]
    if asked:
        values["interventions"] = [each.model_dump() for each in case.config.interventions] + asked
    config = with_values(case.config, values) if values else case.config
    return plan_of("seminar", case.id, [comparing((config, case.given | frozenset(values)))])


def _plain(key: str, value: float) -> float | int:
    return round(value) if BY_KEY[key].whole else float(value)


def _names_successor(event: Event) -> bool:
    return event_kinds()[event.id].succession is not None and event.value is not None


def _intervention(event: Event) -> dict[str, object]:
    value = DEFAULTS.get(event.id) if event.value is None else event.value
    return {"name": event.id, "month": event.month} | ({} if value is None else {"value": value})


def read_question(content: Mapping[str, Any], cases: Mapping[str, Case]) -> Question:
    """The question that a message asks; refused with all that is wrong in it."""
    problems: list[Problem] = []
    name = content.get("case")
    case = cases.get(name) if isinstance(name, str) else None
    if case is None:
        problems.append(_unknown("case", name, cases, "cas inconnu", "unknown case"))
    simulation = content.get("seed", 0)
    if not _is_whole(simulation) or not 0 <= simulation < SIMULATIONS:
        most = f"0..{SIMULATIONS - 1}"
        problems.append(_fault("seed", simulation, "numéro de simulation inconnu", "unknown simulation", most))
    levers = _levers(content.get("levers", {}), case, problems)
    events = _events(content.get("events", []), case, problems)
    if problems:
        raise InputError(problems)
    assert case is not None
    return Question(case.id, levers, events, simulation)


def _levers(content: object, case: Case | None, problems: list[Problem]) -> tuple[tuple[str, float], ...]:
    """The levers that stand elsewhere than the case has them."""
    if not isinstance(content, Mapping):
        problems.append(_fault("levers", content, "une table est attendue", "a table is expected"))
        return ()
    found = {}
    for key, value in content.items():
        lever = BY_KEY.get(key)
        if lever is None:
            problems.append(_unknown("levers", key, BY_KEY, "levier inconnu", "unknown lever"))
        elif not _is_number(value) or not lever.low <= value <= lever.high or (lever.whole and value != round(value)):
            allowed = f"{lever.low:g}..{lever.high:g}"
            problems.append(_fault(key, value, "valeur hors de la plage", "value out of range", allowed))
        else:
            found[key] = value
    own = {} if case is None else case.levers
    return tuple(sorted((key, value) for key, value in found.items() if value != own.get(key)))


def _events(content: object, case: Case | None, problems: list[Problem]) -> tuple[Event, ...]:
    if not isinstance(content, list) or len(content) > MOST_EVENTS:
        fr, en = f"une liste d'au plus {MOST_EVENTS} événements", f"a list of at most {MOST_EVENTS} events"
        problems.append(_fault("events", content, f"{fr} est attendue", f"{en} is expected"))
        return ()
    found = [_event(f"events[{at}]", each, case, problems) for at, each in enumerate(content)]
    events = tuple(sorted((each for each in found if each is not None), key=lambda each: (each.month, each.id)))
    named = [event for event in events if _names_successor(event)]
    already = case is not None and case.config.sponsorship.departure_month is not None
    if len(named) + already > 1:
        fr = "un seul départ peut nommer son successeur ; les autres sont tirés au sort"
        en = "only one departure may name its successor; the others are drawn"
        problems.append(_fault("events", [event.id for event in named], fr, en))
    return events


def _event(place: str, content: object, case: Case | None, problems: list[Problem]) -> Event | None:
    name = content.get("id") if isinstance(content, Mapping) else None
    kind = event_kinds().get(name) if isinstance(name, str) else None
    if not isinstance(content, Mapping) or kind is None:
        problems.append(_unknown(place, name, event_kinds(), "événement inconnu", "unknown event"))
        return None
    month = content.get("month")
    last = 359 if case is None else case.months - 1
    if not _is_whole(month) or not 1 <= month <= last:
        fr, en = "mois hors de la simulation", "month outside the simulation"
        problems.append(_fault(f"{place}.month", month, fr, en, f"1..{last}"))
        return None
    value = None if kind.choice is None else content.get(kind.choice.id)
    if value is not None and not _may_be(kind, value):
        problems.append(_fault(f"{place}.{_option(kind)}", value, "valeur inconnue", "unknown value", _listed(kind)))
        return None
    return Event(kind.id, month, value)


def _may_be(kind: EventKind, value: object) -> bool:
    return kind.choice is not None and _is_number(value) and value in kind.choice.values


def _option(kind: EventKind) -> str:
    return "" if kind.choice is None else kind.choice.id


def _listed(kind: EventKind) -> str:
    return "" if kind.choice is None else ", ".join("null" if v is None else f"{v:g}" for v in kind.choice.values)


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _LARGEST


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _unknown(key: str, name: object, names: Iterable[str], fr: str, en: str) -> Problem:
    known = list(names)
    return _fault(key, name, fr, en, ", ".join(known), nearest(str(name)[:80], known) or None)


def _fault(key: str, value: object, fr: str, en: str, allowed: str = "", near: str | None = None) -> Problem:
    return Problem(key, shown(value), Text(fr, en), Text(allowed, allowed) if allowed else None, near)

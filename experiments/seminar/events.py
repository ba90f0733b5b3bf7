"""The events of the page: interventions of kind `event`, dropped on the timeline at a month.

Six come first, those that a room asks for. Some take one option: who succeeds, how much is cut, how many levels are
left. Where an option is not given, the model draws it or takes its default.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from experiments.seminar.words import Pair, pair, said
from sim.scenarios.intervention import find, names

_DRAWN = None


@dataclass(frozen=True)
class Choice:
    """An option of an event: its name, and the values that the page offers (None: drawn by the model)."""

    id: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class EventKind:
    """One kind of event; `succession` is set where it changes the head of the executive."""

    id: str
    choice: Choice | None = None
    succession: str | None = None

    @property
    def name(self) -> Pair:
        """What it is called; {head} stands for the head of the executive, in the words of the case."""
        return said(f"event.{self.id}") if self.id in _FIRST else pair(find(self.id).title)

    def as_json(self) -> dict[str, Any]:
        """As the page takes it."""
        options = [] if self.choice is None else [_option(self.id, self.choice)]
        return {"id": self.id, "name": self.name, "options": options, "months": "any", "first": self.id in _FIRST}


def _option(event: str, choice: Choice) -> dict[str, Any]:
    values = [{"value": value, "text": said(f"option.{event}.{_label(value)}")} for value in choice.values]
    return {"id": choice.id, "name": said(f"option.{choice.id}"), "values": values}


def _label(value: float | None) -> str:
    return "drawn" if value is None else f"{value:g}"


_SUCCESSOR = Choice("successor", (_DRAWN, 0.2, 0.5, 0.8))
_FIRST: Mapping[str, EventKind] = {
    kind.id: kind
    for kind in (
        EventKind("head_leaves", _SUCCESSOR, "same_majority"),
        EventKind("alternance", _SUCCESSOR, "alternance"),
        EventKind("dgs_leaves", _SUCCESSOR),
        EventKind("budget_cut", Choice("share", (0.25, 0.5, 1.0))),
        EventKind("reorganisation", Choice("depth", (2, 3, 4, 5, 6))),
        EventKind("pilot_success"),
    )
}
DEFAULTS: Mapping[str, float] = {"budget_cut": 0.5, "reorganisation": 3}
"""Values of the options that the model does not draw, where none is given."""


@cache
def event_kinds() -> Mapping[str, EventKind]:
    """Every kind of event by name: the six that a room asks for, then the others that the model knows."""
    others = (name for name in names() if find(name).kind == "event" and name not in _FIRST)
    return {**_FIRST, **{name: EventKind(name) for name in others}}

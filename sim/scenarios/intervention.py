"""What an intervention is, and how it is found: a file of the folder `interventions` that declares INTERVENTION."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Literal

import sim.scenarios.interventions as folder
from sim.core.text import Text
from sim.timeline.prices import Price

__all__ = ["Apply", "Decider", "Intervention", "Price", "Value", "find", "names"]

Apply = Callable[..., None]
"""Writes an intervention into a draft: (draft, first month, month after the last, strength 0..1[, value])."""


class Decider(StrEnum):
    """Who decides an intervention."""

    DELIBERATION = "deliberation"
    EXECUTIVE = "executive"
    DGS = "dgs"
    DRH = "drh"
    SERVICE_HEAD = "service_head"
    OUTSIDE = "outside"

    @property
    def words(self) -> Text:
        """The decider, as a DGS would name it."""
        return _DECIDERS[self]


_DECIDERS = {
    Decider.DELIBERATION: Text("l'assemblée, par délibération", "the council, by a vote"),
    Decider.EXECUTIVE: Text("l'exécutif (maire ou président, bureau)", "the executive (mayor or president, bureau)"),
    Decider.DGS: Text("la direction générale (DGS)", "the direction générale (DGS)"),
    Decider.DRH: Text("la direction des ressources humaines (DRH)", "the human resources department (DRH)"),
    Decider.SERVICE_HEAD: Text("les chefs de service", "heads of service"),
    Decider.OUTSIDE: Text("personne ici : la loi ou les circonstances", "nobody here: the law or circumstances"),
}


@dataclass(frozen=True)
class Value:
    """What the number `value` of an intervention means, such as the depth of a reorganisation.

    Attributes:
        default: taken where none is given; None where the effect then draws or chooses by itself.
        low: smallest value accepted.
        high: largest value accepted.
        unit: its unit, as for parameters.
        text: what it is.
        whole: only whole numbers make sense.
    """

    default: float | None
    low: float
    high: float
    unit: str
    text: Text
    whole: bool = False


@dataclass(frozen=True)
class Intervention:
    """Something an authority does, or that happens to it, from a month on.

    Attributes:
        kind: `lever`, a decision that the twin without programme does without; `event`, which happens to the twin too.
        title: what it is called.
        effect: which state it moves and how, in plain words.
        moves: configuration keys it moves (levers), or states it sets (events), such as "elus.sponsorship".
        equation: the equations through which it acts, names as in the code.
        evidence: A several cases or a number; B one case well described; C an expert's word or a single remark;
            none: no evidence, so its default effect is nothing.
        source: the study's location, a paper, or assumption.
        prices: what it takes; nothing only where that is said in `source`, or for an event.
        delay_months: months before it acts; it is paid for from its month on.
        decider: who decides it.
        step: the formal step it goes through.
        apply: writes it into the draft (from its month plus the delay on).
        recommendation: "R1" and so on, as the study numbers them; "" where it comes from elsewhere.
        value: the meaning of its number `value`; None where it takes none.
        case: the case of the study that a template comes from.
    """

    kind: Literal["lever", "event"]
    title: Text
    effect: Text
    moves: tuple[str, ...]
    equation: str
    evidence: Literal["A", "B", "C", "none"]
    source: Text
    prices: tuple[Price, ...]
    delay_months: int
    decider: Decider
    step: Text
    apply: Apply
    recommendation: str = ""
    value: Value | None = None
    case: Text | None = None


@cache
def names() -> tuple[str, ...]:
    """Names of all interventions: the files of the folder."""
    return tuple(sorted(module.name for module in iter_modules(folder.__path__)))


@cache
def find(name: str) -> Intervention:
    """Return the intervention of that name."""
    if name not in names():
        raise KeyError(name)
    found = import_module(f"{folder.__name__}.{name}").INTERVENTION
    if not isinstance(found, Intervention):
        raise TypeError(f"{name} does not declare an INTERVENTION")
    return found

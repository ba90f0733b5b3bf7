"""What an intervention is, and how it is found: a file of the folder `interventions` that declares INTERVENTION."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Literal

import sim.scenarios.interventions as folder
from sim.core.text import Text
from sim.timeline.draft import Draft

Apply = Callable[[Draft, int, int, float], None]


@dataclass(frozen=True)
class Intervention:
    """Something an authority does, or that happens to it, from a month on.

    Attributes:
        kind: `lever`, a decision that the twin without programme does without; `event`, which happens to the twin too.
        title: what it is called.
        effect: which state it moves, and how.
        source: the study's location, a paper, or "assumption".
        apply: writes it into the draft: (draft, first month, month after the last, strength 0..1).
    """

    kind: Literal["lever", "event"]
    title: Text
    effect: Text
    source: str
    apply: Apply


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

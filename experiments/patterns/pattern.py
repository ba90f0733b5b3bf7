"""What a pattern is: conditions, what is noted of a replicate, a statistic, what is accepted of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np

from experiments.patterns.acceptance import Acceptance
from sim.core.text import Text

if TYPE_CHECKING:
    from experiments.patterns.lives import Lives

Row = dict[str, float | bool | np.ndarray]
"""What is noted of one replicate: numbers (nan: undefined there), or arrays of one length in all replicates."""

Sample = Mapping[str, np.ndarray]
"""The same over replicates: [replicates] or [replicates, k]."""

Look = Callable[["Lives"], Row]
Statistic = Callable[[Sample], dict[str, float]]


@dataclass(frozen=True)
class Drawn:
    """A key that each replicate draws evenly from an interval; the draw depends on the replicate's number alone."""

    key: str
    low: float
    high: float

    def value(self, replicate: int) -> float:
        """Van der Corput's sequence in base 2: any number of replicates covers the interval evenly."""
        share, digit, rest = 0.0, 0.5, replicate + 1
        while rest:
            share += digit * (rest & 1)
            rest, digit = rest >> 1, digit / 2
        return self.low + (self.high - self.low) * share


@dataclass(frozen=True)
class Cell:
    """Conditions of a run: a scenario, overrides in Hydra's grammar, months lived, a key drawn by replicate."""

    scenario: str
    overrides: tuple[str, ...] = ()
    months: int = 53
    drawn: Drawn | None = None

    def but(self, *overrides: str, months: int | None = None) -> "Cell":
        """The same conditions with further overrides, and another number of months where one is given."""
        return Cell(self.scenario, (*self.overrides, *overrides), months or self.months, self.drawn)

    @property
    def keys(self) -> frozenset[str]:
        """Dotted keys that the conditions set themselves."""
        named = {text.partition("=")[0].lstrip("+") for text in self.overrides}
        return frozenset(named | ({self.drawn.key} if self.drawn else set()))


@dataclass(frozen=True)
class Part:
    """One number of a statistic.

    Attributes:
        name: its key in what the statistic returns.
        text: what it is.
        accepted: what is accepted of it; None: shown, and decides nothing.
        share: the field of the sample of which it is the plain share of replicates, for Wilson's interval; "": the
            interval is that of the bootstrap over replicates.
    """

    name: str
    text: Text
    accepted: Acceptance | None = None
    share: str = ""


@dataclass(frozen=True)
class Pattern:
    """A pattern of the study.

    Attributes:
        id: SF1 .. SF26, as in the study's list.
        title: what is expected, in words.
        conditions: under which conditions, in words.
        grade: evidence: A several cases or a number, B one case well described, C expert opinion or single remark.
        use: C calibration, V verification.
        source: where the study says so.
        cells: the conditions, by name.
        look: notes one replicate.
        statistic: from the notes of all replicates to the numbers of `parts`.
        parts: the numbers and what is accepted of them.
        unmeasured: why the model has no quantity for it; None where it is measured.
    """

    id: str
    title: Text
    conditions: Text
    grade: Literal["A", "B", "C"]
    use: Literal["C", "V"]
    source: str
    cells: Mapping[str, Cell] = field(default_factory=dict)
    look: Look | None = None
    statistic: Statistic | None = None
    parts: tuple[Part, ...] = ()
    unmeasured: Text | None = None

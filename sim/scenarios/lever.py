"""How levers are written: the keys they move and by how much, said once, for the run, its tests and its pages.

The three moves bring the same result whatever the order in which levers are listed, as long as each key is moved by one
kind of move: they are chosen so.
"""

from dataclasses import dataclass
from typing import Literal

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Intervention, Price
from sim.timeline.draft import Draft


@dataclass(frozen=True)
class Toward:
    """Close `share` of what is left between a key and `target`: x += s share (target - x)."""

    key: str
    target: float = 1.0
    share: float = 1.0

    def write(self, draft: Draft, first: int, until: int, strength: float) -> None:
        """Write it at that strength in the months first .. until - 1."""
        draft.raise_to(self.key, self.target, self.share * strength, first, until)

    @property
    def formula(self) -> str:
        """The move, s being the strength."""
        return f"{self.key} += {self.share:g} s ({self.target:g} - {self.key})"


@dataclass(frozen=True)
class Times:
    """Multiply a key: x (1 + s (factor - 1))."""

    key: str
    factor: float

    def write(self, draft: Draft, first: int, until: int, strength: float) -> None:
        """Write it at that strength in the months first .. until - 1."""
        draft.scale(self.key, 1.0 + strength * (self.factor - 1.0), first, until)

    @property
    def formula(self) -> str:
        """The move, s being the strength."""
        return f"{self.key} x (1 {'+' if self.factor > 1 else '-'} {abs(self.factor - 1.0):g} s)"


@dataclass(frozen=True)
class Plus:
    """Add to a key: x + s amount."""

    key: str
    amount: float

    def write(self, draft: Draft, first: int, until: int, strength: float) -> None:
        """Write it at that strength in the months first .. until - 1."""
        draft.add(self.key, strength * self.amount, first, until)

    @property
    def formula(self) -> str:
        """The move, s being the strength."""
        return f"{self.key} {'+' if self.amount > 0 else '-'}= {abs(self.amount):g} s"


Move = Toward | Times | Plus


def lever(
    *moves: Move,
    title: Text,
    effect: Text,
    equation: str,
    evidence: Literal["A", "B", "C", "none"],
    source: Text,
    prices: tuple[Price, ...],
    delay_months: int,
    decider: Decider,
    step: Text,
    recommendation: str = "",
    case: Text | None = None,
) -> Intervention:
    """Declare a lever by its moves; `equation` names the equations in which the keys stand (see `Intervention`)."""

    def apply(draft: Draft, first: int, until: int, strength: float) -> None:
        for move in moves:
            move.write(draft, first, until, strength)

    return Intervention(
        kind="lever",
        title=title,
        effect=effect,
        moves=tuple(move.key for move in moves),
        equation="; ".join([*(move.formula for move in moves), equation]),
        evidence=evidence,
        source=source,
        prices=prices,
        delay_months=delay_months,
        decider=decider,
        step=step,
        apply=apply,
        recommendation=recommendation,
        case=case,
    )

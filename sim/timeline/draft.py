"""The draft of a plan: what interventions may write to before the run starts."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from sim.config import Config, lever_row
from sim.mechanisms import switch_off
from sim.timeline.prices import Price, Spending, count_of, enter, no_spending


@dataclass(frozen=True)
class Change:
    """The head of the executive changes in a month; `vacant`: nobody sits that month, the successor the next one."""

    month: int
    succession: str  # same_majority, alternance, merger
    vacant: bool = False
    level: float | None = None
    involvement: float | None = None


@dataclass(frozen=True)
class Position:
    """Those who sit change their position in a month: `left` (0..1) of their support stays."""

    month: int
    left: float


@dataclass
class Draft:
    """Levers by month and dated events, still open to interventions.

    Attributes:
        config: the configuration, resolved.
        months: number of months.
        levers: [months] of the lever table: every number of the configuration, by month.
        changes: changes at the head of the executive, by date.
        dgs_leaves: months at which the DGS leaves, with the stance of who arrives (None: drawn).
        spending: what interventions take, by month.
        pilots: strength of a dated visible success, by month; 0 where there is none.
        positions: changes of the elus' position, by date.
        lead_leaves: months at which the person who leads the programme leaves.
        calls: months of later calls for members, with the people wanted.
        depths: months at which services are reorganised, with the number of management levels from then on.
    """

    config: Config
    months: int
    levers: np.ndarray
    spending: Spending
    pilots: np.ndarray
    changes: list[Change] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    dgs_leaves: dict[int, float | None] = field(default_factory=dict)
    lead_leaves: set[int] = field(default_factory=set)
    calls: list[tuple[int, int]] = field(default_factory=list)
    depths: dict[int, int] = field(default_factory=dict)

    def set(self, key: str, value: float, first: int, last: int) -> None:
        """Give a parameter a value in the months first .. last - 1."""
        group, name = key.split(".")
        column: Any = self.levers[group]
        column[name][first:last] = value

    def raise_to(self, key: str, target: float, strength: float, first: int, last: int) -> None:
        """Move a parameter towards `target` by a share `strength` of the way, in the months first .. last - 1."""
        group, name = key.split(".")
        column: Any = self.levers[group]
        column[name][first:last] += strength * (target - column[name][first:last])

    def scale(self, key: str, factor: float, first: int, last: int) -> None:
        """Multiply a parameter in the months first .. last - 1."""
        group, name = key.split(".")
        column: Any = self.levers[group]
        column[name][first:last] *= factor

    def add(self, key: str, amount: float, first: int, last: int) -> None:
        """Add to a parameter in the months first .. last - 1."""
        group, name = key.split(".")
        column: Any = self.levers[group]
        column[name][first:last] += amount

    def keep_off(self) -> None:
        """Set the mechanisms that are off to do nothing, whatever has been written since."""
        for name, on in self.config.mechanisms:
            if not on:
                switch_off(self.levers, name)

    def charge(self, price: Price, strength: float, first: int, last: int) -> None:
        """Enter a price at that strength: once in month `first`, monthly in the months first .. last - 1."""
        enter(self.spending, price, strength * count_of(self.config, price.per), first, last)


def open_draft(config: Config, months: int) -> Draft:
    """Start a draft: the configuration repeated every month, with the mechanisms that are off set to do nothing."""
    levers = np.repeat(lever_row(config).reshape(1), months)
    draft = Draft(config, months, levers, no_spending(months), np.zeros(months))
    draft.keep_off()
    return draft

"""The states of one role as bytes, month by month.

State byte
    bit 0      acts: the élu carries, direction and managers relay, the field agent practises, the citizen takes part
    bit 1      acted before, and stopped
    bits 2, 3  stance in four steps: sponsorship, stance, motivation, trust
    bit 4      member or former member of the programme
    bit 5      the person has just changed: seat or post taken by somebody else this month
    bit 6      the post does not exist in this month's organisation
"""

import numpy as np
from numpy.typing import NDArray

from experiments.seminar.reasons import LEAST_MOVE, Side, codes_of

ACTS, STOPPED, STANCE, MEMBER, CHANGED, ABSENT = 1, 2, 12, 16, 32, 64
STANCE_SHIFT = 2
STEPS, MARGIN = 4, 0.15
"""Steps of stance; how far past a border, in steps, before the step changes: a circle should not blink."""

Bytes = NDArray[np.uint8]
Bools = NDArray[np.bool_]
Terms = NDArray[np.float64]


class Strip:
    """One role, from the first month in which its rows exist."""

    def __init__(self, first_month: int = 0) -> None:
        self.first_month = first_month
        self.states: list[Bytes] = []
        self.reasons: list[Bytes] = []

    def step(self, values: NDArray[np.float64]) -> Bytes:
        """Stance in four steps; a step stays until its border is passed by the margin."""
        at = STEPS * np.clip(values, 0.0, 1.0)
        fresh = np.minimum(at, STEPS - 1).astype(np.uint8)
        if not self.states:
            return fresh
        before = (self.states[-1] & STANCE) >> STANCE_SHIFT
        return np.where(np.abs(at - (before + 0.5)) < 0.5 + MARGIN, before, fresh).astype(np.uint8)

    def turned(self, acts: Bools) -> tuple[Bools, Bools]:
        """Who starts and who stops since last month; nobody in the first one."""
        before = (self.states[-1] & ACTS).astype(bool) if self.states else acts
        return acts & ~before, before & ~acts

    def add(self, acts: Bools, step: Bytes, why: Bytes, anew: Bools, extra: Bytes | int = 0) -> None:
        """One month; `anew`: rows whose person has just changed, and with it what was done before."""
        past = (self.states[-1] & (ACTS | STOPPED)).astype(bool) & ~anew if self.states else np.zeros(acts.size, bool)
        state = acts * ACTS + (past & ~acts) * STOPPED + (step << STANCE_SHIFT) + anew * CHANGED + extra
        self.states.append(state.astype(np.uint8))
        self.reasons.append(why.astype(np.uint8))

    def whole(self, months: int) -> tuple[Bytes, Bytes]:
        """States and reasons [months, rows]; absent in the months before and after those lived."""
        n = self.states[0].size
        states, why = np.full((months, n), ABSENT, np.uint8), np.zeros((months, n), np.uint8)
        lived = slice(self.first_month, self.first_month + len(self.states))
        states[lived], why[lived] = self.states, self.reasons
        return states, why


class References:
    """The terms of each row when it last changed, one table for each side of its decision."""

    def __init__(self, *tables: Terms) -> None:
        self.tables = tuple(table.copy() for table in tables)

    def renew(self, rows: Bools, *tables: Terms) -> None:
        """The rows that have just changed start again from the terms of now."""
        for kept, now in zip(self.tables, tables, strict=True):
            kept[rows] = now[rows]


def why_turned(
    turned: tuple[Bools, Bools],
    now: tuple[Terms, Terms],
    before: tuple[Terms, Terms],
    sides: tuple[Side, Side],
    least: float = LEAST_MOVE,
) -> Bytes:
    """The reason of each row that starts or stops, 0 for the others; each argument is for starting, then stopping."""
    why = np.zeros(turned[0].size, np.uint8)
    for rows, terms, reference, side in zip(turned, now, before, sides, strict=True):
        why[rows] = codes_of(side, terms[rows], reference[rows], least)
    return why

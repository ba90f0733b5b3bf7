"""Live the product and the oracle side by side: what differs, and what happened on the way."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

from sim.run import Live
from tests.oracle.month import live_month
from tests.oracle.record import Table, stocks_of_engine, stocks_of_oracle
from tests.oracle.world import Luck, read_world

TOLERANCE = 1e-12
MOST_SHOWN = 12


@dataclass
class Comparison:
    """What differs in the first month in which anything does; sums of the columns, states that were reached."""

    month: int = -1
    differences: list[str] = field(default_factory=list)
    sums: dict[str, float] = field(default_factory=dict)
    reached: dict[str, set[int]] = field(default_factory=dict)

    def __str__(self) -> str:
        shown = self.differences[:MOST_SHOWN]
        return "\n  ".join([f"month {self.month}, {len(self.differences)} differences", *shown])


def side_by_side(live: Live, plan: Any = None) -> Comparison:
    """Live both month by month, to the end or to the first difference; `plan` gives the oracle other levers."""
    world, luck, found = read_world(live), Luck(live.seed), Comparison()
    plan = live.plan if plan is None else plan
    for month in range(live.months):
        expected = live_month(world, month, plan, luck)
        live.advance(month + 1)
        row, stocks = live.log.monthly[month], stocks_of_oracle(world)
        note(found, expected, stocks)
        found.differences = differences(stocks, stocks_of_engine(live.world))
        found.differences += differences({k: [v] for k, v in expected.items()}, {k: [row[k].item()] for k in expected})
        if found.differences:
            found.month = month
            break
    return found


def note(found: Comparison, columns: dict[str, float], stocks: Table) -> None:
    """Remember which columns were ever above zero, and which whole numbers each stock has taken."""
    for name, value in columns.items():
        found.sums[name] = found.sums.get(name, 0.0) + (0.0 if math.isnan(value) else value)
    for name, values in stocks.items():
        found.reached.setdefault(name, set()).update(v for v in values if not isinstance(v, float))


def differences(expected: Table, got: Table) -> list[str]:
    """Where two tables differ: decisions at all, numbers by more than the tolerance."""
    found = []
    for name in sorted(expected):
        if len(expected[name]) != len(got[name]):
            found.append(f"{name}: {len(expected[name])} rows expected, {len(got[name])} found")
            continue
        for row, (mine, theirs) in enumerate(zip(expected[name], got[name], strict=True)):
            if not same(mine, theirs):
                found.append(f"{name}[{row}]: {mine!r} expected, {theirs!r} found")
    return found


def same(expected: Any, got: Any) -> bool:
    """Whole numbers and states exactly, others to rounding."""
    if not isinstance(expected, float):
        return int(expected) == got
    if math.isnan(expected) or math.isnan(got):
        return math.isnan(expected) and math.isnan(got)
    return abs(expected - got) <= TOLERANCE * max(1.0, abs(expected))

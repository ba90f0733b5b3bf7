"""The numbers of the page: each is told once, has a row in the file of numbers, and is written with its interval."""

import csv
import io
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from experiments.language import UNDEFINED, Words, number
from experiments.statistics import Estimate

HUNDRED = "times out of 100"
"""Unit of shares of runs and of differences of them."""
AGENTS = "% of field agents"
ITEMS = "% of items"
VARIANCE = "% of the variance"
LEVEL = "0..1"
"""Unit of sponsorship."""
YES = "0 or 1"
HEADER = ("row", "section", "outcome", "where", "value", "low", "high", "unit", "runs")


@dataclass(frozen=True)
class Told:
    """One number: what it is, at which setting, in which unit."""

    section: str
    outcome: str
    where: Mapping[str, object]
    estimate: Estimate
    unit: str = HUNDRED

    @property
    def factor(self) -> float:
        """What shares are multiplied by to be in the unit."""
        return 1.0 if self.unit in (LEVEL, YES) else 100.0


@dataclass
class Book:
    """All numbers of the page, in order; the number of a row is its place, from 1."""

    lines: list[Told] = field(default_factory=list)

    def add(self, told: Iterable[Told]) -> list[Told]:
        """Keep numbers; give them back."""
        kept = list(told)
        self.lines += kept
        return kept

    def span(self, section: str) -> tuple[int, int]:
        """First and last row of a section."""
        places = [at for at, line in enumerate(self.lines, start=1) if line.section == section]
        return places[0], places[-1]

    def as_csv(self) -> str:
        """One row a number, in its unit."""
        text = io.StringIO()
        rows = csv.writer(text, lineterminator="\n")
        rows.writerow(HEADER)
        for at, line in enumerate(self.lines, start=1):
            where = "; ".join(f"{key}={value}" for key, value in line.where.items())
            ends = (line.estimate.value, line.estimate.low, line.estimate.high)
            numbers = (f"{end * line.factor:.4g}" if math.isfinite(end) else "" for end in ends)
            rows.writerow((at, line.section, line.outcome, where, *numbers, line.unit, line.estimate.n))
        return text.getvalue()


def plain(told: Told, say: Words) -> str:
    """The value and its interval: 62 (52 to 71)."""
    e = told.estimate
    if not math.isfinite(e.value):
        return UNDEFINED
    value, low, high = (number_of(end, told, say) for end in (e.value, e.low, e.high))
    return f"{value} ({say('interval', low=low, high=high)})"


def signed(told: Told, say: Words) -> str:
    """A difference and its interval, or that no effect can be seen where the interval holds 0."""
    e = told.estimate
    if not math.isfinite(e.value):
        return UNDEFINED
    value, low, high = (_signed(end, told, say) for end in (e.value, e.low, e.high))
    written = f"{value} ({say('interval', low=low, high=high)})"
    return written if e.excludes_zero else say("headstudy.unseen", value=written)


def decimals(told: Told) -> int:
    """Decimals that the interval supports: none below the first digit of its half-width."""
    e = told.estimate
    sides = [side * told.factor for side in (e.high - e.value, e.value - e.low) if math.isfinite(side)]
    half = (e.high - e.low) / 2 * told.factor if len(sides) == 2 else max(sides, default=0.0)
    if half <= 0:
        return 2 if told.unit == LEVEL else 0
    return max(0, min(2, -math.floor(math.log10(half))))


def number_of(value: float, told: Told, say: Words) -> str:
    """A value as this number is written, with the digits that its interval supports."""
    if not math.isfinite(value):
        return UNDEFINED
    return number(value * told.factor, say.lang, decimals(told), fixed=True).replace("-", "−")


def _signed(value: float, told: Told, say: Words) -> str:
    bare = number_of(value, told, say)
    shown = round(value * told.factor, decimals(told)) if math.isfinite(value) else 0.0
    return f"+{bare}" if shown > 0 else bare

"""What is accepted of a number: an interval, closed or open at either end."""

from dataclasses import dataclass
from math import inf, isfinite

from experiments.language import number


@dataclass(frozen=True)
class Acceptance:
    """Values from `low` to `high`; an end that is `open` is not accepted itself. nan is never accepted."""

    low: float = -inf
    high: float = inf
    low_open: bool = False
    high_open: bool = False

    def holds(self, value: float) -> bool:
        """Whether the value is accepted."""
        above = value > self.low if self.low_open else value >= self.low
        below = value < self.high if self.high_open else value <= self.high
        return bool(above and below)

    def written(self, lang: str) -> str:
        """As a table shows it: 0,5 à 0,85; > 0; <= 0,3."""
        low, high = (number(end, lang, digits=3) for end in (self.low, self.high))
        if isfinite(self.low) and isfinite(self.high):
            return f"{low} à {high}" if lang == "fr" else f"{low} to {high}"
        if isfinite(self.low):
            return f"{'>' if self.low_open else '≥'} {low}"
        return f"{'<' if self.high_open else '≤'} {high}"


def between(low: float, high: float) -> Acceptance:
    """Both ends accepted."""
    return Acceptance(low, high)


def at_least(low: float) -> Acceptance:
    """That much or more."""
    return Acceptance(low=low)


def at_most(high: float) -> Acceptance:
    """That much or less."""
    return Acceptance(high=high)


def above(low: float) -> Acceptance:
    """Strictly more."""
    return Acceptance(low=low, low_open=True)


def below(high: float) -> Acceptance:
    """Strictly less."""
    return Acceptance(high=high, high_open=True)

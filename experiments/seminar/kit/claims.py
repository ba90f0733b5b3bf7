"""What the model must answer for a situation to be taught.

A claim is a number of simulations out of a hundred with its range. Tests count it over the first `CHECKED` simulations
of each world: a model that answers outside the range breaks the build, and the lesson with it. Ranges are wide enough
that luck drawn anew would leave one of them with a probability of at most `MOST_MISSES` (normal approximation; draws
have addresses, so luck is not drawn anew as long as nobody changes a rule), and narrow enough to say something.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

CHECKED = 60
"""Simulations that tests compute for each world: every structure of contagion in equal numbers."""
MOST_MISSES = 0.02
OUT_OF = 100


class Seen(StrEnum):
    """What is counted, as letters of verdicts (`experiments.seminar.shares.LETTERS`)."""

    SPREADS = "DS"
    ISLETS = "I"
    FALLS = "F"


class Of(StrEnum):
    """Where it is counted."""

    BEFORE = "before"
    AFTER = "after"
    CHANGE = "change"


@dataclass(frozen=True)
class Claim:
    """Simulations out of a hundred that end so, or how many more of them in the second world than in the first."""

    seen: Seen
    of: Of
    low: int
    high: int

    def value(self, before: str, after: str) -> float:
        """What is measured, out of a hundred, from one letter a simulation in each world."""
        return OUT_OF * float(self._counted(before, after).mean())

    def holds(self, before: str, after: str) -> bool:
        """Whether what is measured lies in the range."""
        return self.low <= self.value(before, after) <= self.high

    def p_missed(self, before: str, after: str, n: int = CHECKED) -> float:
        """Probability that luck drawn anew over n simulations leaves the range, were the counts given the truth."""
        each = self._counted(before, after)
        centre, spread = float(each.mean()), float(each.std()) / sqrt(n)
        if spread == 0.0:
            return 0.0
        below = 0.0 if self.low <= self._least else ndtr((self.low / OUT_OF - centre) / spread)
        above = 0.0 if self.high >= OUT_OF else ndtr((centre - self.high / OUT_OF) / spread)
        return float(below + above)

    @property
    def _least(self) -> int:
        """The smallest value there can be."""
        return -OUT_OF if self.of is Of.CHANGE else 0

    def _counted(self, before: str, after: str) -> NDArray[np.float64]:
        if len(before) != len(after):
            raise ValueError(f"{len(before)} simulations cannot be paired with {len(after)}")
        first, second = (np.array([letter in self.seen for letter in world], float) for world in (before, after))
        return {Of.BEFORE: first, Of.AFTER: second, Of.CHANGE: second - first}[self.of]

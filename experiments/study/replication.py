"""How many replicates a study plays at each point: a number, or until an interval is narrow enough."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FIRST, STEP = 20, 10
"""Replicates played before anything is judged; further ones come in multiples of STEP."""


@dataclass(frozen=True)
class Until:
    """Add replicates until the 95 % interval of an outcome is narrow enough, or until `most` replicates."""

    outcome: str
    """A verdict or a flag (its share of runs), or an outcome (its mean)."""
    half_width: float
    most: int
    first: int = FIRST
    between: tuple[int, int] | None = None
    """Two points whose paired difference is to be known so well; None: each point's own value."""


@dataclass(frozen=True)
class Replicates:
    """One of the two ways."""

    fixed: int = 1
    until: Until | None = None

    @property
    def first(self) -> int:
        """Replicates of every point in the first round."""
        return self.fixed if self.until is None else min(self.until.first, self.until.most)

    @property
    def most(self) -> int:
        """Replicates that a point may come to."""
        return self.fixed if self.until is None else self.until.most

    def as_dict(self) -> dict[str, Any]:
        """Plain values."""
        if self.until is None:
            return {"fixed": self.fixed}
        u = self.until
        between = None if u.between is None else list(u.between)
        said = {"outcome": u.outcome, "half_width": u.half_width, "most": u.most, "first": u.first}
        return {"until": {**said, "between": between}}


def replicates_of(said: Mapping[str, Any]) -> Replicates:
    """What `as_dict` described."""
    if "fixed" in said:
        return Replicates(said["fixed"])
    u = said["until"]
    between = None if u["between"] is None else (u["between"][0], u["between"][1])
    return Replicates(1, Until(u["outcome"], u["half_width"], u["most"], u["first"], between))

"""What a study varies: a key, a group or a named choice, over levels or over a range, as a lever or as an unknown."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp, floor, log
from typing import Any

LEVER, UNCERTAIN, DUMMY = "lever", "uncertain", "dummy"
NOISE = "noise"
"""The dummy: nothing of the model reads it, it only names the luck. Its apparent effect is the noise floor."""
DIGITS = 12
"""Significant digits of a value drawn in a range: 0.3, not 0.30000000000000004."""

Cell = float | int | str | bool | None
"""One value of a factor, as a table holds it; lists and tables are named."""


@dataclass(frozen=True)
class Level:
    """One of the values that a factor may take."""

    cell: Cell
    values: Mapping[str, Any] = field(default_factory=dict)
    """Dotted keys that it sets."""
    option: tuple[str, str] | None = None
    """The option of a group that it chooses, where the factor is a group."""


@dataclass(frozen=True)
class Factor:
    """One dimension of a design: levels, or a range."""

    key: str
    role: str = LEVER
    levels: tuple[Level, ...] = ()
    low: float = 0.0
    high: float = 1.0
    logarithmic: bool = False
    whole: int = 0
    """Whole numbers only, in steps of this (2 for even ones); 0 for any number."""
    steps: int = 0
    """How many values a grid takes of the range; 0 where nothing is said."""

    @property
    def is_range(self) -> bool:
        """Whether it takes any value between two ends."""
        return not self.levels

    @property
    def sets(self) -> set[str]:
        """Its own name, and all keys that one or another of its values sets."""
        return {self.key, *(key for level in self.levels for key in level.values)}

    @property
    def is_numeric(self) -> bool:
        """Whether its cells are numbers."""
        return self.is_range or all(_is_number(level.cell) for level in self.levels)

    def cell(self, place: float) -> Cell:
        """The value at a place in [0, 1] of its levels or of its range."""
        if self.levels:
            return self.levels[min(len(self.levels) - 1, floor(place * len(self.levels)))].cell
        if self.whole:
            count = round((self.high - self.low) / self.whole) + 1
            return int(self.low) + self.whole * min(count - 1, floor(place * count))
        if self.logarithmic:
            return tidy(exp(log(self.low) + place * (log(self.high) - log(self.low))))
        return tidy(self.low + place * (self.high - self.low))

    def end(self, share: float) -> Cell:
        """The value at a share of the way from one end to the other, both ends included: for grids of a range."""
        if self.whole:
            return int(self.low) + self.whole * round(share * (self.high - self.low) / self.whole)
        return self.cell(share)

    def cells(self) -> list[Cell]:
        """Its values in a grid."""
        if self.levels:
            return [level.cell for level in self.levels]
        return list(dict.fromkeys(self.end(at / max(1, self.steps - 1)) for at in range(self.steps)))

    def place(self, cell: Cell) -> float:
        """The place in [0, 1] of a value of a range."""
        assert isinstance(cell, float | int)
        if self.logarithmic:
            return (log(cell) - log(self.low)) / (log(self.high) - log(self.low))
        return (cell - self.low) / (self.high - self.low)

    def values(self, cell: Cell) -> Mapping[str, Any]:
        """The dotted keys that a value sets."""
        if self.role == DUMMY:
            return {}
        return self.level(cell).values if self.levels else {self.key: cell}

    def level(self, cell: Cell) -> Level:
        """The level that has this cell."""
        return next(level for level in self.levels if level.cell == cell and type(level.cell) is type(cell))

    def as_dict(self) -> dict[str, Any]:
        """Plain values, from which `factor_of` makes it again."""
        ends = {"low": self.low, "high": self.high, "log": self.logarithmic, "whole": self.whole, "steps": self.steps}
        levels = [[level.cell, dict(level.values), level.option] for level in self.levels]
        return {"key": self.key, "role": self.role, **({"levels": levels} if levels else ends)}


def factor_of(said: Mapping[str, Any]) -> Factor:
    """The factor that `as_dict` described."""
    if "levels" in said:
        levels = tuple(Level(cell, values, tuple(o) if o else None) for cell, values, o in said["levels"])
        return Factor(said["key"], said["role"], levels)
    ends = (said["low"], said["high"], said["log"], said["whole"], said["steps"])
    return Factor(said["key"], said["role"], (), *ends)


def dummy() -> Factor:
    """The factor that nothing reads."""
    return Factor(NOISE, DUMMY)


def cell_of(value: object) -> Cell:
    """A value as a cell: what is not plain is written as JSON."""
    if value is None or isinstance(value, float | int | str | bool):
        return value
    return json.dumps(value, ensure_ascii=False)


def tidy(value: float) -> float:
    """A number without the dust of arithmetic."""
    return float(f"{value:.{DIGITS}g}")


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, float | int) and not isinstance(cell, bool)

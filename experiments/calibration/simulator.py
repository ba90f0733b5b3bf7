"""What the calibration asks of a model: the patterns, and what is noted of one replicate of a point."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from experiments.calibration.space import Values
from experiments.manifest import code_hash
from experiments.patterns.catalogue import catalogue
from experiments.patterns.evaluate import as_values, note
from experiments.patterns.pattern import Pattern, Row
from experiments.variants import with_half_point_share

QUICK = ("SF1", "SF2", "SF6", "SF15", "SF17", "SF18")
"""Read off the Transfo, or off a town without a programme: a few lives a replicate, which they share."""
MIDDLE = ("SF3", "SF4", "SF12")
"""Sponsorship, failure and depth: the next most telling."""


class Simulator(Protocol):
    """A model whose patterns can be read."""

    @property
    def patterns(self) -> Mapping[str, Pattern]:
        """The patterns by their identifier."""

    @property
    def groups(self) -> Mapping[str, tuple[str, ...]]:
        """Patterns that are read together: quick, middle, rest."""

    @property
    def code(self) -> str:
        """Hash of all that decides what is noted, but for values and luck."""

    def note(self, ids: Sequence[str], values: Values, root: int, replicate: int) -> dict[str, Row]:
        """What is noted of one replicate."""


@dataclass(frozen=True)
class Study:
    """The model and the patterns of the study that belong to the calibration set and are measured."""

    @property
    def patterns(self) -> Mapping[str, Pattern]:
        """Those of the calibration set; verification has its own tests."""
        return calibration_set()

    @property
    def groups(self) -> Mapping[str, tuple[str, ...]]:
        """Cheap and telling first."""
        names = tuple(self.patterns)
        return {
            "quick": tuple(name for name in names if name in QUICK),
            "middle": tuple(name for name in names if name in MIDDLE),
            "rest": tuple(name for name in names if name not in QUICK + MIDDLE),
        }

    @property
    def code(self) -> str:
        """Hash of the model, of its configuration files and of the patterns."""
        return hashlib.sha256(f"{code_hash()}{_patterns_hash()}".encode()).hexdigest()

    def note(self, ids: Sequence[str], values: Values, root: int, replicate: int) -> dict[str, Row]:
        """Live one replicate of every cell of these patterns, the values laid over each."""
        return note(tuple(ids), as_values(with_half_point_share(dict(values))), root, replicate)


@cache
def calibration_set() -> dict[str, Pattern]:
    """Measured patterns of the calibration set."""
    found = catalogue().items()
    return {name: p for name, p in found if p.use == "C" and p.look is not None and p.statistic is not None}


@cache
def _patterns_hash() -> str:
    folder = Path(__file__).parents[1] / "patterns"
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py"), key=lambda path: path.relative_to(folder).as_posix()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()

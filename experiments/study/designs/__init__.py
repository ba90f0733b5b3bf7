"""Designs: one file each, found by its name.

A file declares `OPTIONS` (name -> `Setting`), says in `SPREADS_UNCERTAIN` whether it gives the uncertain ranges places
of their own (where not, each replicate draws them, the same at every point), and has
`draw(factors, options, root) -> Drawn`, and `size(factors, options)`, the rows that it goes through to do so: they are
counted before anything is drawn. It may have `objections(factors, options)`: what is wrong, in both languages.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from math import prod
from pathlib import Path
from types import ModuleType
from typing import Any

from experiments.study.factors import Cell, Factor
from sim.core.text import Text

Options = Mapping[str, Any]
Objections = Iterator[Text]


@dataclass(frozen=True)
class Setting:
    """An option of a design: a whole number in a range, or a text."""

    low: int = 1
    high: int = 1_000_000
    default: int | None = None
    """None: it must be given."""
    text: bool = False
    word: str = ""
    """What a text is where none is given; "": it must be given."""


@dataclass(frozen=True)
class Drawn:
    """The rows of a design, in order: one cell a factor; notes that an analysis needs, one a row."""

    rows: tuple[tuple[Cell, ...], ...]
    notes: Mapping[str, Sequence[Any]] = field(default_factory=dict)


def design_names() -> list[str]:
    """All designs: the files of this folder."""
    return sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))


def design(kind: str) -> ModuleType:
    """The file of a design."""
    return import_module(f"experiments.study.designs.{kind}")


def placed(factors: Sequence[Factor], places: Any) -> tuple[tuple[Cell, ...], ...]:  # noqa: ANN401
    """Cells at places of the unit cube [rows, factors]."""
    return tuple(tuple(f.cell(float(u)) for f, u in zip(factors, row, strict=True)) for row in places)


def combinations(factors: Sequence[Factor]) -> int:
    """How many there are of the values of some factors."""
    return prod(len(factor.cells()) for factor in factors)


def unit_problem(factors: Sequence[Factor]) -> dict[str, Any]:
    """What SALib is told of the factors: their names, each in [0, 1]."""
    return {"num_vars": len(factors), "names": [f.key for f in factors], "bounds": [[0.0, 1.0]] * len(factors)}

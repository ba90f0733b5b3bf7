"""What is taken from the study, under the codes that the code cites: statements (M), recommendations (R), numbers (N).

The study is *Élaborer les politiques publiques avec les usagers et les agents* (Observatoire social territorial de la
MNT, July 2019), nineteen interviews and five cases; every line here is in our own words.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Literal, NamedTuple

from sim.core.text import Text


class Statement(NamedTuple):
    """One thing that the study says."""

    strength: Literal[0, 1, 2, 3]
    """3: several places and cases; 2: one case, or several testimonies; 1: one remark; 0: not graded."""
    location: str
    """Section of the study, or case sheet."""
    text: Text


class Chapter(NamedTuple):
    """Statements on one subject, by code."""

    title: Text
    statements: Mapping[str, Statement]


@cache
def chapters() -> tuple[Chapter, ...]:
    """All chapters, in the order in which their files say they stand."""
    found = [import_module(f"{__name__}.{file.name}") for file in iter_modules(__path__)]
    return tuple(module.CHAPTER for module in sorted(found, key=lambda module: module.PLACE))


def codes() -> frozenset[str]:
    """Every code that stands for something."""
    return frozenset(code for chapter in chapters() for code in chapter.statements)

"""What each column of each table of the world holds: one file a table, with every column and no other."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from math import inf
from pkgutil import iter_modules
from typing import Literal, NamedTuple

from sim.core.text import Text

FIXED: Literal["fixed"] = "fixed"
STOCK: Literal["stock"] = "stock"


class Column(NamedTuple):
    """One column: whether months change it, its unit, its range (both ends possible), its symbol, its meaning."""

    kind: Literal["fixed", "stock"]
    """`fixed`: set at month 0 and the same ever after; `stock`: written at the close of a month."""
    unit: str
    low: float
    high: float
    symbol: str
    text: Text


class Table(NamedTuple):
    """One table: its name in `sim.world.World`, what a row is, how many there are, and its columns."""

    name: str
    title: Text
    rows: Text
    columns: Mapping[str, Column]


def share(kind: Literal["fixed", "stock"], symbol: str, fr: str, en: str) -> Column:
    """A number in 0..1."""
    return Column(kind, "0..1", 0, 1, symbol, Text(fr, en))


def flag(kind: Literal["fixed", "stock"], symbol: str, fr: str, en: str) -> Column:
    """0 or 1."""
    return Column(kind, "0 or 1", 0, 1, symbol, Text(fr, en))


def count(kind: Literal["fixed", "stock"], symbol: str, fr: str, en: str, low: float = 0) -> Column:
    """A whole number, `low` or more."""
    return Column(kind, "count", low, inf, symbol, Text(fr, en))


def row(kind: Literal["fixed", "stock"], fr: str, en: str, low: float = 0) -> Column:
    """The row of something in another table; -1 for none where `low` allows it."""
    return Column(kind, "row", low, inf, "", Text(fr, en))


def month(kind: Literal["fixed", "stock"], fr: str, en: str, low: float = -1) -> Column:
    """A simulated month; -1 for never where `low` allows it."""
    return Column(kind, "month", low, inf, "", Text(fr, en))


def code(kind: Literal["fixed", "stock"], last: int, fr: str, en: str) -> Column:
    """One of the codes 0..last, which the text lists."""
    return Column(kind, "code", 0, last, "", Text(fr, en))


@cache
def tables() -> tuple[Table, ...]:
    """The declared tables, in the order in which their files say they stand."""
    found = [import_module(f"{__name__}.{file.name}") for file in iter_modules(__path__)]
    return tuple(module.TABLE for module in sorted(found, key=lambda module: module.PLACE))

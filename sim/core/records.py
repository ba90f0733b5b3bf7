"""Structured arrays (levers by month, the authority, the log) as rules read them: by attribute, compiled or not."""

from typing import Any, TypeAlias

import numpy as np

from sim.core.compile import compiled

Levers: TypeAlias = Any
"""A row of the lever table, or one group of it: the configuration's numbers as they stand this month."""

Row: TypeAlias = Any
"""A row of another structured array: the authority, a line of the log."""

Table: TypeAlias = Any
"""The columns of another role, which a role reads without importing it."""

Flow: TypeAlias = Any
"""Something that a rule above made this month: a NamedTuple of arrays, declared where it is made."""


class AttributeRow:
    """One row of a structured array, its fields as attributes.

    NumPy's own record will not do: its attributes (`base`, `size`) hide fields of those names.
    """

    __slots__ = ("_row",)
    _row: np.void

    def __init__(self, row: np.void) -> None:
        object.__setattr__(self, "_row", row)

    def __getattr__(self, name: str) -> object:
        value = self._row[name]
        return AttributeRow(value) if isinstance(value, np.void) else value.item()

    def __setattr__(self, name: str, value: float) -> None:
        self._row[name] = value


class AttributeTable:
    """A structured array whose rows give their fields as attributes."""

    def __init__(self, table: np.ndarray) -> None:
        self._table = table

    def __getitem__(self, at: int) -> AttributeRow:
        return AttributeRow(self._table[at])


def by_attribute(table: np.ndarray) -> Row:
    """Return a view whose rows give their fields as attributes; compiled rules need no such view."""
    return table if compiled else AttributeTable(table)


def read_only(table: np.ndarray) -> np.ndarray:
    """Return a view that cannot be written to."""
    view = table.view()
    view.flags.writeable = False
    return view

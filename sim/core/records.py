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


def by_attribute(table: np.ndarray) -> np.ndarray:
    """Return a view whose rows give their fields as attributes; compiled rules need no such view."""
    return table if compiled else table.view(np.recarray)


def read_only(table: np.ndarray) -> np.ndarray:
    """Return a view that cannot be written to."""
    view = table.view()
    view.flags.writeable = False
    return view

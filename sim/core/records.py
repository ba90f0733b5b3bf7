"""Structured arrays (levers by month, the authority, the log) as rules read them: by attribute, compiled or not."""

import numpy as np

from sim.core.compile import compiled


def by_attribute(table: np.ndarray) -> np.ndarray:
    """Return a view whose rows give their fields as attributes; compiled rules need no such view."""
    return table if compiled else table.view(np.recarray)


def read_only(table: np.ndarray) -> np.ndarray:
    """Return a view that cannot be written to."""
    view = table.view()
    view.flags.writeable = False
    return view

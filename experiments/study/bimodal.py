"""Points of a study whose runs fall into two groups: their mean would lie where hardly any run is."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from experiments.modes import two_modes
from experiments.store import RUNS, read_table

OUTCOME = "net_practice"
"""What is looked at: the practice that the programme adds."""


def points_in_two(folder: Path, points: Sequence[str]) -> list[dict[str, object]]:
    """The points of a merged study whose practice has two modes, with both and the share of the upper one."""
    table = read_table(folder / RUNS, ["point_id", OUTCOME])
    ids, values = np.array(table["point_id"].to_pylist()), table[OUTCOME].to_numpy(zero_copy_only=False).astype(float)
    order = np.argsort(ids, kind="stable")
    cuts = np.flatnonzero(ids[order][1:] != ids[order][:-1]) + 1
    found = {str(ids[rows[0]]): two_modes(values[rows]) for rows in np.split(order, cuts)}
    return [
        {"point_id": at, "outcome": OUTCOME, "low": m.low, "high": m.high, "cut": m.cut, "upper": m.upper.as_dict()}
        for at in points
        if (m := found.get(at)) is not None
    ]

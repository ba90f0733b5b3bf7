"""The verdict read again from stored rows, the lines of its rule moved: nothing is run."""

import numpy as np
import pandas as pd

from sim.config import Config
from sim.outcomes.thresholds import Thresholds
from sim.outcomes.verdict import verdict_from_row
from sim.simulation import thresholds

_READ = (
    "programme_status", "net_practice", "breadth", "practice_rest", "momentum", "practice_gain", "practitioners",
    "concentration", "concentration_quantile", "largest_group", "largest_group_quantile", "isolated",
    "cynicism_involved", "relaunch_ratio", "lab_alive", "secondary_adopters", "ambassadors_practising", "epsilon",
)  # fmt: skip


def reread(runs: pd.DataFrame, scale: float, lines: Thresholds | None = None) -> pd.Series:
    """The verdict of each run, epsilon and the lines multiplied by `scale` (0.5..1.5: rows were measured for that)."""
    moved = (lines or thresholds(Config())).scaled(scale)
    columns = (runs[name].tolist() for name in _READ)
    rows = (dict(zip(_READ, values, strict=True)) for values in zip(*columns, strict=True))
    found = [verdict_from_row(row, row["epsilon"] * scale, moved).verdict for row in rows]
    return pd.Series(np.array(found, dtype=object), index=runs.index)

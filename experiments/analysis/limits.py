"""What an analysis leaves out so that a table stays readable or a picture quick: always said, with how much."""

from collections.abc import Iterator
from math import prod

import numpy as np
import pandas as pd

from experiments.analysis.contrasts import FEWEST
from experiments.analysis.levels import mixed
from experiments.analysis.material import FRACTION, Material
from experiments.analysis.tipping_lines import MOST_LINES, MOST_PLACES, lined, map_axes, settings_of, tipping_axis

MOST_RUNS = 4_000
"""Runs whose months are read for the figures, taken at even distances."""


def limits(material: Material) -> pd.DataFrame:
    """One row a table or a figure that does not hold all: how many of its things it holds, out of how many."""
    return pd.DataFrame(
        [(table, min(shown, whole), whole) for table, shown, whole in _told(material) if shown < whole],
        columns=["table", "shown", "whole"],
    )


def shown_runs(material: Material) -> set[str]:
    """The runs whose months are read."""
    return set(material.runs["run_id"].iloc[:: _every(len(material.runs), MOST_RUNS)])


def _told(material: Material) -> Iterator[tuple[str, int, int]]:
    replicates = int(material.runs["replicate"].nunique())
    yield ("replicates", replicates, FEWEST)
    yield ("levers", len(material.levers), 1)
    if material.kind == FRACTION:
        whole = prod(max(1, len(key.values)) for key in material.keys)
        yield ("fraction", int(material.runs["point_id"].nunique()), whole)
    if replicates >= FEWEST and mixed(material.situation):
        yield ("worlds", 0, int(np.unique(material.situation.world).size))
    if lined(material):
        axis = tipping_axis(material)
        yield ("tipping", MOST_LINES, len(settings_of(material, axis)) if axis else 0)
    if map_axes(material) is not None:
        points = int(material.runs["point_id"].nunique())
        yield ("surface", len(range(0, points, _every(points, MOST_PLACES))), points)
    yield ("months", len(shown_runs(material)), len(material.runs))


def _every(whole: int, most: int) -> int:
    return 1 + whole // most

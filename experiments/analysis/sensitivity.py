"""Sensitivity of a study: the indices that its design allows, with their floor."""

import numpy as np
import pandas as pd

from experiments.analysis.given import main_effects
from experiments.analysis.intervals import Floats
from experiments.analysis.material import TARGETS, Material
from experiments.analysis.morris import screen
from experiments.analysis.sobol import Saltelli, indices

COLUMNS = ["method", "outcome", "key", "index", "value", "low", "high", "floor", "found"]
FEWEST_POINTS = 20
Rows = list[tuple[object, ...]]


def sensitivity(material: Material) -> pd.DataFrame:
    """Morris's effects, Sobol's indices, main effects: one row an index; `found`: its whole interval above the floor.

    `floor` is nan where nothing tells it (a study of one replicate).
    """
    rows: Rows = []
    for outcome in TARGETS:
        values = material.matrix(outcome)
        if values.size == 0 or np.isnan(values).all():
            continue
        values = np.where(np.isnan(values), np.nanmean(values), values)
        if material.kind == "morris":
            rows += _morris(material, outcome, values)
        if material.kind == "saltelli":
            rows += _sobol(material, outcome, values)
        rows += _main(material, outcome, values.mean(axis=1))
    return pd.DataFrame(rows, columns=COLUMNS)


def _morris(material: Material, outcome: str, values: Floats) -> Rows:
    points = material.points()
    places = np.stack([key.places(points[key.name]) for key in material.keys], axis=1)
    found = screen(places, values, [key.name for key in material.keys], material.dummy)
    floor = np.nan if found.floor is None else found.floor
    rows: Rows = []
    for each in found.effects:
        seen = found.found(each)
        for index, value in (("size", each.size), ("mean", each.mean)):
            rows.append(("morris", outcome, each.key, index, value.value, value.low, value.high, floor, seen))
        rows.append(("morris", outcome, each.key, "spread", each.spread, np.nan, np.nan, floor, seen))
    return rows


def saltelli_values(material: Material, values: Floats) -> Saltelli | None:
    """The outcome at A, B and AB by the notes of the design; None where some rows have no runs."""
    points = material.points()
    at = {move: np.flatnonzero(points["move"] == move) for move in points["move"].unique()}
    names = ["A", "B", *(f"AB:{key.name}" for key in material.keys)]
    if any(name not in at or at[name].size != at["A"].size for name in names):
        return None
    a, b, *ab = (values[at[name]] for name in names)
    return Saltelli(a, b, np.array(ab))


def _sobol(material: Material, outcome: str, values: Floats) -> Rows:
    parts = saltelli_values(material, values)
    if parts is None:
        return []
    found = indices(parts, [key.name for key in material.keys], material.dummy)
    floor = np.nan if found.floor is None else found.floor
    rows: Rows = []
    for each in found.keys:
        for index, value in (("alone", each.alone), ("total", each.total)):
            seen = found.found(each)
            rows.append(("sobol", outcome, each.key, index, value.value, value.low, value.high, floor, seen))
    return rows


def _main(material: Material, outcome: str, mean: Floats) -> Rows:
    """Main effects of the keys of the design over its points."""
    points = material.points()
    columns = {key.name: _column(points[key.name]) for key in material.keys if points[key.name].nunique() > 1}
    if not columns or len(points) < FEWEST_POINTS:
        return []
    found = main_effects(columns, mean, material.dummy)
    return [
        ("main", outcome, each.key, "part", each.part.value, each.part.low, each.part.high, found.floor,
         found.found(each))
        for each in found.effects
    ]  # fmt: skip


def _column(column: pd.Series) -> np.ndarray:
    """Numbers as they are, all else as text."""
    return column.to_numpy(np.float64) if pd.api.types.is_numeric_dtype(column) else column.astype(str).to_numpy(str)

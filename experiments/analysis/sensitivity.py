"""Sensitivity of a study: the indices that its design allows, with their floor."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from experiments.analysis.given import balanced_effects, main_effects
from experiments.analysis.intervals import Floats, Labels
from experiments.analysis.material import TARGETS, Material
from experiments.analysis.morris import LEVELS, screen
from experiments.analysis.sobol import Saltelli, indices

COLUMNS = ["method", "outcome", "key", "other", "index", "value", "low", "high", "n", "floor", "found"]
FEWEST_POINTS, FEWEST_GROUPS = 20, 2
Rows = list[tuple[object, ...]]


def sensitivity(material: Material) -> pd.DataFrame:
    """Morris's effects, Sobol's indices, main effects: one row an index; `found`: its whole interval above the floor.

    `other` is the second key of a pair; `n` the trajectories, base points or points that count: those with a gap
    (an outcome undefined, a run that failed) are left out. `floor` is nan where nothing tells it (one replicate).
    """
    rows: Rows = []
    for outcome in TARGETS:
        values = material.matrix(outcome)
        if values.size == 0 or np.isnan(values).all():
            continue
        if material.kind == "morris":
            rows += _morris(material, outcome, values)
        if material.kind == "saltelli":
            rows += _sobol(material, outcome, values)
        rows += _main(material, outcome, values)
    return pd.DataFrame(rows, columns=COLUMNS)


def whole(groups: Labels, values: Floats, size: int) -> Labels:
    """Rows of the groups (trajectories, base points) that have all their rows, and no gap in them."""
    number, counts = np.unique(groups, return_counts=True)
    gaps = np.unique(groups[np.isnan(values).any(axis=1)])
    kept = np.setdiff1d(number[counts == size], gaps)
    return np.flatnonzero(np.isin(groups, kept))


def _morris(material: Material, outcome: str, values: Floats) -> Rows:
    points, keys = material.points(), [key.name for key in material.keys]
    rows = whole(points["trajectory"].to_numpy(), values, len(keys) + 1)
    if rows.size < FEWEST_GROUPS * (len(keys) + 1):
        return []
    places = np.stack([key.places(points[key.name]) for key in material.keys], axis=1)
    levels = int(material.options.get("levels", LEVELS))
    told = screen(places[rows], values[rows], keys, material.dummy, levels)
    floor = _number(told.floor)
    found: Rows = []
    for each in told.effects:
        seen = told.found(each)
        for index, value in (("size", each.size), ("mean", each.mean)):
            found.append(("morris", outcome, each.key, None, index, value.value, value.low, value.high, value.n, floor,
                          seen))  # fmt: skip
        found.append(("morris", outcome, each.key, None, "spread", each.spread, np.nan, np.nan, each.size.n, floor,
                      seen))  # fmt: skip
    return found


def saltelli_values(material: Material, values: Floats) -> Saltelli | None:
    """The outcome at A, B, AB and BA by the notes of the design; None where hardly any base point is whole."""
    points, keys = material.points(), [key.name for key in material.keys]
    moves = points["move"].to_numpy(str)
    names = list(dict.fromkeys(moves))
    rows = whole(points["base"].to_numpy(), values, len(names))
    if rows.size < FEWEST_GROUPS * len(names):
        return None
    a, b = (values[rows[moves[rows] == name]] for name in ("A", "B"))
    ab, ba = (_blocks(values[rows], moves[rows], (f"{kind}:{key}" for key in keys)) for kind in ("AB", "BA"))
    return Saltelli(a, b, ab, ba if len(ba) else None)


def _blocks(values: Floats, moves: np.ndarray, names: Iterable[str]) -> Floats:
    return np.array([values[moves == name] for name in names if name in moves])


def _sobol(material: Material, outcome: str, values: Floats) -> Rows:
    parts = saltelli_values(material, values)
    if parts is None:
        return []
    told = indices(parts, [key.name for key in material.keys], material.dummy)
    floor = _number(told.floor)
    found: Rows = []
    for each in told.keys:
        for index, value in (("alone", each.alone), ("total", each.total)):
            found.append(("sobol", outcome, each.key, None, index, value.value, value.low, value.high, value.n, floor,
                          told.found(each.total)))  # fmt: skip
    for pair in told.pairs:
        value = pair.index
        found.append(("sobol", outcome, pair.key, pair.other, "pair", value.value, value.low, value.high, value.n,
                      floor, told.found(value)))  # fmt: skip
    return found


def _main(material: Material, outcome: str, values: Floats) -> Rows:
    """Main effects of the keys of the design over its points; a whole grid or fraction needs no drawing of points."""
    kept = ~np.isnan(values).any(axis=1)
    points, mean = material.points()[kept], values[kept].mean(axis=1)
    columns = {key.name: _column(points[key.name]) for key in material.keys if points[key.name].nunique() > 1}
    balanced = material.balanced and bool(kept.all())
    if not columns or (len(points) < FEWEST_POINTS and not balanced):
        return []
    if balanced:
        found = balanced_effects(columns, values[kept], material.dummy)
    else:
        found = main_effects(columns, mean, material.dummy)
    return [
        ("main", outcome, each.key, None, "part", each.part.value, each.part.low, each.part.high, len(points),
         found.floor, found.found(each))
        for each in found.effects
    ]  # fmt: skip


def _number(floor: float | None) -> float:
    return np.nan if floor is None else floor


def _column(column: pd.Series) -> np.ndarray:
    """Numbers as they are, all else as text."""
    return column.to_numpy(np.float64) if pd.api.types.is_numeric_dtype(column) else column.astype(str).to_numpy(str)

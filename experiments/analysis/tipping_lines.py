"""The tipping surface of a study: a line of crossings where levers have values, a map where they are sampled."""

import numpy as np
import pandas as pd

from experiments.analysis import tipping
from experiments.analysis.intervals import Labels, labels
from experiments.analysis.levels import estimate
from experiments.analysis.material import ONE_AT_A_TIME, Key, Material

VERDICT = "diffusion"
FAVOURED, SECOND = "sponsorship.level", "hierarchy.depth"
"""The levers along which tipping is read first."""
MOST_LINES = 200
"""Combinations of the other levers that are told, the first in order; `limits` says what is beyond."""
MOST_PLACES = 3_000
"""Points of a map; runs of the points beyond are left out, every so many."""


def tipping_axis(material: Material) -> Key | None:
    """The lever along which tipping is read: sponsorship, else the number with most values."""
    numbers = [key for key in material.levers if key.is_number and material.runs[key.name].nunique() > 2]
    favoured = [key for key in numbers if key.name == FAVOURED]
    return next(iter(favoured or sorted(numbers, key=lambda key: -material.runs[key.name].nunique())), None)


def lined(material: Material) -> bool:
    """Whether tipping is told by a line of values: not where the lever is sampled, nor on designs made for indices."""
    axis = tipping_axis(material)
    return axis is not None and bool(axis.values) and material.kind not in ONE_AT_A_TIME


def settings_of(material: Material, axis: Key) -> list[tuple[dict[str, object], pd.DataFrame]]:
    """Every combination of the other levers, in order, and its runs."""
    others = [key.name for key in material.levers if key.name != axis.name]
    groups = material.runs.groupby(others, sort=True, observed=True) if others else [((), material.runs)]
    return [
        (dict(zip(others, values if isinstance(values, tuple) else (values,), strict=True)), runs)
        for values, runs in groups
    ]


def tipping_lines(material: Material, verdict: str = VERDICT) -> pd.DataFrame:
    """Where the share crosses one half along one lever, for every combination of the others: all runs, each variant."""
    columns = ["axis", "setting", "variant", "value", "low", "high", "always", "never", "n"]
    axis = tipping_axis(material)
    if axis is None or not lined(material):
        return pd.DataFrame(columns=columns)
    names = sorted(material.variants.unique())
    rows: list[tuple[object, ...]] = []
    for setting, runs in settings_of(material, axis)[:MOST_LINES]:
        at = material.runs.index.get_indexer(runs.index)
        for variant in ["", *(names if len(names) > 1 else [])]:
            part = at if variant == "" else at[(material.variants.iloc[at] == variant).to_numpy()]
            found = crossing_along(material, axis, part, verdict)
            if found is not None:
                rows.append((axis.name, setting, variant, found.at.value, found.at.low, found.at.high, found.always,
                             found.never, found.at.n))  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def crossing_along(material: Material, axis: Key, rows: Labels, verdict: str = VERDICT) -> tipping.Crossing | None:
    """Where some runs cross one half along a lever; None where they have too few values or too little luck."""
    values = material.runs[axis.name].to_numpy()[rows]
    at = [rows[values == value] for value in axis.values]
    shown = [(value, part) for value, part in zip(axis.values, at, strict=True) if part.size > 1]
    if len(shown) < 2:
        return None
    x = np.array([value for value, _ in shown], dtype=np.float64)
    order = np.argsort(x)
    shares = [estimate(material, verdict, part) for _, part in shown]
    return tipping.crossing_of(x[order], [shares[rank] for rank in order])


def map_axes(material: Material) -> tuple[Key, Key] | None:
    """The two levers of a map, the first of them sampled from a range."""
    first = tipping_axis(material)
    numbers = [key for key in material.levers if key.is_number and first is not None and key.name != first.name]
    if first is None or first.values or not numbers:
        return None
    favoured = [key for key in numbers if key.name == SECOND]
    return first, (favoured or sorted(numbers, key=lambda key: -material.runs[key.name].nunique()))[0]


def tipping_surface(material: Material, verdict: str = VERDICT) -> pd.DataFrame:
    """Share of the verdict over two sampled levers, all else as it comes: one row a place."""
    columns = ["x_key", "y_key", "x", "y", "share", "low", "high", "supported", "uncertain"]
    axes = map_axes(material)
    if axes is None:
        return pd.DataFrame(columns=columns)
    x, y = axes[0].name, axes[1].name
    hits = material.runs.assign(hit=material.runs["verdict"] == verdict)
    at = hits.groupby("point_id").agg(x=(x, "first"), y=(y, "first"), hit=("hit", "sum"), n=("hit", "size"))
    at = at.iloc[:: 1 + len(at) // MOST_PLACES]
    across, up, hit, n = (np.asarray(at[name], dtype=np.float64) for name in ("x", "y", "hit", "n"))
    found = tipping.surface(across, up, hit, n, labels(across, up))
    across, up = np.meshgrid(found.x, found.y)
    return pd.DataFrame(
        {
            "x_key": x, "y_key": y, "x": across.ravel(), "y": up.ravel(), "share": found.share.ravel(),
            "low": found.low.ravel(), "high": found.high.ravel(), "supported": found.supported.ravel(),
            "uncertain": found.uncertain.ravel(),
        }
    )  # fmt: skip

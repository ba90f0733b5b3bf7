"""The tipping surface of a study: a line of crossings where levers have values, a map where they are sampled."""

import numpy as np
import pandas as pd

from experiments.analysis import tipping
from experiments.analysis.intervals import labels
from experiments.analysis.material import ONE_AT_A_TIME, Key, Material

VERDICT = "diffusion"
FAVOURED, SECOND = "sponsorship.level", "hierarchy.depth"
"""The levers along which tipping is read first."""
MOST_LINES = 60
MOST_PLACES = 3_000
"""Points of a map; runs of the points beyond are left out, every so many."""


def tipping_axis(material: Material) -> Key | None:
    """The lever along which tipping is read: sponsorship, else the number with most values."""
    numbers = [key for key in material.levers if key.is_number and material.runs[key.name].nunique() > 2]
    favoured = [key for key in numbers if key.name == FAVOURED]
    return next(iter(favoured or sorted(numbers, key=lambda key: -material.runs[key.name].nunique())), None)


def tipping_lines(material: Material, verdict: str = VERDICT) -> pd.DataFrame:
    """Where the share crosses one half along one lever, for every combination of the others: all runs, each variant."""
    columns = ["axis", "setting", "variant", "value", "low", "high", "always", "never", "n"]
    axis = tipping_axis(material)
    if axis is None or not axis.values or material.kind in ONE_AT_A_TIME:
        return pd.DataFrame(columns=columns)
    others = [key.name for key in material.levers if key.name != axis.name]
    names = sorted(material.variants.unique())
    rows: list[tuple[object, ...]] = []
    groups = material.runs.groupby(others, sort=True, observed=True) if others else [((), material.runs)]
    for values, runs in list(groups)[:MOST_LINES]:
        setting = dict(zip(others, values if isinstance(values, tuple) else (values,), strict=True))
        for variant in ["", *(names if len(names) > 1 else [])]:
            part = runs if variant == "" else runs[material.variants[runs.index] == variant]
            found = _crossing(part, axis, verdict)
            if found is not None:
                rows.append((axis.name, setting, variant, found.at.value, found.at.low, found.at.high, found.always,
                             found.never, found.at.n))  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def _crossing(runs: pd.DataFrame, axis: Key, verdict: str) -> tipping.Crossing | None:
    """From the runs that all values of the lever have alike: same luck, same uncertain keys."""
    hits = (runs["verdict"] == verdict).rename("hit")
    one = [runs[axis.name], runs["replicate"], hits.groupby([runs[axis.name], runs["replicate"]]).cumcount()]
    table = hits.groupby(one).first().unstack([1, 2]).dropna(axis=1)
    if table.shape[0] < 2 or table.shape[1] < 2:
        return None
    return tipping.crossing(table.index.to_numpy(np.float64), table.to_numpy(bool))


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

"""Scenario discovery put to a study: boxes found on one half of it, counted on the other."""

import numpy as np
import pandas as pd

from experiments.analysis import prim
from experiments.analysis.intervals import clustered_share
from experiments.analysis.material import UNCERTAIN, Material

VERDICTS = ("diffusion", "islets", "fallback")
MANY_POINTS = 200
"""Points from which boxes are found on one half and counted on the other; under it, replicates are parted."""
RARE = 0.02
LEAST, OFTENER = 0.5, 1.5
"""A box is told where the verdict comes so often in it, or so many times as often as in all runs."""


def boxes(material: Material) -> pd.DataFrame:
    """Boxes for every verdict that is neither rare nor the rule; one row a bound, rows of one `box` hold together.

    The boxes of a verdict come in order: each is about what the ones before leave.
    """
    columns = ["verdict", "box", "key", "low", "high", "among", "value", "interval_low", "interval_high", "n",
               "coverage", "support", "p", "apart"]  # fmt: skip
    keys = [key.name for key in (*material.levers, *material.of_role(UNCERTAIN))]
    rows: list[tuple[object, ...]] = []
    for verdict in VERDICTS:
        hits = material.measured.values[verdict]
        if keys and RARE < hits.mean() < 1 - RARE:
            rows += _told_boxes(material, keys, verdict)
    return pd.DataFrame(rows, columns=columns)


def _told_boxes(material: Material, keys: list[str], verdict: str) -> list[tuple[object, ...]]:
    finds, counts, apart = halves(material)
    frame = material.runs[keys].copy()
    hits = pd.Series(material.measured.values[verdict], frame.index)
    grouped = (
        hits[finds].groupby([frame.loc[finds, key] for key in keys], sort=True, observed=True).agg(["sum", "size"])
    )
    points = grouped.index.to_frame(index=False)
    points.columns = pd.Index(keys)
    told: list[tuple[object, ...]] = []
    left = pd.Series(True, index=frame.index)
    for at, box in enumerate(prim.boxes(points, grouped["sum"].to_numpy(float), grouped["size"].to_numpy(float))):
        inside = pd.Series(box.holds(frame), index=frame.index) & left
        left &= ~inside
        within = (inside & counts).to_numpy()
        share = clustered_share(hits[within], [cluster[within] for cluster in material.clusters])
        coverage = float(hits[within].sum() / max(1.0, hits[counts].sum()))
        if share.value < LEAST and share.value < OFTENER * hits.mean():
            continue
        for bound in box.bounds:
            among = ", ".join(map(str, bound.among)) or None
            told.append((verdict, at, bound.key, bound.low, bound.high, among, share.value, share.low, share.high,
                         share.n, coverage, box.support, box.p, apart))  # fmt: skip
    return told


def halves(material: Material) -> tuple[pd.Series, pd.Series, bool]:
    """Runs that serve to find a box and runs on which it is counted; the same ones where there are too few points."""
    points = material.runs["point_id"]
    names = np.sort(points.unique())
    if len(names) >= MANY_POINTS:
        first = points.isin(np.random.default_rng(0).permutation(names)[: len(names) // 2])
        return first, ~first, True
    replicates = material.runs["replicate"]
    if replicates.nunique() >= 4:
        first = replicates % 2 == 0
        return first, ~first, True
    every = pd.Series(True, index=points.index)
    return every, every, False

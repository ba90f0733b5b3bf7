"""What is missing where practice stays in islets: bridges, sponsor, manager, time.

No threshold is given: a run lacks an ingredient where it has less of it than nine in ten of the runs of the same study
that spread (more than nine in ten, for segregation). Time is missing where practice was still growing, by more than
luck does.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from experiments.analysis.intervals import clustered_share
from experiments.analysis.material import Material

INGREDIENTS = ("bridges", "sponsor", "manager", "time")
ORDINARY = 0.1
FEWEST = 10
"""Runs of either kind below which nothing is said."""
SEGREGATION, SPONSOR, GAIN, LUCK = "segregation_freeman", "sponsorship_signal", "practice_gain", "epsilon"
MANAGERS = "stance_mean"
"""Monthly column: mean stance of the managers."""


def missing(material: Material, monthly: pd.DataFrame) -> pd.DataFrame:
    """Whether each ingredient is missing in each run that stays in islets [run, ingredient], with its kind of islets.

    Empty where too few runs spread or stay in islets, a column left out where nothing measures it.
    """
    runs = _with_managers(material, monthly)
    spread, islets = runs[runs["verdict"] == "diffusion"], runs[runs["verdict"] == "islets"]
    if min(len(spread), len(islets)) < FEWEST:
        return pd.DataFrame(columns=["islet_kind"])
    found = {"islet_kind": islets["islet_kind"]}
    for name, column, lacks in _measures(runs):
        ordinary = float(spread[column].quantile(ORDINARY if lacks < 0 else 1 - ORDINARY))
        found[name] = lacks * (islets[column] - ordinary) > 0
    if {GAIN, LUCK} <= set(runs):
        found["time"] = islets[GAIN] > islets[LUCK]
    return pd.DataFrame(found)


def anatomy(material: Material, monthly: pd.DataFrame) -> pd.DataFrame:
    """Share of islets that lack each ingredient, for all of them (kind "") and for each kind, with intervals."""
    lacks, rows = missing(material, monthly), []
    for kind in ["", *sorted(lacks["islet_kind"].dropna().unique())]:
        part = lacks if kind == "" else lacks[lacks["islet_kind"] == kind]
        if len(part) < FEWEST:
            continue
        at = material.runs.index.get_indexer(part.index)
        for name in (name for name in INGREDIENTS if name in part):
            told = clustered_share(part[name].to_numpy(bool), [cluster[at] for cluster in material.clusters])
            rows.append((kind, name, told.value, told.low, told.high, told.n))
    return pd.DataFrame(rows, columns=["kind", "ingredient", "value", "low", "high", "n"])


def _measures(runs: pd.DataFrame) -> Iterator[tuple[str, str, int]]:
    """Ingredient, column, and the side on which it is missing."""
    for name, column, lacks in (("bridges", SEGREGATION, 1), ("sponsor", SPONSOR, -1), ("manager", MANAGERS, -1)):
        if column in runs and runs[column].notna().any():
            yield name, column, lacks


def _with_managers(material: Material, monthly: pd.DataFrame) -> pd.DataFrame:
    """The runs with the managers' stance at the last month observed, where the months hold it."""
    if MANAGERS not in monthly or not material.observed:
        return material.runs
    last = monthly[monthly["month"] == min(material.observed[-1], int(monthly["month"].max()))]
    stance = last.drop_duplicates("run_id").set_index("run_id")[MANAGERS]
    return material.runs.assign(**{MANAGERS: np.asarray(material.runs["run_id"].map(stance), dtype=np.float64)})

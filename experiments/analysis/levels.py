"""Shares and outcomes by lever, with what each of the three uncertainties gives to the doubt."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

import numpy as np
import pandas as pd

from experiments.analysis.components import Situation, component_shares, components
from experiments.analysis.intervals import Floats, Labels, clustered_mean, clustered_share, variance_of_mean
from experiments.analysis.material import MOST_VALUES, PARTS, Key, Material
from experiments.modes import two_modes
from experiments.statistics import Estimate

_Z, _NINE_IN_TEN = 1.959964, 1.644854
FEWEST_RUNS = 2
TOGETHER = "repetition_and_parameters"
"""Luck and parameters, where runs cannot tell one from the other."""


@dataclass(frozen=True)
class Level:
    """Runs where a lever has one value, or lies in one part of its range."""

    lever: str
    start: object
    end: object
    """The same as `start` for one value."""
    rows: Labels


def levels_of(material: Material, key: Key | None) -> Iterator[Level]:
    """The values of a lever, in order; parts of equal numbers of runs where they are many; all runs for no lever."""
    if key is None:
        yield Level("", None, None, np.arange(len(material.runs)))
        return
    column = material.runs[key.name]
    values = [value for value in key.values if (column == value).any()]
    if values and len(values) <= MOST_VALUES:
        for value in values:
            yield Level(key.name, value, value, np.flatnonzero((column == value).to_numpy()))
        return
    numbers = column.to_numpy(np.float64)
    ends = np.unique(np.quantile(numbers, np.linspace(0, 1, PARTS + 1)))
    part = np.clip(np.searchsorted(ends, numbers, side="right") - 1, 0, len(ends) - 2)
    for at in range(len(ends) - 1):
        yield Level(key.name, float(ends[at]), float(ends[at + 1]), np.flatnonzero(part == at))


def estimate(material: Material, outcome: str, rows: Labels) -> Estimate:
    """Share or mean of the outcome over some runs, with an interval that counts what they share."""
    values = material.measured.values[outcome][rows]
    clusters = [cluster[rows] for cluster in material.clusters]
    if outcome not in material.measured.yes_or_no:
        return clustered_mean(values, clusters)
    defined = ~np.isnan(values)
    return clustered_share(values[defined], [cluster[defined] for cluster in clusters])


def by_lever(material: Material) -> pd.DataFrame:
    """Every outcome at every value of every lever: estimate and interval, then each uncertainty apart.

    `repetition_*` is the interval that luck alone would give; `parameters_*` holds nine in ten of the sets of
    parameters (what the outcome is expected to be under each); `structure_*` are the lowest and highest variants;
    `low_mode`, `high_mode` and `upper` (the share of runs at the second) where runs have two modes.
    """
    rows = []
    levers: list[Key | None] = [*material.levers] or [None]
    for key in levers:
        for level in levels_of(material, key):
            if level.rows.size < FEWEST_RUNS:
                continue
            for outcome in material.measured.values:
                rows.append(
                    {"lever": level.lever, "start": level.start, "end": level.end, "outcome": outcome}
                    | _told(estimate(material, outcome, level.rows))
                    | _apart(material, outcome, level.rows)
                    | _two(material, outcome, level.rows)
                )
    return pd.DataFrame(rows)


def uncertainties(material: Material) -> pd.DataFrame:
    """The part of each uncertainty in the variance of one run, at equal levers, with its interval.

    Luck and parameters have one part, TOGETHER, where each set of parameters is lived with one luck alone.
    """
    rows, names = [], {"repetition": TOGETHER} if mixed(material.situation) else {}
    for outcome, values in material.measured.values.items():
        for name, part in component_shares(values, material.situation).items():
            rows.append({"outcome": outcome, "uncertainty": names.get(name, name)} | _told(part))
    return pd.DataFrame(rows, columns=["outcome", "uncertainty", "value", "low", "high", "n"])


def mixed(at: Situation) -> bool:
    """Whether parameters change with luck alone, so that nothing tells one from the other."""
    return worlds_met_twice(at) == 0 and np.unique(at.world).size > 1


def worlds_met_twice(at: Situation) -> int:
    """Sets of parameters that runs have under two lucks or more."""
    pairs = np.unique(np.stack([at.world, at.luck]), axis=1)
    return int(np.count_nonzero(np.unique(pairs[0], return_counts=True)[1] > 1))


def _told(found: Estimate) -> dict[str, float]:
    return {"value": found.value, "low": found.low, "high": found.high, "n": found.n}


def _apart(material: Material, outcome: str, rows: Labels) -> dict[str, float | None]:
    values, at = material.measured.values[outcome][rows], material.situation.part(rows)
    defined = ~np.isnan(values)
    centre = float(values[defined].mean()) if defined.any() else np.nan
    found_parts = components(values, at) if defined.any() else None
    yes = outcome in material.measured.yes_or_no
    world = found_parts.deviations["parameters"] if found_parts else None
    part = found_parts.shares["repetition"] if found_parts else None
    repetition = _luck_alone(values[defined], at.luck[defined], part)
    parameters = None if world is None else _NINE_IN_TEN * world
    found: dict[str, float | None] = {}
    for name, half in (("repetition", repetition), ("parameters", parameters)):
        low, high = (None, None) if half is None else _kept(centre - half, centre + half, yes)
        found |= {f"{name}_low": low, f"{name}_high": high}
    means = _by_variant(values, at.structure)
    several = means.size > 1
    return found | {
        "structure_low": float(np.nanmin(means)) if several else None,
        "structure_high": float(np.nanmax(means)) if several else None,
    }


def _luck_alone(values: Floats, luck: Labels, part: float | None) -> float | None:
    """Half-width that luck gives to the mean: of all that other replicates would change, its part; None if unknown."""
    if not part or np.unique(luck).size < FEWEST_RUNS:
        return None
    return _Z * sqrt(variance_of_mean(values, [luck]) * part)


def _two(material: Material, outcome: str, rows: Labels) -> dict[str, float | None]:
    """The two modes where runs have two: their mean is then a value that none of them has."""
    yes = outcome in material.measured.yes_or_no
    found = None if yes else two_modes(material.measured.values[outcome][rows])
    if found is None:
        return {"low_mode": None, "high_mode": None, "upper": None}
    return {"low_mode": found.low, "high_mode": found.high, "upper": found.upper.value}


def _kept(low: float, high: float, yes: bool) -> tuple[float, float]:
    return (max(0.0, low), min(1.0, high)) if yes else (low, high)


def _by_variant(values: Floats, structure: Labels) -> Floats:
    means = [np.nanmean(values[structure == name]) for name in np.unique(structure[~np.isnan(values)])]
    return np.array(means, dtype=np.float64)

"""All that a study says, method by method, as tables: one row a finding, plain names in the columns."""

from dataclasses import dataclass, fields

import pandas as pd

from experiments.analysis.contrasts import interactions
from experiments.analysis.discovery import boxes
from experiments.analysis.levels import by_lever, uncertainties
from experiments.analysis.limits import limits
from experiments.analysis.material import TARGETS, Material
from experiments.analysis.sensitivity import sensitivity
from experiments.analysis.survival import stepped, survival, whole_contrasts
from experiments.analysis.tipping_lines import tipping_lines, tipping_surface
from experiments.modes import two_modes

BIMODAL = ("practice", "net_practice")
"""Outcomes looked at for two modes."""


@dataclass(frozen=True)
class Findings:
    """Tables; one is empty where the study has nothing for it."""

    shares: pd.DataFrame
    uncertainties: pd.DataFrame
    contrasts: pd.DataFrame
    interactions: pd.DataFrame
    sensitivity: pd.DataFrame
    boxes: pd.DataFrame
    """One row a bound; rows of one `box` hold together."""
    tipping: pd.DataFrame
    surface: pd.DataFrame
    """Share of diffusion over two levers where they are sampled, with where it may cross one half."""
    modes: pd.DataFrame
    survival: pd.DataFrame
    limits: pd.DataFrame
    """What is left out of a table or a figure."""

    @classmethod
    def names(cls) -> list[str]:
        """Names of the tables."""
        return [field.name for field in fields(cls)]


def find(material: Material) -> Findings:
    """Put every method to the study."""
    found = whole_contrasts(material)
    told = [
        (c.lever, c.start, c.end, c.outcome, c.effect.value, c.effect.low, c.effect.high, c.effect.n, c.replicates,
         c.extremes, c.effect.excludes_zero)
        for c in found
    ]  # fmt: skip
    columns = ["lever", "start", "end", "outcome", "value", "low", "high", "n", "replicates", "extremes", "seen"]
    return Findings(
        shares=by_lever(material),
        uncertainties=uncertainties(material),
        contrasts=pd.DataFrame(told, columns=columns),
        interactions=_interactions(material),
        sensitivity=sensitivity(material),
        boxes=boxes(material),
        tipping=tipping_lines(material),
        surface=tipping_surface(material),
        modes=_modes(material),
        survival=survival(material, found),
        limits=limits(material),
    )


def _interactions(material: Material) -> pd.DataFrame:
    found = interactions(material.runs, material.varied, stepped(material), material.measured)
    columns = ["lever", "start", "end", "other", "outcome", "value", "low", "high", "n", "extremes", "seen"]
    rows = [
        (
            i.lever,
            i.start,
            i.end,
            i.other,
            i.outcome,
            i.effect.value,
            i.effect.low,
            i.effect.high,
            i.effect.n,
            i.extremes,
            i.effect.excludes_zero,
        )
        for i in found
        if i.outcome in TARGETS
    ]
    return pd.DataFrame(rows, columns=columns)


def _modes(material: Material) -> pd.DataFrame:
    """Settings of the levers where an outcome has two modes, luck and parameters taken together."""
    columns = ["setting", "outcome", "cut", "low_mode", "high_mode", "value", "low", "high", "n"]
    keys, rows = [key.name for key in material.levers], []
    shown = [name for name in BIMODAL if name in material.runs]
    runs = material.runs
    if not keys:
        return pd.DataFrame(columns=columns)
    for at, part in runs.groupby(keys, sort=True, observed=True, dropna=False):
        setting = dict(zip(keys, at if isinstance(at, tuple) else (at,), strict=True))
        for outcome in shown:
            found = two_modes(part[outcome].to_numpy(float))
            if found is not None:
                upper = found.upper
                rows.append((setting, outcome, found.cut, found.low, found.high, upper.value, upper.low, upper.high,
                             upper.n))  # fmt: skip
    return pd.DataFrame(rows, columns=columns)

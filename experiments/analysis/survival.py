"""Which conclusions survive the structural variants: each effect of a lever, looked at again under each alone."""

import numpy as np
import pandas as pd

from experiments.analysis.contrasts import Contrast, balanced_contrasts, contrasts
from experiments.analysis.material import FRACTION, ONE_AT_A_TIME, TARGETS, Material

HOLDS, WEAKER, LOST, REVERSED = "holds", "weaker", "lost", "reversed"
"""Seen with the same sign; same sign, not seen; the sign turns, not seen; seen with the other sign."""


def whole_contrasts(material: Material) -> list[Contrast]:
    """Every paired contrast of every lever, and what they do; of a fraction, all runs at each value of a lever."""
    if material.kind == FRACTION and material.balanced:
        return balanced_contrasts(material.runs, stepped(material), material.measured)
    return contrasts(material.runs, material.varied, stepped(material), material.measured)


def stepped(material: Material) -> dict[str, tuple[object, ...]]:
    """Levers that the design takes from value to value, all else equal."""
    if material.kind in ONE_AT_A_TIME:
        return {}
    return {key.name: key.values for key in material.levers if len(key.values) > 1}


def survival(material: Material, found: list[Contrast]) -> pd.DataFrame:
    """One row a conclusion and variant; a conclusion is an effect from the first to the last value of a lever, seen.

    `survives` tells whether it holds under every variant.
    """
    columns = ["lever", "start", "end", "outcome", "variant", "value", "low", "high", "status", "survives"]
    names = sorted(material.variants.unique())
    if len(names) < 2:
        return pd.DataFrame(columns=columns)
    again = {}
    for name in names:
        alone = material.part(np.flatnonzero((material.variants == name).to_numpy()))
        again[name] = {(c.lever, c.start, c.end, c.outcome): c for c in whole_contrasts(alone)}
    rows = []
    for whole in found:
        if not (whole.extremes and whole.effect.excludes_zero and whole.outcome in TARGETS):
            continue
        name = (whole.lever, whole.start, whole.end, whole.outcome)
        told = {variant: _status(whole, again[variant].get(name)) for variant in names}
        for variant, status in told.items():
            part = again[variant].get(name)
            numbers = (part.effect.value, part.effect.low, part.effect.high) if part else (np.nan,) * 3
            survives = all(each == HOLDS for each in told.values())
            rows.append((*name, variant, *numbers, status, survives))
    return pd.DataFrame(rows, columns=columns)


def _status(whole: Contrast, part: Contrast | None) -> str:
    if part is None:
        return LOST
    same = np.sign(part.effect.value) == np.sign(whole.effect.value)
    if part.effect.excludes_zero:
        return HOLDS if same else REVERSED
    return WEAKER if same else LOST

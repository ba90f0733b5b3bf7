"""A quadratic surface for every part of every pattern, fitted to the points computed so far.

It only proposes where to look next: no point is kept or dropped on its word. Its error, estimated by leaving each point
out in turn, takes the place of the variance of simulation in the implausibility.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from experiments.calibration.implausibility import Point, implausibility
from experiments.calibration.rules import CANDIDATES, CUT
from experiments.calibration.space import Space, Values, spread_out
from experiments.patterns.acceptance import Acceptance
from experiments.patterns.pattern import Pattern

Array = NDArray[np.float64]
_PENALTIES = (0.01, 0.1, 1.0, 10.0, 100.0)
"""Penalties of ridge regression among which the error left out chooses."""
_FEWEST = 12
"""Points below which a part is not emulated."""


@dataclass(frozen=True)
class Surface:
    """A fitted part."""

    pattern: str
    accepted: Acceptance
    coefficients: Array
    error: float
    """Root mean square of the errors left out."""

    def implausibilities(self, terms: Array) -> Array:
        """Of candidates, from their quadratic terms [candidates]."""
        return np.array([implausibility(float(z), self.error, self.accepted) for z in terms @ self.coefficients])


def quadratic(unit: Array) -> Array:
    """Constant, linear, square and cross terms of places in the unit cube [points, terms]."""
    centred = 2 * unit - 1
    rows, columns = np.triu_indices(unit.shape[1])
    return np.hstack([np.ones((len(unit), 1)), centred, centred[:, rows] * centred[:, columns]])


def surfaces(patterns: dict[str, Pattern], unit: Array, points: Sequence[Point]) -> list[Surface]:
    """Every part that enough points define."""
    found = []
    for name, pattern in patterns.items():
        for part in pattern.parts:
            measured = [point[name][part.name].value if name in point and part.accepted else np.nan for point in points]
            values = np.array(measured)
            known = np.isfinite(values)
            if part.accepted is None or known.sum() < _FEWEST:
                continue
            coefficients, error = _ridge(quadratic(unit[known]), values[known])
            found.append(Surface(name, part.accepted, coefficients, error))
    return found


def propose(
    space: Space, fitted: Sequence[Surface], n: int, seed: int, rank: int, apart: frozenset[str]
) -> list[Values]:
    """Points for a new wave: where the surfaces see nothing implausible, evenly; the least implausible if too few."""
    places = spread_out(space, max(n, CANDIDATES), seed)
    terms = quadratic(places)
    by_pattern: dict[str, Array] = {}
    for surface in fitted:
        if surface.pattern not in apart:
            each = surface.implausibilities(terms)
            by_pattern[surface.pattern] = np.maximum(by_pattern.get(surface.pattern, np.zeros(len(each))), each)
    if len(by_pattern) < rank:
        return [space.values(place) for place in places[:n]]
    ordered = np.sort(np.array(list(by_pattern.values())), axis=0)[::-1][rank - 1]
    inside = np.flatnonzero(ordered < CUT)
    chosen = inside if inside.size >= n else np.argsort(ordered, kind="stable")
    return [space.values(places[at]) for at in chosen[:n]]


def _ridge(terms: Array, values: Array) -> tuple[Array, float]:
    """Coefficients by ridge regression (the constant is free), with the penalty whose error left out is least."""
    mean, spread = float(values.mean()), float(values.std())
    if not isfinite(spread) or spread == 0:
        return np.concatenate([[mean], np.zeros(terms.shape[1] - 1)]), 0.0
    centre = terms[:, 1:].mean(axis=0)
    u, s, vt = np.linalg.svd(terms[:, 1:] - centre, full_matrices=False)
    best: tuple[float, Array] | None = None
    for penalty in _PENALTIES:
        shrink = s**2 / (s**2 + penalty)
        fitted = u @ (shrink * (u.T @ (values - mean)))
        leverage = np.minimum(0.99, (u**2 * shrink).sum(axis=1) + 1 / len(values))
        error = float(np.sqrt(np.mean(((values - mean - fitted) / (1 - leverage)) ** 2)))
        if best is None or error < best[0]:
            slopes = vt.T @ (s / (s**2 + penalty) * (u.T @ (values - mean)))
            best = error, np.concatenate([[mean - centre @ slopes], slopes])
    assert best is not None
    return best[1], best[0]

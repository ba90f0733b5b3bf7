"""The space that is searched: the parameters declared `fit`, over their plausible ranges."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import qmc

from experiments.ensemble import rounded
from sim.config import iter_parameters

Values = tuple[tuple[str, float], ...]
"""A point: key and value, in the order of the space."""


@dataclass(frozen=True)
class Space:
    """A box of parameters."""

    keys: tuple[str, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    default: tuple[float, ...]

    @property
    def size(self) -> int:
        """Number of parameters."""
        return len(self.keys)

    def values(self, unit: NDArray[np.float64]) -> Values:
        """The point at a place of the unit cube, rounded as an ensemble keeps it."""
        low, high = np.array(self.low), np.array(self.high)
        return tuple(zip(self.keys, (rounded(x) for x in low + unit * (high - low)), strict=True))

    def unit(self, points: list[Values]) -> NDArray[np.float64]:
        """Places of points in the unit cube [points, keys]."""
        low, high = np.array(self.low), np.array(self.high)
        found = np.array([[value for _, value in point] for point in points]).reshape(-1, self.size)
        return np.asarray((found - low) / (high - low))

    @property
    def middle(self) -> Values:
        """The defaults as a point."""
        return tuple(zip(self.keys, map(float, self.default), strict=True))


def fit_space() -> Space:
    """The ten parameters of the fit set."""
    fit = [p for _, p in iter_parameters() if p.fit]
    ends = [p.plausible for p in fit if p.plausible is not None]
    return Space(
        tuple(p.key for p in fit),
        tuple(float(low) for low, _ in ends),
        tuple(float(high) for _, high in ends),
        tuple(float(p.default) for p in fit),
    )


def spread_out(space: Space, n: int, seed: int) -> NDArray[np.float64]:
    """A Latin hypercube in the unit cube [n, keys]; any first rows of it are a random sample."""
    return np.asarray(qmc.LatinHypercube(space.size, rng=np.random.default_rng(seed)).random(n))

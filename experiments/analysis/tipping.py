"""The tipping surface: where the share of a verdict crosses one half, with how sure that is.

Two ways. `crossing` reads a line of values with many replicates each (a grid): the share is made to rise (isotonic
regression) and read off between values, and so are the two ends of its interval. `surface` reads scattered points
in two levers: a logistic regression around each place, near points counting more, the width of "near" chosen by leaving
points out; the boundary is where it gives one half, and its uncertainty all the places whose interval holds one half.

Source: T. Hastie and C. Loader (1993), Local regression: automatic kernel carpentry, Statistical Science 8.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan

import numpy as np
from numpy.typing import NDArray

from experiments.analysis.intervals import Floats, Labels
from experiments.statistics import Estimate, wilson

HALF = 0.5
WIDTHS = (0.08, 0.12, 0.18, 0.27, 0.4)
"""Widths tried, in parts of the range of each lever."""
_STEPS, _RIDGE, _Z = 12, 1e-3, 1.959964


@dataclass(frozen=True)
class Crossing:
    """Where a share crosses one half along one lever."""

    at: Estimate
    """In the unit of the lever; nan where it does not cross, an infinite end where the interval leaves the values."""
    always: bool = False
    """Above one half at all values."""
    never: bool = False
    """Below one half at all values."""


@dataclass(frozen=True)
class Surface:
    """Share of the verdict over two levers."""

    x: Floats
    """[columns]"""
    y: Floats
    """[rows]"""
    share: Floats
    """[rows, columns, 0..1]"""
    low: Floats
    high: Floats
    supported: NDArray[np.bool_]
    """Places with enough points around to say anything [rows, columns]."""
    width: float
    """Width chosen, in parts of the ranges."""

    @property
    def uncertain(self) -> NDArray[np.bool_]:
        """Where the boundary may lie [rows, columns]."""
        return (self.low <= HALF) & (self.high >= HALF) & self.supported


def crossing(x: Floats, hits: NDArray[np.bool_], *, rising: bool | None = None) -> Crossing:
    """Where the share crosses one half, from as many independent runs at each value.

    Args:
        x: values of the lever in ascending order [n].
        hits: whether the verdict is reached [n, replicates].
        rising: whether the share rises with the lever; None: as the data do.
    """
    return crossing_of(x, [wilson(int(row.sum()), row.size) for row in hits], rising=rising)


def crossing_of(x: Floats, shares: Sequence[Estimate], *, rising: bool | None = None) -> Crossing:
    """Where the share crosses one half; its interval holds every place whose own interval holds one half.

    Args:
        x: values of the lever in ascending order [n].
        shares: the share at each of them, with its interval [n].
        rising: whether the share rises with the lever; None: as the data do.
    """
    value = np.array([share.value for share in shares])
    up = rising if rising is not None else np.ptp(value) == 0 or bool(np.corrcoef(x, value)[0, 1] >= 0)
    places, ordered = (x, shares) if up else (-x[::-1], shares[::-1])
    at, low, high = (
        _where(places, _rising(np.array([getattr(share, name) for share in ordered])))
        for name in ("value", "high", "low")
    )
    always, never = at == -np.inf, at == np.inf
    if not up:
        at, low, high = -at, -high, -low
    n = sum(share.n for share in shares)
    return Crossing(Estimate(nan if always or never else at, low, high, n), always, never)


def surface(
    x: Floats, y: Floats, hits: Floats, trials: Floats, clusters: Labels | None = None, cells: int = 31
) -> Surface:
    """Local logistic regression of the share on two levers.

    Args:
        x: first lever at each point [n].
        y: second lever [n].
        hits: runs with the verdict [n].
        trials: runs [n].
        clusters: points that count together [n], each alone when None.
        cells: places along each lever.
    """
    corner, scale = np.array([x.min(), y.min()]), np.array([np.ptp(x), np.ptp(y)])
    points = (np.stack([x, y], axis=1) - corner) / np.where(scale > 0, scale, 1.0)
    width = min(WIDTHS, key=lambda each: _loss(points, hits, trials, each))
    across = np.linspace(0.0, 1.0, cells)
    places = np.stack(np.meshgrid(across, across), axis=-1).reshape(-1, 2)
    fit, error, weight = _local(points, hits, trials, places, width, clusters)
    shape = (cells, cells)
    return Surface(
        corner[0] + scale[0] * across, corner[1] + scale[1] * across, _logistic(fit).reshape(shape),
        _logistic(fit - _Z * error).reshape(shape), _logistic(fit + _Z * error).reshape(shape),
        (weight >= 3.0).reshape(shape), width,
    )  # fmt: skip


def _rising(share: Floats) -> Floats:
    """Closest rising line: neighbours that fall are pooled."""
    from scipy.optimize import isotonic_regression

    return np.asarray(isotonic_regression(share).x)


def _where(x: Floats, share: Floats) -> float:
    """Where a rising line crosses one half; -inf where it begins above, inf where it stays below."""
    if share[0] > HALF:
        return -np.inf
    if share[-1] < HALF:
        return np.inf
    first, last = int(np.searchsorted(share, HALF)), int(np.searchsorted(share, HALF, side="right"))
    if last > first:  # a level stretch at one half: its middle
        return float((x[first] + x[last - 1]) / 2)
    part = (HALF - share[first - 1]) / (share[first] - share[first - 1])
    return float(x[first - 1] + part * (x[first] - x[first - 1]))


def _loss(points: Floats, hits: Floats, trials: Floats, width: float) -> float:
    """Mean surprise at points whose fifth was left out."""
    turn, total = np.random.default_rng(0).permutation(len(points)) % 5, 0.0
    for part in range(5):
        kept, out = turn != part, turn == part
        if not out.any() or not kept.any():
            continue
        fit, _, _ = _local(points[kept], hits[kept], trials[kept], points[out], width, None)
        share = np.clip(_logistic(fit), 1e-4, 1 - 1e-4)
        total -= float(np.sum(hits[out] * np.log(share) + (trials[out] - hits[out]) * np.log(1 - share)))
    return total


def _local(
    points: Floats, hits: Floats, trials: Floats, places: Floats, width: float, clusters: Labels | None
) -> tuple[Floats, Floats, Floats]:
    """Log-odds at each place, its standard error, and the points that count there."""
    offset = points[None] - places[:, None]
    kernel = np.exp(-0.5 * np.sum((offset / width) ** 2, axis=2))
    terms = np.concatenate([np.ones((*offset.shape[:2], 1)), offset], axis=2)
    slope = np.zeros((len(places), 3))
    ridge = _RIDGE * np.eye(3)
    for _ in range(_STEPS):
        share = _logistic(np.einsum("pnk,pk->pn", terms, slope))
        weight = kernel * trials * np.maximum(share * (1 - share), 1e-6)
        bend = np.einsum("pnk,pn,pnl->pkl", terms, weight, terms, optimize=True) + ridge
        pull = np.einsum("pnk,pn->pk", terms, kernel * (hits - trials * share)) - slope @ ridge
        step = np.linalg.solve(bend, pull[..., None])[..., 0]
        slope += np.clip(step, -4.0, 4.0)
        if np.abs(step).max() < 1e-6:
            break
    share = _logistic(np.einsum("pnk,pk->pn", terms, slope))
    scores = terms * (kernel * (hits - trials * share))[..., None]
    if clusters is not None:
        order = np.unique(clusters, return_inverse=True)[1]
        summed = np.zeros((len(places), order.max() + 1, 3))
        for at, each in enumerate(order):
            summed[:, each] += scores[:, at]
        scores = summed
    meat = np.einsum("pnk,pnl->pkl", scores, scores)
    inverse = np.linalg.inv(bend)
    robust = np.einsum("pkl,plm,pmn->pkn", inverse, meat, inverse)[:, 0, 0]
    squared = np.einsum("pnk,pn,pnl->pkl", terms, kernel**2 * trials * share * (1 - share), terms)
    model = np.einsum("pkl,plm,pmn->pkn", inverse, squared, inverse)[:, 0, 0]
    return slope[:, 0], np.sqrt(np.maximum(robust, model)), kernel.sum(axis=1)


def _logistic(x: Floats) -> Floats:
    return 1.0 / (1.0 + np.exp(-np.clip(x, -30.0, 30.0)))

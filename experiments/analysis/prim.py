"""Scenario discovery: boxes of the levers where a verdict is common (PRIM), found, tightened and tested.

The box shrinks by small peels, each the one that leaves the highest share; of all the boxes on the way, the one kept is
the one that best parts the points into an inside and an outside (largest likelihood ratio, each with its own share).
Bounds that add little to the likelihood are dropped. A box is told only where shuffled points seldom give one as good.

Sources: J. H. Friedman and N. I. Fisher (1999), Bump hunting in high-dimensional data, Statistics and Computing 9; B.
P. Bryant and R. J. Lempert (2010), Thinking inside the box, Technological Forecasting & Social Change 77; M. Kulldorff
(1997), A spatial scan statistic, Communications in Statistics 26 (the likelihood ratio).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import xlogy

from experiments.analysis.intervals import Floats
from experiments.statistics import Estimate, wilson

PEEL = 0.05
"""Part of the points in the box that one peel takes, at least one value."""
SMALLEST = 0.05
"""Part of all points below which a box is not looked for."""
SHUFFLES = 99
LEAST_SURE = 0.05
Rows = NDArray[np.bool_]
Column = NDArray[Any]
Columns = Mapping[str, Column]
"""Key -> its value at each point: numbers, or choices as text."""


@dataclass(frozen=True)
class Bound:
    """What one key must be: within [low, high] (None: free on that side), or one of `among`."""

    key: str
    low: float | None = None
    high: float | None = None
    among: tuple[object, ...] = ()

    def holds(self, column: Column) -> Rows:
        """Which points meet it."""
        if self.among:
            return np.isin(column, np.array(self.among, dtype=column.dtype))
        inside = np.ones(len(column), dtype=bool)
        if self.low is not None:
            inside &= column >= self.low
        if self.high is not None:
            inside &= column <= self.high
        return inside


@dataclass(frozen=True)
class Box:
    """Bounds that hold together, and what was counted inside."""

    bounds: tuple[Bound, ...]
    share: Estimate
    """Share of runs inside with the verdict [0..1]."""
    coverage: float
    """Part of all runs with the verdict that are inside [0..1]."""
    support: float
    """Part of the points that are inside [0..1]."""
    p: float
    """Part of shuffled studies where a box as good is found [0..1]."""
    apart: bool = False
    """Whether share and coverage were counted on runs that did not serve to find the box."""

    def holds(self, points: pd.DataFrame) -> Rows:
        """Which points are inside."""
        return _inside(columns_of(points), self.bounds)


def columns_of(points: pd.DataFrame) -> dict[str, Column]:
    """The keys of each point as arrays: numbers stay numbers, all else is text."""
    return {
        str(key): points[key].to_numpy(np.float64) if _is_number(points[key]) else points[key].astype(str).to_numpy(str)
        for key in points
    }


def boxes(frame: pd.DataFrame, hits: Floats, trials: Floats, most: int = 3, seed: int = 0) -> list[Box]:
    """Boxes where the verdict is commoner than outside, the first found first; the next ones among what is left.

    Args:
        frame: keys of each point, numbers or choices [n points].
        hits: runs with the verdict at each point [n].
        trials: runs at each point [n].
        most: boxes looked for.
        seed: of the shuffles.
    """
    draw, left = np.random.default_rng(seed), np.ones(len(frame), dtype=bool)
    found: list[Box] = []
    points = columns_of(frame)
    while len(found) < most and left.sum() >= 10 and 0 < hits[left].sum() < trials[left].sum():
        rest = {key: column[left] for key, column in points.items()}
        bounds = best_box(rest, hits[left], trials[left])
        if not bounds:
            break
        p = _chance(rest, hits[left], trials[left], bounds, draw)
        if p > LEAST_SURE:
            break
        inside = _inside(points, bounds)
        found.append(counted(bounds, frame, hits, trials, p, inside & left))
        left &= ~inside
    return found


def counted(
    bounds: tuple[Bound, ...], points: pd.DataFrame, hits: Floats, trials: Floats, p: float,
    inside: Rows | None = None, *, apart: bool = False,
) -> Box:  # fmt: skip
    """The box with what these runs say of it."""
    within = _inside(columns_of(points), bounds) if inside is None else inside
    reached, runs = round(float(hits[within].sum())), round(float(trials[within].sum()))
    coverage = float(hits[within].sum() / hits.sum()) if hits.sum() else 0.0
    return Box(bounds, wilson(reached, runs), coverage, float(within.mean()), p, apart)


def best_box(points: Columns, hits: Floats, trials: Floats) -> tuple[Bound, ...]:
    """The bounds of the best box on the way down, tightened to those that matter; none where no box is better."""
    bounds: dict[str, Bound] = {}
    inside = np.ones(hits.size, dtype=bool)
    best, score = dict(bounds), 0.0
    fewest = max(2, int(np.ceil(SMALLEST * hits.size)))
    while True:
        peels = [
            (tried, kept)
            for key in points
            for tried, kept in _peels(key, points[key], bounds.get(key), inside)
            if kept.sum() >= fewest
        ]
        if not peels:
            break
        bound, inside = max(peels, key=lambda peel: _gain(peel[1], inside, hits, trials))
        bounds[bound.key] = bound
        reached = likelihood(inside, hits, trials)
        if reached > score:
            best, score = dict(bounds), reached
    return _told(_simplest(points, best, hits, trials), points)


def likelihood(inside: Rows, hits: Floats, trials: Floats) -> float:
    """Log likelihood ratio of two shares, inside and outside, to one; 0 unless the share inside is the higher."""
    n, k, whole, reached = trials[inside].sum(), hits[inside].sum(), trials.sum(), hits.sum()
    if n == 0 or n == whole or k / n <= (reached - k) / (whole - n):
        return 0.0
    apart = _fit(k, n) + _fit(reached - k, whole - n)
    return float(apart - _fit(reached, whole))


def _fit(k: float, n: float) -> float:
    return float(xlogy(k, k / n) + xlogy(n - k, (n - k) / n))


def _gain(kept: Rows, inside: Rows, hits: Floats, trials: Floats) -> float:
    """Rise of the share for each point that is peeled away."""
    rise = hits[kept].sum() / trials[kept].sum() - hits[inside].sum() / trials[inside].sum()
    return float(rise / max(1, inside.sum() - kept.sum()))


def _peels(key: str, column: Column, bound: Bound | None, inside: Rows) -> Iterator[tuple[Bound, Rows]]:
    """Every peel of one key: its lowest values, its highest, or one of its choices."""
    values = np.sort(column[inside])
    if values[0] == values[-1]:
        return
    if column.dtype.kind == "U":
        choices = np.unique(values)
        for choice in choices:
            rest = tuple(str(other) for other in choices if other != choice)
            yield Bound(key, among=rest), inside & (column != choice)
        return
    low, high = (None, None) if bound is None else (bound.low, bound.high)
    lowest, highest = values[int(PEEL * (values.size - 1))], values[-1 - int(PEEL * (values.size - 1))]
    if lowest < values[-1]:
        from_below = values[np.searchsorted(values, lowest, side="right")]
        yield Bound(key, float(from_below), high), inside & (column >= from_below)
    if highest > values[0]:
        from_above = values[np.searchsorted(values, highest) - 1]
        yield Bound(key, low, float(from_above)), inside & (column <= from_above)


def _simplest(points: Columns, bounds: dict[str, Bound], hits: Floats, trials: Floats) -> tuple[Bound, ...]:
    """Without the sides whose loss costs the likelihood less than a free number does (Schwarz's criterion)."""
    price = 0.5 * np.log(max(2.0, trials.sum())) + np.log(2 * max(1, len(points)))
    sides = [side for bound in bounds.values() for side in _sides(bound)]
    while sides:
        whole = likelihood(_inside(points, sides), hits, trials)
        costs = [
            whole - likelihood(_inside(points, [*sides[:at], *sides[at + 1 :]]), hits, trials)
            for at in range(len(sides))
        ]
        cheapest = int(np.argmin(costs))
        if costs[cheapest] > price:
            break
        sides.pop(cheapest)
    return tuple(_joined(sides))


def _sides(bound: Bound) -> Iterator[Bound]:
    if bound.among:
        yield bound
    if bound.low is not None:
        yield Bound(bound.key, low=bound.low)
    if bound.high is not None:
        yield Bound(bound.key, high=bound.high)


def _joined(sides: Sequence[Bound]) -> Iterator[Bound]:
    for key in dict.fromkeys(side.key for side in sides):
        own = [side for side in sides if side.key == key]
        low = next((side.low for side in own if side.low is not None), None)
        high = next((side.high for side in own if side.high is not None), None)
        yield Bound(key, low, high, next((side.among for side in own if side.among), ()))


def _told(bounds: tuple[Bound, ...], points: Columns) -> tuple[Bound, ...]:
    """Bounds between two sampled values rather than on one, where values are many."""
    return tuple(_between(bound, np.unique(points[bound.key])) if not bound.among else bound for bound in bounds)


def _between(bound: Bound, values: NDArray) -> Bound:
    if values.size <= 20:
        return bound
    low, high = bound.low, bound.high
    if low is not None:
        low = float(values[values <= low][-1] + values[values < low][-1]) / 2
    if high is not None:
        high = float(values[values >= high][0] + values[values > high][0]) / 2
    return Bound(bound.key, low, high)


def _chance(
    points: Columns, hits: Floats, trials: Floats, bounds: tuple[Bound, ...], draw: np.random.Generator
) -> float:
    reached, as_good = likelihood(_inside(points, bounds), hits, trials), 0
    for done in range(1, SHUFFLES + 1):
        order = draw.permutation(hits.size)
        other = best_box(points, hits[order], trials[order])
        as_good += likelihood(_inside(points, other), hits[order], trials[order]) >= reached
        if as_good > LEAST_SURE * (SHUFFLES + 1):  # nothing that follows can save it
            return (as_good + 1) / (done + 1)
    return (as_good + 1) / (SHUFFLES + 1)


def _inside(points: Columns, bounds: Sequence[Bound]) -> Rows:
    inside = np.ones(len(next(iter(points.values()))), dtype=bool)
    for bound in bounds:
        inside &= bound.holds(points[bound.key])
    return inside


def _is_number(column: pd.Series) -> bool:
    return bool(pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column))

"""What the sample around a plan shows: each lever beside luck, the box that changes the answer, the cells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import stdtrit

from experiments.analysis.prim import Bound, boxes
from experiments.plans.exploring import ACROSS, UP, Explored
from experiments.plans.goal import Goal
from experiments.statistics import LEVEL, Estimate, wilson

SHUFFLES = 500
CELLS = 4
"""Cells of the phase picture on each side."""
FEWEST = 10
"""Points under which no box is looked for."""
DOUBT = 0.15
"""How far from the truth a first answer on a scale from 0 to 1 may be (assumption)."""
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Effect:
    """Lasting practitioners where a factor is in its upper third, minus where it is in its lower third."""

    key: str
    effect: Estimate
    floor: float
    """What a key that nothing reads would seem to do, 95 times out of 100 at most."""

    @property
    def seen(self) -> bool:
        """Whether it is more than luck does."""
        return abs(self.effect.value) > self.floor and self.effect.excludes_zero


@dataclass(frozen=True)
class FoundBox:
    """Situations in which the answer is another one, found on one half of the points and counted on the other."""

    bounds: tuple[Bound, ...]
    reaches: bool
    """Whether the goal is reached there, or missed."""
    share: Estimate
    """Of the points inside, those that reach (or miss) it."""
    elsewhere: Estimate
    """Of the points outside, those that do."""
    today: bool
    """Whether the authority and the plan stand inside as they are: it is then no change."""


def effects(explored: Explored) -> list[Effect]:
    """One effect a factor, the largest first."""
    lasting = explored.frame["lasting"].to_numpy(float)
    floor = noise_floor(lasting)
    found = [_effect(factor.key, explored.frame, lasting, floor) for factor in explored.factors]
    return sorted(found, key=lambda each: -abs(each.effect.value))


def noise_floor(values: Floats) -> float:
    """The difference between two thirds of the points taken by lot that luck exceeds 5 times out of 100."""
    draw, third = np.random.default_rng(0), values.size // 3
    gaps = []
    for _ in range(SHUFFLES):
        order = draw.permutation(values.size)
        gaps.append(abs(values[order[:third]].mean() - values[order[-third:]].mean()))
    return float(np.quantile(gaps, LEVEL))


def _effect(key: str, frame: pd.DataFrame, lasting: Floats, floor: float) -> Effect:
    cells = frame[key].to_numpy(float)
    low, high = np.quantile(cells, [1 / 3, 2 / 3])
    return Effect(key, _difference(lasting[cells <= low], lasting[cells >= high]), floor)


def _difference(first: Floats, second: Floats) -> Estimate:
    """Mean of the second minus mean of the first, with Welch's interval."""
    va, vb = first.var(ddof=1) / first.size, second.var(ddof=1) / second.size
    value, spread = float(second.mean() - first.mean()), sqrt(va + vb)
    n = first.size + second.size
    if spread == 0.0:
        return Estimate(value, value, value, n)
    freedom = (va + vb) ** 2 / (va**2 / (first.size - 1) + vb**2 / (second.size - 1))
    half = float(stdtrit(freedom, 0.5 + LEVEL / 2)) * spread
    return Estimate(value, value - half, value + half, n)


def box(explored: Explored, supports: Explored, goal: Goal, reaches: bool) -> FoundBox | None:
    """The situations that change the answer most; None where no simple ones do.

    Args:
        explored: everything moved a little.
        supports: the two supports alone moved; the rest is as today.
        goal: what is reached or missed.
        reaches: whether the answer is that the goal is reached: the box is then first looked for where it is missed.
    """
    points = pd.concat([_points(each, explored) for each in (explored, supports)], ignore_index=True)
    reached = np.concatenate([goal.reached(each.frame) for each in (explored, supports)])
    for wanted_reached in (not reaches, reaches):
        found = _box(points, reached if wanted_reached else ~reached, wanted_reached, explored.today)
        if found is not None:
            return found
    return None


def _points(sample: Explored, explored: Explored) -> pd.DataFrame:
    """The factors of a sample; those that it does not move have the value they have today."""
    here = {factor.key: sample.frame.get(factor.key, explored.today[factor.key]) for factor in explored.factors}
    return pd.DataFrame(here, index=sample.frame.index).astype(float)


def _box(points: pd.DataFrame, wanted: NDArray[np.bool_], reaches: bool, today: Mapping[str, float]) -> FoundBox | None:
    """A box found on every other point and counted on the rest; None unless it holds there too."""
    finds = np.arange(len(points)) % 2 == 0
    trials = np.ones(int(finds.sum()))
    if len(trials) < FEWEST:
        return None
    found = boxes(points[finds].reset_index(drop=True), wanted[finds].astype(float), trials, most=1)
    if not found:
        return None
    holds, bounds = found[0].holds(points), found[0].bounds
    inside, outside = holds & ~finds, ~holds & ~finds
    share = wilson(int(wanted[inside].sum()), int(inside.sum()))
    if not share.low > wanted[~finds].mean():
        return None
    elsewhere = wilson(int(wanted[outside].sum()), int(outside.sum()))
    here = all(bool(bound.holds(np.array([today[bound.key]]))[0]) for bound in bounds)
    return FoundBox(bounds, reaches, share, elsewhere, here)


def cells(explored: Explored, goal: Goal) -> pd.DataFrame:
    """Share of the points that reach the goal by the two supports; cells without points are left out."""
    if not {ACROSS, UP} <= {factor.key for factor in explored.factors}:
        return pd.DataFrame(columns=["left", "right", "bottom", "top", "share", "low", "high", "n"])
    return pd.DataFrame(list(_cells(explored, goal.reached(explored.frame))))


def _cells(explored: Explored, reached: NDArray[np.bool_]) -> Iterator[dict[str, float]]:
    ends = {factor.key: np.linspace(factor.low, factor.high, CELLS + 1) for factor in explored.factors}
    x, y = explored.frame[ACROSS].to_numpy(float), explored.frame[UP].to_numpy(float)
    for bottom, top in pairwise(ends[UP].tolist()):
        for left, right in pairwise(ends[ACROSS].tolist()):
            inside = (x >= left) & (x <= right) & (y >= bottom) & (y <= top)
            if not inside.any():
                continue
            share = wilson(int(reached[inside].sum()), int(inside.sum()))
            yield {"left": left, "right": right, "bottom": bottom, "top": top,
                   "share": share.value, "low": share.low, "high": share.high, "n": share.n}  # fmt: skip

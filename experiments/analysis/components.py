"""The three uncertainties apart: what repetition, parameters and structure each give to the variance of an outcome.

Two runs with another luck agree more than two strangers where they share their parameters, or their structure. So the
mean product over pairs of runs that share one thing, less that over pairs that share nothing, is the variance of that
thing: unbiased, and without any need for balanced numbers of runs. Pairs are taken at one setting of the levers, and
never with one luck. What is left is repetition, with all that only appears where parameters and structure meet.
"""

from dataclasses import dataclass
from math import nan, sqrt

import numpy as np
from numpy.typing import ArrayLike

from experiments.analysis.intervals import Floats, Labels, labels
from experiments.statistics import Estimate

GROUPS = 10
"""Parts of the runs left out in turn, to know how sure the variances are."""
_T = 2.262  # Student's 97.5 % quantile at GROUPS - 1


@dataclass(frozen=True)
class Components:
    """Variances, in the square of the outcome's unit; None where the runs cannot tell."""

    repetition: float
    parameters: float | None
    structure: float | None

    @property
    def shares(self) -> dict[str, float | None]:
        """The part of each in the whole variance [0..1], what is negative by luck counted as none."""
        parts = {name: getattr(self, name) for name in ("repetition", "parameters", "structure")}
        known = {name: max(0.0, part) for name, part in parts.items() if part is not None}
        whole = sum(known.values())
        return {name: known[name] / whole if name in known and whole > 0.0 else None for name in parts}

    @property
    def parts(self) -> dict[str, float | None]:
        """The same, what is negative by luck left so: for intervals, which a bound would make look sure.

        They add up to one, so that what the others leave is as unsure as they are.
        """
        variances = {name: getattr(self, name) for name in ("repetition", "parameters", "structure")}
        whole = sum(part for part in variances.values() if part is not None)
        return {name: part / whole if part is not None and whole > 0.0 else None for name, part in variances.items()}

    @property
    def deviations(self) -> dict[str, float | None]:
        """Standard deviation that each gives to one run, in the outcome's unit."""
        parts = {name: getattr(self, name) for name in ("repetition", "parameters", "structure")}
        return {name: None if part is None else sqrt(max(0.0, part)) for name, part in parts.items()}


@dataclass(frozen=True)
class Situation:
    """What each run has in common with others [n each]."""

    setting: Labels
    """Levers."""
    luck: Labels
    """Replicate: same number, same random numbers."""
    world: Labels
    """Set of uncertain parameters."""
    structure: Labels
    """Structural variant."""

    def part(self, rows: Labels) -> "Situation":
        """The same for some runs."""
        return Situation(self.setting[rows], self.luck[rows], self.world[rows], self.structure[rows])


def components(values: ArrayLike, situation: Situation) -> Components:
    """Variances of an outcome (or of a verdict, as 0 and 1) within settings of the levers; nan values are left out."""
    every = np.asarray(values, dtype=np.float64)
    rows = np.flatnonzero(~np.isnan(every))
    y, at = every[rows], situation.part(rows)
    y = y - (y.mean() if y.size else 0.0)  # products of small numbers: no digits lost
    whole = _Pairs(y, at.luck, at.setting)
    world, structure = _Pairs(y, at.luck, at.setting, at.world), _Pairs(y, at.luck, at.setting, at.structure)
    both = _Pairs(y, at.luck, at.setting, at.world, at.structure)
    strangers = (whole.total - world.total - structure.total + both.total, whole.n - world.n - structure.n + both.n)
    many_worlds, many_structures = whole.n > world.n, whole.n > structure.n
    base = _ratio(*strangers) if many_structures and many_worlds else _base(whole, world, structure, many_worlds)
    same_world = (world.total - both.total, world.n - both.n) if many_structures else (world.total, world.n)
    apart = (structure.total - both.total, structure.n - both.n)
    same_structure = apart if many_worlds else (structure.total, structure.n)
    parameters = _above(same_world, base) if many_worlds else None
    form = _above(same_structure, base) if many_structures else None
    spread = float(np.mean(y**2)) - base if y.size and base == base else nan
    return Components(spread - (parameters or 0.0) - (form or 0.0), parameters, form)


def component_shares(values: ArrayLike, situation: Situation) -> dict[str, Estimate]:
    """Part of each uncertainty in the variance [0..1], with the interval that leaving out a tenth of them gives.

    What is left out is worlds where there are enough, else luck. Empty where only one uncertainty can be told.
    """
    every = np.asarray(values, dtype=np.float64)
    whole = components(every, situation)
    if sum(share is not None for share in whole.shares.values()) < 2:
        return {}
    unit = situation.world if np.unique(situation.world).size >= 2 * GROUPS else situation.luck
    turn = np.unique(unit, return_inverse=True)[1] % GROUPS
    partial = [components(every[turn != g], situation.part(np.flatnonzero(turn != g))).parts for g in range(GROUPS)]
    found = {}
    for name, share in whole.shares.items():
        parts = [part[name] for part in partial]
        centre = whole.parts[name]
        if share is None or centre is None or any(part is None for part in parts):
            continue
        spread = np.array(parts, dtype=np.float64)
        half = _T * sqrt((GROUPS - 1) / GROUPS * float(np.sum((spread - spread.mean()) ** 2)))
        low, high = np.clip([centre - half, centre + half], 0.0, 1.0)
        found[name] = Estimate(share, min(share, float(low)), max(share, float(high)), every.size)
    return found


class _Pairs:
    """Ordered pairs of runs that share a set of things but not their luck: their number, the sum of their products."""

    def __init__(self, y: Floats, luck: Labels, *things: Labels) -> None:
        shared, twice = labels(*things), labels(*things, luck)
        self.n = float(np.sum(np.bincount(shared) ** 2.0) - np.sum(np.bincount(twice) ** 2.0))
        self.total = float(np.sum(np.bincount(shared, y) ** 2) - np.sum(np.bincount(twice, y) ** 2))


def _base(whole: _Pairs, world: _Pairs, structure: _Pairs, many_worlds: bool) -> float:
    """Square of the mean where only one of the two varies, or neither."""
    varied = world if many_worlds else structure
    apart = whole.total - varied.total, whole.n - varied.n
    return _ratio(*apart) if apart[1] > 0 else _ratio(whole.total, whole.n)


def _above(pairs: tuple[float, float], base: float) -> float | None:
    shared = _ratio(*pairs)
    return None if shared != shared or base != base else shared - base


def _ratio(total: float, n: float) -> float:
    return total / n if n > 0 else nan

"""Points laid more and more densely along the boundary where the share of an outcome crosses one half.

It begins with Sobol' points; each further round adds those of many candidates that are closest to the boundary, as the
runs so far show it, and farthest from the points there are. Levers with values (not ranges) are strata: each
combination of theirs has a boundary of its own, and as many points.
"""

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np
from scipy.stats import qmc

from experiments.study.designs import Drawn, Objections, Options, Setting, combinations
from experiments.study.factors import Cell, Factor
from experiments.study.surface import Floats, shares
from sim.core.text import Text
from sim.outcomes.verdict import VERDICTS

OPTIONS = {
    "points": Setting(8),
    "start": Setting(8, default=16),
    "add": Setting(1, default=8),
    "outcome": Setting(text=True, word="diffusion"),
}
SPREADS_UNCERTAIN = False
CANDIDATES = 2_048
CLOSE = 0.12
"""Distance to one half, as a share of runs, at which a candidate is worth half as much."""
Cells = tuple[Cell, ...]


def size(factors: Sequence[Factor], options: Options) -> int:
    """All rounds together, in every stratum."""
    return int(options["points"]) * combinations([factor for factor in factors if factor.levels])


def draw(factors: Sequence[Factor], options: Options, root: int) -> Drawn:
    """The first points of every stratum."""
    n = min(options["start"], options["points"])
    places = qmc.Sobol(_dimensions(factors), rng=root).random(1 << (n - 1).bit_length())[:n]
    return Drawn(tuple(_row(factors, stratum, place) for stratum in _strata(factors) for place in places))


def objections(factors: Sequence[Factor], options: Options) -> Objections:
    """A design without a range to refine, or of an outcome that has no share."""
    if not 1 <= _dimensions(factors) <= 4:
        yield Text("de une à quatre plages (low, high) sont attendues", "one to four ranges (low, high) are expected")
    if options["outcome"] not in VERDICTS:
        listed = ", ".join(VERDICTS)
        yield Text(f"outcome : un verdict est attendu, {listed}", f"outcome: a verdict is expected, {listed}")


def refine(
    factors: Sequence[Factor], options: Options, root: int, points: Sequence[Cells], hits: Sequence[tuple[int, int]]
) -> list[Cells]:
    """New points, from the successes and trials of those there are; none once each stratum has its number."""
    found: list[Cells] = []
    for stratum in _strata(factors):
        own = [at for at, cells in enumerate(points) if _stratum(factors, cells) == stratum]
        n = min(options["add"], options["points"] - len(own))
        if n > 0:
            places = np.array([_place(factors, points[at]) for at in own])
            successes, trials = np.array([hits[at] for at in own], dtype=np.float64).T
            chosen = nearest_half(places, successes, trials, n, root + len(own))
            found += [_row(factors, stratum, place) for place in chosen]
    known = set(points)
    return [cells for cells in dict.fromkeys(found) if cells not in known]


def nearest_half(places: Floats, successes: Floats, trials: Floats, n: int, root: int) -> Floats:
    """The n candidates that are close to one half and far from all points, one after the other."""
    candidates = qmc.Sobol(places.shape[1], rng=root).random(CANDIDATES)
    worth = 1 / (1 + ((shares(places, successes, trials, candidates) - 0.5) / CLOSE) ** 2)
    gaps = np.sqrt(((candidates[:, None, :] - places[None, :, :]) ** 2).sum(axis=2)).min(axis=1)
    chosen = []
    for _ in range(n):
        best = int(np.argmax(worth * gaps))
        chosen.append(candidates[best])
        gaps = np.minimum(gaps, np.sqrt(((candidates - candidates[best]) ** 2).sum(axis=1)))
    return np.array(chosen)


def _dimensions(factors: Sequence[Factor]) -> int:
    return sum(factor.is_range for factor in factors)


def _strata(factors: Sequence[Factor]) -> Iterator[Cells]:
    """Combinations of the levers that have values."""
    return product(*([level.cell for level in factor.levels] for factor in factors if factor.levels))


def _stratum(factors: Sequence[Factor], cells: Cells) -> Cells:
    return tuple(cell for factor, cell in zip(factors, cells, strict=True) if factor.levels)


def _place(factors: Sequence[Factor], cells: Cells) -> list[float]:
    return [factor.place(cell) for factor, cell in zip(factors, cells, strict=True) if factor.is_range]


def _row(factors: Sequence[Factor], stratum: Cells, place: Floats) -> Cells:
    """The cells of a stratum and a place."""
    levels, ranges = iter(stratum), iter(place)
    return tuple(factor.cell(float(next(ranges))) if factor.is_range else next(levels) for factor in factors)

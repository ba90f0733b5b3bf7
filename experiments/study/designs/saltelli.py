"""Saltelli's design for Sobol' indices: rows A, then A with each column of B in turn, then B, base point by base point.

The order is that of SALib (second order left out unless asked): `base` names the base point of a row, `move` its kind
(A, B, AB:key, BA:key).
Source: A. Saltelli et al. (2010), Variance based sensitivity analysis of model output, Computer Physics Communications
181.
"""

from collections.abc import Sequence

import numpy as np
from scipy.stats import qmc

from experiments.study.designs import Drawn, Objections, Options, Setting, placed
from experiments.study.designs.sobol import power_of_two
from experiments.study.factors import Factor

OPTIONS = {"base": Setting(2), "second_order": Setting(0, 1, 0)}
SPREADS_UNCERTAIN = True


def draw(factors: Sequence[Factor], options: Options, root: int) -> Drawn:
    """Base x (d + 2) rows, or base x (2 d + 2) with second order."""
    d, n = len(factors), options["base"]
    pairs = qmc.Sobol(2 * d, rng=root).random(n)
    places, base, move = [], [], []
    for i in range(n):
        a, b = pairs[i, :d], pairs[i, d:]
        rows = [("A", a), *((f"AB:{f.key}", _swapped(a, b, j)) for j, f in enumerate(factors))]
        if options["second_order"]:
            rows += [(f"BA:{f.key}", _swapped(b, a, j)) for j, f in enumerate(factors)]
        for name, place in [*rows, ("B", b)]:
            places.append(place)
            base.append(i)
            move.append(name)
    return Drawn(placed(factors, places), {"base": base, "move": move})


def objections(factors: Sequence[Factor], options: Options) -> Objections:
    """A number of base points at which the sequence is not balanced."""
    yield from power_of_two("base", options["base"])


def _swapped(own: np.ndarray, other: np.ndarray, column: int) -> np.ndarray:
    mixed = own.copy()
    mixed[column] = other[column]
    return mixed

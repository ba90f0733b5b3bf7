"""Saltelli's design for Sobol' indices, by SALib: base point by base point, A, then A with each column of B, then B.

`base` names the base point of a row, `move` its kind (A, B, AB:key, BA:key; BA only where `second_order` is 1).
Source: A. Saltelli et al. (2010), Variance based sensitivity analysis of model output, Computer Physics Communications
181.
"""

from collections.abc import Sequence

import numpy as np

from experiments.study.designs import Drawn, Objections, Options, Setting, placed, unit_problem
from experiments.study.designs.sobol import power_of_two
from experiments.study.factors import Factor

OPTIONS = {"base": Setting(2), "second_order": Setting(0, 1, 0)}
SPREADS_UNCERTAIN = True


def size(factors: Sequence[Factor], options: Options) -> int:
    """A, B and a row for each factor; two for each with second order."""
    return int(options["base"]) * (2 + len(factors) * (2 if options["second_order"] else 1))


def draw(factors: Sequence[Factor], options: Options, root: int) -> Drawn:
    """Base x (d + 2) rows, or base x (2 d + 2) with second order."""
    from SALib.sample import sobol

    n, second = options["base"], bool(options["second_order"])
    luck = np.random.default_rng(root)
    places = sobol.sample(unit_problem(factors), n, calc_second_order=second, seed=luck)
    kinds = ["A", *(f"AB:{f.key}" for f in factors), *(f"BA:{f.key}" for f in factors if second), "B"]
    base = np.repeat(np.arange(n), len(kinds)).tolist()
    return Drawn(placed(factors, places), {"base": base, "move": kinds * n})


def objections(factors: Sequence[Factor], options: Options) -> Objections:
    """A number of base points at which the sequence is not balanced."""
    yield from power_of_two("base", options["base"])

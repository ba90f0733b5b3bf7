"""Every combination of levels; a range takes `steps` values from end to end. The last factor moves fastest."""

from collections.abc import Sequence
from itertools import product

from experiments.study.designs import Drawn, Objections, Options, combinations
from experiments.study.factors import Factor
from sim.core.text import Text

OPTIONS: dict = {}
SPREADS_UNCERTAIN = False


def size(factors: Sequence[Factor], options: Options) -> int:
    """All combinations."""
    return combinations(factors)


def draw(factors: Sequence[Factor], options: Options, root: int) -> Drawn:
    """All combinations."""
    return Drawn(tuple(product(*(factor.cells() for factor in factors))))


def objections(factors: Sequence[Factor], options: Options) -> Objections:
    """A range that does not say how many values to take."""
    for factor in factors:
        if factor.is_range and factor.steps < 2:
            yield Text(f"{factor.key} : une grille demande `steps`, au moins 2, ou des valeurs",
                       f"{factor.key}: a grid needs `steps`, at least 2, or values")

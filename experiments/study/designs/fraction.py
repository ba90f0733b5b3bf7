"""One combination in m of the grid: those whose ranks of levels add up to a multiple of m.

With two levels each and m = 2 it is the half fraction of highest resolution; with m levels each, a Latin square and its
like. Each level of each factor comes equally often where at least two factors have a multiple of m levels.
"""

from collections.abc import Sequence
from itertools import product

from experiments.study.designs import Drawn, Objections, Options, Setting, combinations, grid
from experiments.study.factors import Factor
from sim.core.text import Text

OPTIONS = {"one_in": Setting(2, 1_000)}
SPREADS_UNCERTAIN = False


def size(factors: Sequence[Factor], options: Options) -> int:
    """The grid that it is cut from."""
    return combinations(factors)


def draw(factors: Sequence[Factor], options: Options, root: int) -> Drawn:
    """The combinations kept, in the order of the grid."""
    cells = [factor.cells() for factor in factors]
    ranks = product(*(range(len(each)) for each in cells))
    kept = (rank for rank in ranks if sum(rank) % options["one_in"] == 0)
    return Drawn(tuple(tuple(each[at] for each, at in zip(cells, rank, strict=True)) for rank in kept))


def objections(factors: Sequence[Factor], options: Options) -> Objections:
    """A fraction that would not be balanced."""
    yield from grid.objections(factors, options)
    m = options["one_in"]
    if sum(len(factor.cells()) % m == 0 for factor in factors) < 2:
        yield Text(f"one_in = {m} : deux leviers au moins doivent avoir un multiple de {m} valeurs, ou le plan penche",
                   f"one_in = {m}: at least two levers must have a multiple of {m} values, or the design leans")

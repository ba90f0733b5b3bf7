"""Scrambled Sobol' points: they fill the box more evenly than luck, at every power of two."""

from collections.abc import Sequence

from scipy.stats import qmc

from experiments.study.designs import Drawn, Objections, Options, Setting, placed
from experiments.study.factors import Factor
from sim.core.text import Text

OPTIONS = {"points": Setting(2)}
SPREADS_UNCERTAIN = True


def size(factors: Sequence[Factor], options: Options) -> int:
    """As many as asked."""
    return int(options["points"])


def draw(factors: Sequence[Factor], options: Options, root: int) -> Drawn:
    """Points scrambled under the root of the study."""
    return Drawn(placed(factors, qmc.Sobol(len(factors), rng=root).random(options["points"])))


def objections(factors: Sequence[Factor], options: Options) -> Objections:
    """A number of points at which the sequence is not balanced."""
    yield from power_of_two("points", options["points"])


def power_of_two(name: str, given: int) -> Objections:
    """An objection to a number that is no power of two."""
    if given & (given - 1):
        below = 1 << (given.bit_length() - 1)
        yield Text(f"{name} = {given} : une suite de Sobol' veut une puissance de deux, {below} ou {2 * below}",
                   f"{name} = {given}: a Sobol' sequence wants a power of two, {below} or {2 * below}")

"""Morris's trajectories, by SALib: from a random corner of a grid, each factor moves once, in random order.

`trajectory` numbers them; `move` is the key that the row has just moved, "" at the start. A move is half the range
or so: levels / (2 (levels - 1)) of it, in the number of grid levels.
Source: M. D. Morris (1991), Factorial sampling plans for preliminary computational experiments, Technometrics 33.
"""

from collections.abc import Sequence

import numpy as np

from experiments.study.designs import Drawn, Objections, Options, Setting, placed, unit_problem
from experiments.study.factors import Factor
from sim.core.text import Text

OPTIONS = {"trajectories": Setting(2), "levels": Setting(2, 100, 4)}
SPREADS_UNCERTAIN = True
DIGITS = 12
"""SALib adds up a place by several ways: without the last bits, one place is one value."""


def size(factors: Sequence[Factor], options: Options) -> int:
    """Each trajectory starts, then moves once for each factor."""
    return int(options["trajectories"]) * (len(factors) + 1)


def draw(factors: Sequence[Factor], options: Options, root: int) -> Drawn:
    """Trajectories x (d + 1) rows."""
    from SALib.sample import morris

    d, n = len(factors), options["trajectories"]
    luck = np.random.default_rng(root)
    places = morris.sample(unit_problem(factors), n, num_levels=options["levels"], seed=luck).round(DIGITS)
    moved = np.abs(np.diff(places.reshape(n, d + 1, d), axis=1)).argmax(axis=2)
    keys = [factor.key for factor in factors]
    move = [name for own in moved for name in ("", *(keys[at] for at in own))]
    return Drawn(placed(factors, places), {"trajectory": np.repeat(np.arange(n), d + 1).tolist(), "move": move})


def objections(factors: Sequence[Factor], options: Options) -> Objections:
    """An odd number of levels, with which starts are not balanced."""
    if options["levels"] % 2:
        yield Text("levels : un nombre pair est attendu", "levels: an even number is expected")

"""Morris's trajectories: from a random corner of a grid, each factor moves once, in random order.

`trajectory` numbers them; `move` is the key that the row has just moved, "" at the start. A move is half the range
or so: levels / (2 (levels - 1)) of it, in the number of grid levels.
Source: M. D. Morris (1991), Factorial sampling plans for preliminary computational experiments, Technometrics 33.
"""

from collections.abc import Sequence

import numpy as np

from experiments.study.designs import Drawn, Objections, Options, Setting, placed
from experiments.study.factors import Factor
from sim.core.text import Text

OPTIONS = {"trajectories": Setting(2), "levels": Setting(2, 100, 4)}
SPREADS_UNCERTAIN = True


def draw(factors: Sequence[Factor], options: Options, root: int) -> Drawn:
    """Trajectories x (d + 1) rows."""
    luck, p = np.random.default_rng(root), options["levels"]
    delta = p / (2 * (p - 1))
    starts = np.arange(p // 2) / (p - 1)
    places, trajectory, move = [], [], []
    for t in range(options["trajectories"]):
        up = luck.integers(0, 2, len(factors)).astype(bool)
        low = luck.choice(starts, len(factors))
        place = np.where(up, low, low + delta)
        for j in (None, *luck.permutation(len(factors))):
            if j is not None:
                place = place.copy()
                place[j] += delta if up[j] else -delta
            places.append(place)
            trajectory.append(t)
            move.append("" if j is None else factors[j].key)
    return Drawn(placed(factors, places), {"trajectory": trajectory, "move": move})


def objections(factors: Sequence[Factor], options: Options) -> Objections:
    """An odd number of levels, with which starts are not balanced."""
    if options["levels"] % 2:
        yield Text("levels : un nombre pair est attendu", "levels: an even number is expected")

"""A Latin hypercube: each factor cut into as many strips as there are points, one point in each strip."""

from collections.abc import Sequence

from scipy.stats import qmc

from experiments.study.designs import Drawn, Options, Setting, placed
from experiments.study.factors import Factor

OPTIONS = {"points": Setting(2)}
SPREADS_UNCERTAIN = True


def size(factors: Sequence[Factor], options: Options) -> int:
    """As many as asked."""
    return int(options["points"])


def draw(factors: Sequence[Factor], options: Options, root: int) -> Drawn:
    """Points drawn under the root of the study."""
    return Drawn(placed(factors, qmc.LatinHypercube(len(factors), rng=root).random(options["points"])))

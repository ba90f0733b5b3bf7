"""What chance alone gives: practitioners shuffled over field agents, where the verdict may ask for it."""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.outcomes.carriers import programme_status
from sim.outcomes.kernels import permutation_null
from sim.outcomes.observation import Observation, once
from sim.outcomes.practice import breadth, momentum, n_practitioners, net_practice, practice_gain, practice_rest
from sim.outcomes.verdict import may_be_islets


class Null(NamedTuple):
    """What chance alone gives: one value a draw [draws]."""

    concentration: NDArray[np.float64]
    largest: NDArray[np.float64]


@once
def null(seen: Observation) -> Null | None:
    """The permutation test: practitioners shuffled over field agents, addressed draws.

    Only where the kind of islet may be asked for, now or with thresholds moved by half; None elsewhere.
    """
    p, sizes = n_practitioners(seen), seen.service_sizes.astype(np.int64)
    rule_inputs = (programme_status, net_practice, breadth, practice_rest, momentum, practice_gain)
    row = {spec.name: spec(seen) for spec in rule_inputs}
    if p < 2 or not may_be_islets(row, seen.epsilon, seen.thresholds):
        return None
    service, draws = seen.service.astype(np.int64), seen.thresholds.permutations
    return Null(*permutation_null(seen.work, service, sizes, p, draws, seen.key, seen.month))


def upper_quantile(values: NDArray[np.float64], order: float) -> float:
    """Return the value that an observed one must exceed for a permutation p-value of at most 1 - order.

    With B draws, p = (1 + draws at or above) / (1 + B): the ceil(order (B + 1))-th smallest draw.
    """
    rank = min(math.ceil(order * (len(values) + 1)), len(values)) - 1
    return float(np.partition(values, rank)[rank])

"""Concentration: whether practitioners gather in few services more than chance would have it."""

import numpy as np

from sim.outcomes.catalogue import Value, outcome
from sim.outcomes.chance import null, upper_quantile
from sim.outcomes.kernels import ellison_glaeser
from sim.outcomes.observation import Observation
from sim.outcomes.practice import n_practitioners, practitioners_by_service


@outcome(
    unit="index",
    low=-1,
    fr="concentration dans les services (0 au hasard, 1 tout dans un service)",
    en="concentration over services (0 at random, 1 all in one service)",
    source="Ellison and Glaeser 1997",
)
def concentration(seen: Observation) -> Value:
    """EG = (G / (1 - sum w_s^2) - 1/p) / (1 - 1/p), G = sum (p_s/p - w_s)^2, w_s = n_s / N.

    Undefined with fewer than two practitioners or a single service.
    """
    p, n = n_practitioners(seen), seen.n_field_agents
    inside, sizes = practitioners_by_service(seen), seen.service_sizes.astype(np.int64)
    size_squares = int(sizes @ sizes)
    if p < 2 or size_squares == n * n:
        return None
    return ellison_glaeser(int(inside @ inside), int(inside @ sizes), p, size_squares, n)


@outcome(
    unit="index",
    low=-1,
    fr="concentration que le hasard ne dépasse que rarement (quantile de permutation)",
    en="concentration that chance seldom exceeds (permutation quantile)",
    source="permutation test, practitioners shuffled over field agents",
)
def concentration_quantile(seen: Observation) -> Value:
    """Quantile of EG under the null; only where the verdict may need it."""
    chance = null(seen)
    if chance is None or concentration(seen) is None:
        return None
    return upper_quantile(chance.concentration, seen.thresholds.quantile)


@outcome(
    unit="probability",
    low=0,
    high=1,
    fr="probabilité d'une telle concentration par hasard (test de permutation)",
    en="probability of such a concentration by chance (permutation test)",
    source="permutation test, practitioners shuffled over field agents",
)
def concentration_p(seen: Observation) -> Value:
    """(1 + draws with EG at or above the observed one) / (1 + draws); only where the verdict may need it."""
    chance, observed = null(seen), concentration(seen)
    if chance is None or observed is None:
        return None
    return (1 + int(np.count_nonzero(chance.concentration >= observed))) / (1 + len(chance.concentration))

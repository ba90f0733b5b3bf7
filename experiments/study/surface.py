"""The share of runs as a surface over the unit cube, from noisy points: a logistic plane fitted around each place.

A place sees its nearest points, more strongly the nearer they are: where points are dense, the surface is fine.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
STEPS, RIDGE = 8, 0.02
"""Newton steps of each fit; weight that pulls slopes to zero, in runs, where few points see a place."""


def shares(places: Floats, successes: Floats, trials: Floats, at: Floats) -> Floats:
    """Share [0..1] at each row of `at` [m, d], from points [n, d] with successes of trials [n]."""
    n, d = places.shape
    near = min(n, max(4 * (d + 1), round(1.5 * n**0.6)))
    gaps = np.sqrt(((at[:, None, :] - places[None, :, :]) ** 2).sum(axis=2))
    chosen = np.argsort(gaps, axis=1, kind="stable")[:, :near]
    distance = np.take_along_axis(gaps, chosen, axis=1)
    reach = np.maximum(distance[:, -1:], 1e-9) * 1.0001
    weight = (1 - (distance / reach) ** 3) ** 3
    x = np.concatenate([np.ones((*chosen.shape, 1)), (places[chosen] - at[:, None, :]) / reach[:, :, None]], axis=2)
    total = trials[chosen]
    hits = (successes[chosen] + 0.5) * total / (total + 1)  # half a run of each kind keeps logits finite
    beta = np.zeros((at.shape[0], d + 1))
    penalty = RIDGE * np.eye(d + 1)
    penalty[0, 0] = 1e-6
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(np.einsum("mkj,mj->mk", x, beta), -12, 12)))
        curve = np.einsum("mk,mki,mkj->mij", weight * total * p * (1 - p), x, x) + penalty
        slope = np.einsum("mk,mkj->mj", weight * (hits - total * p), x) - beta @ penalty
        beta = np.clip(beta + np.linalg.solve(curve, slope[:, :, None])[:, :, 0], -30, 30)
    return np.asarray(1 / (1 + np.exp(-np.clip(beta[:, 0], -30, 30))))

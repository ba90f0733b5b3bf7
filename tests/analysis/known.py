"""Functions whose sensitivity indices are known, designs for them, and luck to put on top."""

import numpy as np

A, B = 7.0, 0.1
ISHIGAMI = ("x1", "x2", "x3", "noise")
G_WEIGHTS = (0.0, 1.0, 4.5, 9.0, 99.0)


def ishigami(u):
    """Ishigami's function of three keys in [0, 1]; a fourth does nothing."""
    x = np.pi * (2 * u[..., :3] - 1)
    return np.sin(x[..., 0]) + A * np.sin(x[..., 1]) ** 2 + B * x[..., 2] ** 4 * np.sin(x[..., 0])


def ishigami_indices():
    """First and total order of x1, x2, x3 and of the key that does nothing."""
    whole = A**2 / 8 + B * np.pi**4 / 5 + B**2 * np.pi**8 / 18 + 0.5
    first = 0.5 * (1 + B * np.pi**4 / 5) ** 2
    second, both = A**2 / 8, 8 * B**2 * np.pi**8 / 225
    return np.array([first, second, 0, 0]) / whole, np.array([first + both, second, both, 0]) / whole


def g_function(u):
    """Sobol's g-function."""
    return np.prod([(abs(4 * u[..., i] - 2) + a) / (1 + a) for i, a in enumerate(G_WEIGHTS)], axis=0)


def g_indices():
    """First and total order of its keys."""
    part = np.array([1 / (3 * (1 + a) ** 2) for a in G_WEIGHTS])
    whole = np.prod(1 + part) - 1
    return part / whole, part * np.prod(1 + part) / (1 + part) / whole


def saltelli(function, keys, n, seed, replicates=1, luck=0.0, second=False):
    """Values at A, B, AB and, for second order, BA; each run adds a luck of its own."""
    from scipy.stats import qmc

    from experiments.analysis.sobol import Saltelli

    pairs = qmc.Sobol(2 * keys, rng=seed).random(n)
    a, b = pairs[:, :keys], pairs[:, keys:]
    ab = np.repeat(a[None], keys, axis=0)
    for key in range(keys):
        ab[key, :, key] = b[:, key]
    ba = np.repeat(b[None], keys, axis=0)
    for key in range(keys):
        ba[key, :, key] = a[:, key]
    draw = np.random.default_rng(seed)

    def lived(u):
        value = np.asarray(function(u))[..., None]
        return value + luck * draw.standard_normal((*value.shape[:-1], replicates))

    return Saltelli(lived(a), lived(b), lived(ab), lived(ba) if second else None)


def trajectories(keys, count, seed, levels=4):
    """Morris's trajectories [points, keys], one key at a time."""
    draw = np.random.default_rng(seed)
    delta, rows = levels / (2 * (levels - 1)), []
    for _ in range(count):
        start = draw.integers(0, levels // 2, keys) / (levels - 1)
        up = draw.random(keys) < 0.5
        place = np.where(up, start, start + delta)
        rows.append(place)
        for key in draw.permutation(keys):
            place = place.copy()
            place[key] += delta if up[key] else -delta
            rows.append(place)
    return np.array(rows)

"""V4: everybody sees everybody, each has a threshold of its own (Granovetter 1978)."""

import math

import numpy as np
import pytest
from scipy.optimize import brentq
from scipy.stats import norm

from sim.run import Live
from tests.analytic.settings import practice, settle, threshold_world

MEAN = 0.25


def ends_at(thresholds, measure):
    """Share who act in the end, from nobody, given their thresholds (a count, or a share of the others)."""
    n = len(thresholds)
    config = threshold_world(
        {
            "authority.field_agents": n,
            "authority.inhabitants": 500_000,
            "network.generator": "complete",
            "adoption.measure": measure,
        }
    )
    live = Live(config, 1, months=360)
    live.world.field_agents.threshold[:] = thresholds
    months = settle(live)
    return practice(live), months


def equilibrium(sd):
    """Smallest r with r = Phi((r - mean) / sd), an infinite population, by iterating from nobody."""
    r, before = 0.0, -1.0
    while r - before > 1e-13:
        r, before = norm.cdf((r - MEAN) / sd), r
    return r


def critical_sd():
    """Where the smallest equilibrium disappears: r = Phi(u) and phi(u) = sd, u = (r - mean) / sd < 0."""

    def gap(sd):
        u = -math.sqrt(-2 * math.log(sd * math.sqrt(2 * math.pi)))
        return norm.cdf(u) - (MEAN + sd * u)

    return brentq(gap, 0.1, 0.15)


def test_one_of_each_threshold():
    """0, 1, ..., 99: each brings in the next, one a month, whoever they are."""
    thresholds = np.random.default_rng(1).permutation(100).astype(float)
    assert ends_at(thresholds, "count") == (1.0, 100)


def test_one_person_changes_her_mind():
    """The person of threshold 1 needs 2: one acts, and nobody follows."""
    thresholds = np.arange(100.0)
    thresholds[1] = 2.0
    assert ends_at(thresholds, "count") == (0.01, 1)


@pytest.mark.parametrize("missing", [1, 30, 99])
def test_a_gap_stops_all_above_it(missing):
    """Without anybody of threshold k (that person needs k + 1), exactly those below act."""
    thresholds = np.arange(100.0)
    thresholds[missing] = missing + 1
    assert ends_at(thresholds, "count")[0] == missing / 100


def test_published_equilibria():
    """4.0 % at a standard deviation of 12.0, 5.5 % at 12.2, all at 12.25; the smallest one is lost at 12.222."""
    assert [equilibrium(sd) for sd in (0.12, 0.122, 0.1225)] == pytest.approx([0.0402, 0.0548, 1.0], abs=1e-4)
    assert 0.122 < critical_sd() < 0.1225
    assert critical_sd() == pytest.approx(0.12222, abs=1e-5)


@pytest.mark.parametrize("measure", ["count", "fraction"])
@pytest.mark.parametrize("sd", [0.08, 0.10, 0.12, 0.122, 0.1225, 0.13])
def test_normal_thresholds(sd, measure):
    """20 000 agents at the quantiles of the distribution: no luck; they lag an infinite population by 1/N a month."""
    n = 20_000
    thresholds = norm.ppf((np.arange(n) + 0.5) / n, MEAN, sd)
    found, _ = ends_at(thresholds * n if measure == "count" else thresholds, measure)
    assert found == pytest.approx(equilibrium(sd), abs=5e-4)


@pytest.mark.parametrize(("side", "all_act"), [(-1, False), (1, True)])
def test_the_jump_is_where_the_equilibrium_disappears(side, all_act):
    """0.0001 below the critical standard deviation 6 % act at most; 0.0001 above, all."""
    n = 20_000
    found, _ = ends_at(norm.ppf((np.arange(n) + 0.5) / n, MEAN, critical_sd() + side * 1e-4), "fraction")
    assert (found == 1.0) == all_act
    assert found == 1.0 or found < 0.0611

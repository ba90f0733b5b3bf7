"""V5: on a complete graph the hazard form is Bass's model (1969), month by month.

With x the share of the others who practise:

    hazard of a month = 1 - exp(-(p + q x) / 12)
"""

import math

import numpy as np
import pytest

from sim.run import Live
from tests.analytic.settings import configuration

MONTHS = np.array([60, 120, 180])


def adoption_curves(p, q, n, runs, months):
    """Share who practise at the close of these months, counted from 1 [runs, months]."""
    config = configuration(
        {
            "authority.field_agents": n,
            "network.generator": "complete",
            "adoption.form": "hazard",
            "adoption.hazard_external": p,
            "adoption.hazard_peer": q,
        },
        on=["adoption", "peers"],
    )
    curves = np.empty((runs, len(months)))
    for run in range(runs):
        live = Live(config, run, months=int(max(months)))
        live.advance(live.months)
        curves[run] = live.log.monthly["practice"][np.asarray(months) - 1]
    return curves


def mean_field(p, q, months):
    """The same recursion for an infinite population."""
    x = [0.0]
    for _ in range(max(months)):
        x.append(x[-1] + (1 - x[-1]) * (1 - math.exp(-(p + q * x[-1]) / 12)))
    return np.array(x)[np.asarray(months)]


@pytest.fixture(scope="module")
def reference():
    """The published setting: p = 0.03, q = 0.38 a year, 1 000 agents, 200 runs."""
    return adoption_curves(0.03, 0.38, 1000, 200, MONTHS)


def test_published_means(reference):
    """At 5, 10 and 15 years, +/- 0.02; standard errors are 0.003 at most on both sides: error rate below 1e-5."""
    assert reference.mean(axis=0) == pytest.approx([0.3237, 0.8035, 0.9697], abs=0.02)


def test_published_spread(reference):
    """Standard deviations of 0.031, 0.026 and 0.007: within 25 %, five standard errors (5 % each), and the rounding."""
    assert reference.std(axis=0) == pytest.approx([0.031, 0.026, 0.007], rel=0.25, abs=5e-4)


def test_the_months_are_close_to_bass_s_curve(reference):
    """F = (1 - e^-(p+q)t) / (1 + q/p e^-(p+q)t) gives 0.3312, 0.8128, 0.9716: +/- 0.02, a month's delay included."""
    p, q, t = 0.03, 0.38, MONTHS / 12
    wanes = np.exp(-(p + q) * t)
    assert reference.mean(axis=0) == pytest.approx((1 - wanes) / (1 + q / p * wanes), abs=0.02)


@pytest.mark.parametrize(("p", "q"), [(0.01, 0.6), (0.1, 0.2), (0.05, 0.0), (0.02, 1.0)])
def test_other_rates(p, q):
    """Mean of 25 runs of 4 000 agents: 5 standard errors of that mean (24 degrees of freedom: error rate 4e-5 each)."""
    months = [24, 60, 120]
    found = adoption_curves(p, q, 4000, 25, months)
    error = 5 * found.std(axis=0, ddof=1) / math.sqrt(25)
    assert (np.abs(found.mean(axis=0) - mean_field(p, q, months)) < error).all()


def test_nothing_happens_before_anybody_starts():
    """Without external influence nobody is ever the first."""
    assert not adoption_curves(0.0, 5.0, 200, 3, [100]).any()

"""V7: complete graph, adoption rising with practice: two stable states and a tipping point between them.

    log-odds of adopting -6 + 6 x^3 / (0.3^3 + x^3), of abandoning -3, x = share of practitioners

The configuration allows 360 months: 300 are enough, since the slower of the two ways out takes about 100.
"""

import numpy as np
import pytest
from scipy.optimize import brentq

from sim.run import Live
from tests.analytic.settings import CONSTANT_RATES, configuration, sigma, start_with

N, RUNS = 5000, 6


def drift(x, peers=6.0, half=0.3):
    """Expected change of practice in a month, for an infinite population."""
    return (1 - x) * sigma(-6 + peers * x**3 / (half**3 + x**3)) - x * sigma(-3)


def fixed_points(**values):
    """Zeros of the drift, ascending."""
    grid = np.linspace(0.0, 1.0, 1001)
    signs = np.sign([drift(x, **values) for x in grid])
    return [brentq(lambda x: drift(x, **values), grid[i], grid[i + 1]) for i in np.flatnonzero(signs[:-1] != signs[1:])]


def ends_from(at_start, runs=RUNS, months=300, peers=6.0, half=0.3):
    """Practice over the last hundred months, averaged [runs]."""
    config = configuration(
        CONSTANT_RATES
        | {
            "authority.field_agents": N,
            "network.generator": "complete",
            "adoption.measure": "fraction",
            "adoption.intercept": -6.0,
            "adoption.peers": peers,
            "adoption.half_point_share": half,
            "abandonment.intercept": -3.0,
        },
        on=["adoption", "abandonment", "peers"],
    )
    ends = np.empty(runs)
    for run in range(runs):
        live = Live(config, run, months=months)
        start_with(live, np.arange(round(at_start * N)))
        live.advance(months)
        ends[run] = live.log.monthly["practice"][-100:].mean()
    return ends


def test_published_fixed_points():
    assert fixed_points() == pytest.approx([0.05094, 0.22021, 0.90414], abs=1e-5)


@pytest.mark.parametrize(("at_start", "end"), [(0.0, 0), (0.19, 0), (0.20, 0), (0.25, 2), (1.0, 2)])
def test_each_side_of_the_tipping_point_has_its_end(at_start, end):
    """Each of 6 runs, within 0.012 of the stable state (their standard deviation is 0.002).

    Chance moves practice across the tipping point, 0.0043 wide, with P = 1e-6 a run from 0.20, less from the others.
    """
    assert ends_from(at_start) == pytest.approx(fixed_points()[end], abs=0.012)


def test_the_tipping_point_is_unstable():
    """From the very point, runs end on either side: 14 runs all alike would have P = 2 x 2^-14 = 1e-4."""
    ends = ends_from(fixed_points()[1], runs=14)
    low, _, high = fixed_points()
    near = np.where(ends < 0.5, low, high)
    assert {low, high} == set(near)


@pytest.mark.parametrize(("peers", "half", "starts"), [(5.0, 0.2, (0.08, 0.2)), (7.0, 0.4, (0.25, 0.36))])
def test_other_shapes(peers, half, starts):
    """Starts 10 widths of the tipping point or more: P below 1e-20 a run; ends within 0.02 of the stable states."""
    low, tip, high = fixed_points(peers=peers, half=half)
    assert starts[0] < tip < starts[1]
    assert ends_from(starts[0], runs=4, peers=peers, half=half) == pytest.approx(low, abs=0.02)
    assert ends_from(starts[1], runs=4, peers=peers, half=half) == pytest.approx(high, abs=0.02)


def test_one_state_only_when_peers_matter_less():
    """With a peer effect of 3 the drift has one zero: all starts end there."""
    (only,) = fixed_points(peers=3.0)
    for at_start in (0.0, 0.6):
        assert ends_from(at_start, runs=3, peers=3.0) == pytest.approx(only, abs=0.012)

"""V17: the indices of islets have their published or exact values.

Statistical tests here hold a fixed seed; each states the chance that a right implementation would fail with another.
"""

import numpy as np
import pytest

from sim.core.draws import make_key
from sim.outcomes.concentration import concentration
from sim.outcomes.islets import segregation, segregation_freeman
from sim.outcomes.kernels import permutation_null
from tests.unit.outcome_world import cliques, network, observed

N, SERVICES, DRAWS = 1850, 10, 100_000


def spread(*by_service, n=400, services=10):
    """Observation with that many practitioners in the first services, all services being equal."""
    size = n // services
    rows = [s * size + i for s, count in enumerate(by_service) for i in range(count)]
    return observed(n=n, services=services, practising=rows)


def chance(p, n=N, key=1):
    service = np.arange(n) * SERVICES // n
    return permutation_null(network(n, []), service, np.bincount(service), p, DRAWS, make_key(key), 0)[0]


@pytest.mark.parametrize("p", [2, 10, 20, 40])
def test_all_in_one_of_ten_equal_services(p):
    assert concentration(spread(p)) == pytest.approx(1.0, abs=1e-12)


def test_half_and_half_in_two_services():
    """G = 2 (0.5 - 0.1)^2 + 8 (0.1)^2 = 0.4; (0.4 / 0.9 - 1/20) / (19/20) = 0.41520."""
    assert concentration(spread(10, 10)) == pytest.approx((0.4 / 0.9 - 0.05) / 0.95, abs=1e-12)
    assert concentration(spread(10, 10)) == pytest.approx(0.415, abs=5e-4)


def test_as_even_as_can_be():
    """q_s = w_s gives G = 0, and the correction -1/(p - 1)."""
    assert concentration(spread(*[2] * 10)) == pytest.approx(-1 / 19, abs=1e-12)


def test_unequal_services():
    """Services of 10 and 30: all 4 practitioners in the small one, G = 2 (3/4)^2, 1 - sum w^2 = 3/8, EG = 11/3."""
    seen = observed(n=40, practising=range(4), service=np.repeat([0, 1], [10, 30]), service_sizes=np.array([10, 30]))
    assert concentration(seen) == pytest.approx((9 / 8 / (3 / 8) - 1 / 4) / (3 / 4), abs=1e-12)


@pytest.mark.parametrize("p", [10, 20, 50])
def test_at_random_the_mean_is_zero(p):
    """Without replacement it is exactly -1/(N - 1); 4.5 standard errors: error rate 7e-6."""
    drawn = chance(p)
    error = drawn.std() / np.sqrt(DRAWS)
    assert drawn.mean() == pytest.approx(-1 / (N - 1), abs=4.5 * error)
    assert abs(-1 / (N - 1)) < 0.001 and 4.5 * error < 0.001


@pytest.mark.parametrize(("p", "q95", "q99"), [(10, 0.086, 0.160), (20, 0.041, 0.070), (50, 0.017, 0.028)])
def test_quantiles_under_the_null(p, q95, q99):
    """The published table, to its last digit; the index being discrete, the quantiles do not move with the seed."""
    assert np.quantile(chance(p), (0.95, 0.99)) == pytest.approx((q95, q99), abs=6e-4)


def test_the_correction_matters():
    """Without it, few practitioners spread at random would look concentrated: the mean of G/(1 - sum w^2) is 1/p."""
    p = 10
    raw = chance(p) * (1 - 1 / p) + 1 / p
    assert raw.mean() == pytest.approx(1 / p, abs=0.001)


@pytest.mark.parametrize("sizes", [(10, 10), (4, 16)])
def test_two_disjoint_cliques_one_practising(sizes):
    seen = observed(practising=range(sizes[0]), ties=cliques(sizes))
    assert segregation(seen) == 1.0
    assert segregation_freeman(seen) == 1.0


def test_two_halves_that_only_work_with_each_other():
    """Complete bipartite graph, one side practising: r = -1; 100 cross ties where 100 of 190 pairs are expected."""
    seen = observed(practising=range(10), ties=[(i, j) for i in range(10) for j in range(10, 20)])
    assert segregation(seen) == -1.0
    assert segregation_freeman(seen) == pytest.approx(1 - 190 / 100)


def test_complete_graph():
    """Everyone works with everyone: r = -1/(N - 1), Freeman 0, whoever practises."""
    for p in (1, 7, 19):
        seen = observed(practising=range(p), ties=cliques([20]))
        assert segregation(seen) == pytest.approx(-1 / 19, abs=1e-12)
        assert segregation_freeman(seen) == pytest.approx(0.0, abs=1e-12)

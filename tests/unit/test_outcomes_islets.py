"""Groups of practitioners by hand, and the permutation test: its size, its luck, when it is made."""

import os
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from sim.core import codes
from sim.core.draws import make_key
from sim.outcomes.catalogue import measure
from sim.outcomes.chance import null, upper_quantile
from sim.outcomes.concentration import concentration, concentration_p, concentration_quantile
from sim.outcomes.islets import (
    group_size,
    isolated,
    largest_group,
    largest_group_quantile,
    segregation,
    segregation_freeman,
)
from sim.outcomes.kernels import draw_members, permutation_null
from sim.outcomes.verdict import verdict_from_row
from tests.unit.outcome_world import THRESHOLDS, cliques, network, observed


def test_groups_by_hand():
    """Practitioners 0-1-2 in a row, 5-6 together, 9 alone; 2-3 and 6-7 tie them to others."""
    ties = [(0, 1), (1, 2), (2, 3), (5, 6), (6, 7), (8, 3)]
    seen = observed(practising=[0, 1, 2, 5, 6, 9], ties=ties)
    assert largest_group(seen) == 3 / 6
    assert isolated(seen) == 1 / 6
    assert group_size(seen) == (9 + 4 + 1) / 6
    # ends: 12 in all, 8 held by practitioners, 6 of them between practitioners
    a, e11 = 8 / 12, 6 / 12
    assert segregation(seen) == pytest.approx((e11 - a * a) / (a * (1 - a)))
    expected_cross = 6 * 2 * 6 * 14 / (20 * 19)
    assert segregation_freeman(seen) == pytest.approx(1 - 2 / expected_cross)


def test_one_practitioner_stands_alone():
    seen = observed(practising=[3], ties=cliques([10, 10]))
    assert (largest_group(seen), isolated(seen), group_size(seen)) == (1.0, 1.0, 1.0)
    assert concentration(seen) is None and concentration_quantile(seen) is None and largest_group_quantile(seen) is None


def test_segregation_is_undefined_where_all_or_none_practise_or_nobody_is_tied():
    ties = cliques([10, 10])
    for seen in (observed(ties=ties), observed(ties=ties, practising=range(20)), observed(practising=range(5))):
        assert segregation(seen) is None and segregation_freeman(seen) is None


def test_a_single_service_cannot_be_concentrated_but_its_groups_can():
    seen = observed(services=1, practising=[0, 1], ties=cliques([5] * 4))
    assert concentration(seen) is None and concentration_quantile(seen) is None and concentration_p(seen) is None
    assert 0 < largest_group_quantile(seen) <= 1
    assert verdict_from_row(measure(seen), seen.epsilon, THRESHOLDS).verdict == "islets"


def test_draws_are_distinct_and_every_agent_is_as_likely():
    pool, drawn, n, draws = np.arange(12, dtype=np.uint32), np.empty(5, np.uint32), 12, 6000
    counts = np.zeros(n, int)
    for draw in range(draws):
        draw_members(pool, drawn, make_key(5), 3, draw * n)
        assert len(set(drawn.tolist())) == 5
        counts[drawn] += 1
    share = 5 / 12
    z = (counts - draws * share) / np.sqrt(draws * share * (1 - share))
    assert np.abs(z).max() < 4.5  # twelve agents: error rate 1e-4


def test_the_null_holds_everyone_and_nobody():
    """All but one practise: every draw is as concentrated, and one group holds all of a connected network."""
    n = 12
    ring = network(n, [(i, i + 1) for i in range(n - 1)] + [(0, n - 1)])
    service, sizes = np.repeat([0, 1], 6), np.array([6, 6])
    chance, largest = permutation_null(ring, service, sizes, n - 1, 50, make_key(1), 3)
    assert np.ptp(chance) == 0
    assert np.all(largest == 1.0)


@pytest.mark.parametrize("n_draws", [999, 100])
def test_quantile_and_p_value_say_the_same(n_draws):
    """An index exceeds its 99 % quantile exactly where its p-value is at most 1 %."""
    rng = np.random.default_rng(3)
    for _ in range(200):
        draws = rng.integers(0, 40, n_draws) / 7
        observed_value = rng.integers(30, 42) / 7
        p_value = (1 + np.count_nonzero(draws >= observed_value)) / (1 + n_draws)
        assert (observed_value > upper_quantile(draws, 0.99)) == (p_value <= 0.01)


def test_quantile_of_few_draws_is_their_largest():
    assert upper_quantile(np.array([3.0, 1.0, 2.0]), 0.99) == 3.0


def test_concentrated_islets_are_compact():
    seen = observed(n=200, services=10, practising=range(8), ties=cliques([10] * 20))
    values = measure(seen)
    assert values["concentration"] > values["concentration_quantile"]
    assert values["concentration_p"] == 1 / 1000
    assert verdict_from_row(values, seen.epsilon, THRESHOLDS).islet_kind is None  # 4 % net: a fallback
    assert verdict_from_row(values, 0.03, THRESHOLDS).islet_kind == "compact"


def test_scattered_islets_are_an_archipelago():
    seen = observed(n=200, services=10, practising=range(0, 200, 20), ties=cliques([10] * 20), epsilon=0.03)
    values = measure(seen)
    assert values["concentration"] < 0 and values["isolated"] == 1.0
    assert verdict_from_row(values, 0.03, THRESHOLDS).islet_kind == "archipelago"


ISLETS = {"n": 200, "services": 10, "practising": range(0, 60, 4), "ties": cliques([10] * 20), "epsilon": 0.03}


def test_one_row_replayed_alone_gives_the_same_bits():
    first = measure(observed(**ISLETS))
    measure(observed(**(ISLETS | {"practising": range(20)})))
    assert measure(observed(**ISLETS)) == first


@pytest.mark.parametrize("change", [{"month": 87}, {"key": make_key(2)}])
def test_another_month_or_seed_draws_otherwise(change):
    here, there = null(observed(**ISLETS)), null(observed(**ISLETS, **change))
    assert not np.array_equal(here.largest, there.largest)


def test_the_number_of_draws_and_the_order_come_from_the_thresholds():
    seen = observed(**ISLETS, thresholds=replace(THRESHOLDS, permutations=99, quantile=0.5))
    assert len(null(seen).largest) == 99
    assert largest_group_quantile(seen) == np.sort(null(seen).largest)[49]


@pytest.mark.parametrize(
    "world",
    [
        {"practising": range(2), "epsilon": 0.03},  # fallback, and would be at half of epsilon
        {"practising": range(0, 200, 2), "epsilon": 0.03},  # diffusion, and would be with lines moved by half
        {"status": codes.NOT_LAUNCHED},
        {"practising": [1], "epsilon": 0.0},
    ],
)
def test_no_permutation_where_no_reading_gives_islets(world):
    assert null(observed(**(ISLETS | world))) is None


def test_permutations_near_the_borders_let_thresholds_move():
    for world in ({"practising": range(0, 20, 4)}, {"practising": range(0, 200, 8)}):  # 2.5 %; 12.5 % everywhere
        seen = observed(**(ISLETS | world))
        values = measure(seen)
        assert verdict_from_row(values, 0.03, THRESHOLDS).verdict != "islets"
        for factor in (0.5, 1.5):
            verdict_from_row(values, 0.03 * factor, THRESHOLDS.scaled(factor))
        assert null(seen) is not None


SCRIPT = """
import numpy as np
from sim.core.draws import make_key
from sim.outcomes.kernels import permutation_null, tie_ends, patches_of
from tests.unit.outcome_world import cliques, network, members
work, service = network(40, cliques([9, 9, 9, 13])), np.arange(40) // 10
chance, largest = permutation_null(work, service, np.bincount(service), 11, 20, make_key(9), 5)
rows = np.array([1, 2, 10, 30, 31, 39], np.uint32)
print([v.hex() for v in chance], [v.hex() for v in largest])
print(*map(int, patches_of(work, rows, 40)), *map(int, tie_ends(work, rows, members(40, rows))))
"""


def test_uncompiled_kernels_give_the_same_bits():
    printed = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env=os.environ | {"NUMBA_DISABLE_JIT": flag, "PYTHONPATH": os.pathsep.join(sys.path)},
            check=True, capture_output=True, text=True,
        ).stdout
        for flag in ("0", "1")
    ]  # fmt: skip
    assert printed[0] == printed[1] and "0x1" in printed[0]

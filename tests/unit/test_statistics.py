"""Intervals against published or exact values, and against their own promise: they cover what they should."""

import math

import numpy as np
import pytest

from experiments.statistics import mean, paired_mean, paired_share, wilson


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),  # Newcombe 1998, Statistics in Medicine 17, table I, method 3
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_the_published_intervals(successes, trials, low, high):
    estimate = wilson(successes, trials)
    assert estimate.value == successes / trials
    assert (estimate.low, estimate.high) == pytest.approx((low, high), abs=5e-5)


def test_wilson_mirrors_successes_and_failures():
    some, others = wilson(7, 40), wilson(33, 40)
    assert (some.low, some.high) == pytest.approx((1 - others.high, 1 - others.low))


def test_wilson_covers_a_share_about_as_often_as_it_says():
    n, share = 60, 0.2
    counts = np.arange(n + 1)
    weight = np.array([math.comb(n, k) * share**k * (1 - share) ** (n - k) for k in counts])
    covered = np.array([wilson(int(k), n).low <= share <= wilson(int(k), n).high for k in counts])
    assert weight[covered].sum() == pytest.approx(0.95, abs=0.02)


def test_wilson_of_nothing_says_nothing():
    nothing = wilson(0, 0)
    assert math.isnan(nothing.value)
    assert (nothing.low, nothing.high, nothing.n) == (0.0, 1.0, 0)
    assert nothing.as_dict()["value"] is None


def test_wilson_refuses_more_successes_than_trials():
    with pytest.raises(ValueError, match="3 successes in 2 trials"):
        wilson(3, 2)


def test_mean_uses_student():
    estimate = mean([1.0, 2.0, 3.0, 4.0])
    half = 3.182446 * math.sqrt(5 / 3) / 2  # t(0.975, 3) in any table
    assert (estimate.value, estimate.low, estimate.high) == pytest.approx((2.5, 2.5 - half, 2.5 + half), rel=1e-6)


def test_mean_leaves_undefined_runs_out_and_says_how_many_are_left():
    estimate = mean([1.0, math.nan, 3.0])
    assert (estimate.value, estimate.n) == (2.0, 2)


def test_mean_of_one_run_has_no_bounds_and_of_none_no_value():
    assert mean([2.0]).low == -math.inf
    assert mean([2.0]).as_dict() == {"value": 2.0, "low": None, "high": None, "n": 1}
    assert math.isnan(mean([math.nan]).value)


def test_paired_mean_is_narrower_than_unpaired_when_luck_is_shared():
    luck = np.random.default_rng(1).normal(size=200)
    first, second = luck, luck + 0.1 + 0.01 * np.random.default_rng(2).normal(size=200)
    assert paired_mean(first, second).excludes_zero
    assert paired_mean(first, second).value == pytest.approx(0.1, abs=0.005)


def test_paired_mean_drops_a_pair_that_is_undefined_on_one_side():
    assert paired_mean([1.0, math.nan, 3.0], [2.0, 5.0, math.nan]).n == 1


def test_paired_share_is_the_plain_difference():
    first = np.array([True] * 30 + [False] * 70)
    second = np.array([True] * 20 + [False] * 10 + [True] * 25 + [False] * 45)
    estimate = paired_share(first, second)
    assert estimate.value == pytest.approx(0.15)
    # Agresti and Min: ((25.5 - 10.5) / 102) -+ 1.959964 sqrt((36 / 102 - (15 / 102)^2) / 102)
    assert (estimate.low, estimate.high) == pytest.approx((0.03535, 0.25876), abs=1e-5)


def test_paired_share_keeps_a_width_when_all_pairs_agree():
    estimate = paired_share(np.ones(50, bool), np.ones(50, bool))
    assert estimate.value == 0.0
    assert estimate.low < 0.0 < estimate.high
    assert not estimate.excludes_zero


def test_paired_share_is_antisymmetric():
    rng = np.random.default_rng(3)
    a, b = rng.random(80) < 0.4, rng.random(80) < 0.6
    there, back = paired_share(a, b), paired_share(b, a)
    assert (there.value, there.low, there.high) == pytest.approx((-back.value, -back.high, -back.low))


def test_paired_share_refuses_runs_that_cannot_be_paired():
    with pytest.raises(ValueError, match="3 runs cannot be paired with 2"):
        paired_share([True] * 3, [True] * 2)

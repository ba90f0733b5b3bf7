"""Boxes, tipping lines and two modes: what is planted is found, and nothing is found where nothing is."""

import numpy as np
import pandas as pd
import pytest

from experiments.analysis.prim import Bound, boxes, counted, likelihood
from experiments.analysis.tipping import crossing, surface
from experiments.modes import critical, dip, two_modes

RUNS = 4


def planted(seed, n=300, inside=0.9, outside=0.1):
    """Points where sponsorship >= 0.6 and at most 3 levels make diffusion common."""
    draw = np.random.default_rng(seed)
    points = pd.DataFrame(
        {
            "sponsorship": draw.random(n),
            "depth": draw.integers(2, 7, n),
            "type": draw.choice(["commune", "epci"], n),
            "noise": draw.random(n),
        }
    )
    held = ((points.sponsorship >= 0.6) & (points.depth <= 3)).to_numpy()
    return points, draw.binomial(RUNS, np.where(held, inside, outside)).astype(float), np.full(n, float(RUNS)), held


def test_a_planted_box_is_found_with_its_bounds_and_nothing_else():
    right = 0
    for seed in range(6):
        points, hits, trials, held = planted(seed)
        first, *others = boxes(points, hits, trials, seed=seed)
        keys = {bound.key: bound for bound in first.bounds}
        agreement = np.mean(first.holds(points) == held)
        right += (
            keys.keys() == {"sponsorship", "depth"}
            and keys["depth"] == Bound("depth", high=3.0)
            and abs(keys["sponsorship"].low - 0.6) < 0.05
            and agreement > 0.97
        )
        assert first.p <= 0.05 and not others
    assert right >= 5


def test_a_choice_is_found_among_choices():
    draw = np.random.default_rng(4)
    points = pd.DataFrame({"type": draw.choice(["commune", "epci", "region"], 200), "x": draw.random(200)})
    hits = draw.binomial(RUNS, np.where(points.type == "region", 0.1, 0.8)).astype(float)
    (box,) = boxes(points, hits, np.full(200, float(RUNS)))
    assert box.bounds[0].key == "type" and set(box.bounds[0].among) == {"commune", "epci"} and len(box.bounds) == 1
    assert box.coverage > 0.9 and box.share.value == pytest.approx(0.8, abs=0.05)


def test_two_planted_boxes_are_found_one_after_the_other():
    draw = np.random.default_rng(2)
    points = pd.DataFrame(draw.random((500, 3)), columns=list("abc"))
    held = ((points.a > 0.7) & (points.b > 0.5)) | ((points.a < 0.25) & (points.c < 0.4))
    found = boxes(points, draw.binomial(RUNS, np.where(held, 0.95, 0.05)).astype(float), np.full(500, float(RUNS)))
    assert {frozenset(bound.key for bound in box.bounds) for box in found} == {frozenset("ab"), frozenset("ac")}


def test_a_box_is_told_of_nothing_1_time_in_20():
    told = 0
    for seed in range(40):
        draw = np.random.default_rng(seed)
        points = pd.DataFrame(draw.random((80, 4)), columns=list("abcd"))
        share = draw.beta(2, 3, 80)  # points differ, but not by their keys
        told += bool(boxes(points, draw.binomial(RUNS, share).astype(float), np.full(80, float(RUNS)), seed=seed))
    assert told <= 4


@pytest.mark.parametrize("hits", [0.0, 4.0])
def test_a_verdict_that_is_never_or_always_reached_has_no_box(hits):
    points = pd.DataFrame({"a": np.linspace(0, 1, 30)})
    assert boxes(points, np.full(30, hits), np.full(30, 4.0)) == []


def test_a_box_is_counted_on_other_runs_than_those_that_made_it():
    points, hits, trials, held = planted(1)
    bounds = (Bound("sponsorship", low=0.6), Bound("depth", high=3.0))
    box = counted(bounds, points, hits, trials, 0.01, apart=True)
    assert box.share.value == hits[held].sum() / trials[held].sum() and box.share.n == trials[held].sum()
    assert likelihood(~held, hits, trials) == 0.0 < likelihood(held, hits, trials)


def boundary(y):
    return 0.35 + 0.3 * y**2


@pytest.mark.parametrize("seed", range(3))
def test_a_planted_boundary_is_found_within_2_hundredths(seed):
    draw = np.random.default_rng(seed)
    x, y = draw.random(400), draw.random(400)
    hits = draw.binomial(5, 1 / (1 + np.exp(-(x - boundary(y)) / 0.06))).astype(float)
    found = surface(x, y, hits, np.full(400, 5.0))
    crossed = np.array([np.interp(0.5, np.maximum.accumulate(row), found.x) for row in found.share])
    assert np.mean(abs(crossed - boundary(found.y))) < 0.02
    at = abs(found.x - boundary(found.y)[:, None]).argmin(axis=1)
    near = [found.uncertain[row, max(0, column - 1) : column + 2].any() for row, column in enumerate(at)]
    assert np.mean(near) > 0.8 and found.uncertain.mean() < 0.1


def test_a_crossing_is_within_its_interval_19_times_in_20():
    x, inside, widths = np.linspace(0.1, 0.9, 9), [], []
    for seed in range(300):
        draw = np.random.default_rng(seed)
        at = draw.uniform(0.25, 0.75)
        hits = draw.random((9, 60)) < 1 / (1 + np.exp(-(x - at) / 0.07))[:, None]
        found = crossing(x, hits).at
        inside.append(found.low <= at <= found.high)
        widths.append(found.high - found.low)
    assert np.mean(inside) >= 0.94 and np.median(widths) < 0.1


def test_a_share_that_does_not_cross_says_on_which_side_it_stays():
    x, rows = np.array([0.1, 0.5, 0.9]), np.zeros((3, 30), dtype=bool)
    assert crossing(x, rows).never and np.isnan(crossing(x, rows).at.value)
    assert crossing(x, ~rows).always
    falling = np.repeat(np.array([[True], [True], [False]]), 30, axis=1)
    assert crossing(x, falling).at.value == pytest.approx(0.7)


def test_the_dip_has_its_known_values():
    assert dip(np.arange(10.0)) == pytest.approx(0.05)
    assert dip(np.repeat([0.0, 1.0], 20)) == pytest.approx(0.25)
    assert dip(np.array([0.0, 1.0, 2.0, 3.0, 3.0, 3.0, 3.0])) == pytest.approx(1 / 14)
    draw = np.random.default_rng(0)
    flat = [dip(np.sort(draw.random(50))) for _ in range(1000)]
    assert np.quantile(flat, 0.95) == pytest.approx(0.070, abs=0.002)  # table of Hartigan and Hartigan
    assert np.mean(np.array(flat) > critical(50)) == pytest.approx(0.05, abs=0.02)


@pytest.mark.parametrize(
    "draw_from",
    [lambda d, n: d.normal(0, 1, n), lambda d, n: d.random(n), lambda d, n: np.maximum(0, d.normal(0, 1, n)),
     lambda d, n: d.gamma(1, 1, n), lambda d, n: d.beta(1, 4, n),
     lambda d, n: d.poisson(2, n).astype(float), lambda d, n: np.round(d.beta(2, 2, n), 1)],
    ids=["normal", "flat", "half at zero", "exponential", "beta", "counts", "rounded"],
)  # fmt: skip
def test_one_mode_is_flagged_at_most_1_time_in_20(draw_from):
    flagged = sum(two_modes(draw_from(np.random.default_rng(s), 60)) is not None for s in range(200))
    assert flagged <= 12


@pytest.mark.parametrize("upper", [0.2, 0.5])
def test_two_planted_modes_are_flagged_with_their_shares(upper):
    found = []
    for seed in range(50):
        draw = np.random.default_rng(seed)
        high = draw.random(100) < upper
        found.append(two_modes(np.where(high, draw.normal(0.5, 0.05, 100), draw.normal(0.05, 0.03, 100))))
    seen = [modes for modes in found if modes is not None]
    assert len(seen) >= (43 if upper == 0.2 else 49)
    assert np.mean([modes.low for modes in seen]) == pytest.approx(0.05, abs=0.01)
    assert np.mean([modes.high for modes in seen]) == pytest.approx(0.5, abs=0.02)
    assert np.mean([modes.upper.low <= upper <= modes.upper.high for modes in seen]) >= 0.88


def test_nothing_is_said_of_few_runs_or_of_equal_ones():
    assert two_modes(np.repeat([0.0, 1.0], 5)) is None
    assert two_modes(np.ones(100)) is None
    assert two_modes(np.full(100, np.nan)) is None


def test_values_with_a_gap_have_two_modes():
    values = np.concatenate([np.zeros(30), np.linspace(0.4, 0.6, 30)])
    modes = two_modes(values)
    assert modes.low == 0.0 and modes.high == pytest.approx(0.5) and modes.upper.value == 0.5

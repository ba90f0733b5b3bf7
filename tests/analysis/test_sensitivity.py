"""Morris, Sobol' and main effects, on functions whose answer is known, with luck on top."""

import numpy as np
import pytest
from SALib.analyze import morris, sobol
from scipy import stats

from experiments.analysis.given import levels, main_effects
from experiments.analysis.morris import screen
from experiments.analysis.sobol import Saltelli, indices
from tests.analysis.known import (
    ISHIGAMI,
    g_function,
    g_indices,
    ishigami,
    ishigami_indices,
    saltelli,
    trajectories,
)

G = tuple(f"x{rank}" for rank in range(1, 6))


def ordered(found, keys):
    return [next(each for each in found if each.key == key) for key in keys]


@pytest.mark.parametrize(
    ("function", "keys", "truth"),
    [(ishigami, ISHIGAMI, ishigami_indices), (g_function, G, g_indices)],
    ids=["ishigami", "g-function"],
)
@pytest.mark.parametrize("luck", [0.0, 0.5])
def test_sobol_finds_the_known_indices(function, keys, truth, luck):
    values = saltelli(function, len(keys), 4096, 1, replicates=1 if luck == 0 else 4, luck=luck)
    found = ordered(indices(values, keys).keys, keys)
    first, total = truth()
    assert [each.alone.value for each in found] == pytest.approx(list(first), abs=0.03)
    assert [each.total.value for each in found] == pytest.approx(list(total), abs=0.03)


def test_luck_is_not_counted_as_sensitivity():
    values = saltelli(ishigami, 4, 2048, 2, replicates=4, luck=3.0)
    found = indices(values, ISHIGAMI, dummy="noise")
    noise = ordered(found.keys, ISHIGAMI)[3]
    assert abs(noise.total.value) < 0.03
    whole = np.var(ishigami(np.random.default_rng(0).random((100_000, 4))))
    assert found.luck == pytest.approx(9 / (9 + whole), abs=0.02)


def test_intervals_of_sobol_hold_the_known_indices_19_times_in_20():
    truth, inside = ishigami_indices()[1], []
    for seed in range(40):
        found = ordered(indices(saltelli(ishigami, 4, 128, seed, 4, luck=1.0), ISHIGAMI).keys, ISHIGAMI)
        inside.append([each.total.low <= t <= each.total.high for each, t in zip(found, truth, strict=True)])
    assert np.mean(inside) >= 0.90


@pytest.mark.parametrize(("function", "keys"), [(ishigami, ISHIGAMI), (g_function, G)], ids=["ishigami", "g-function"])
def test_sobol_agrees_with_scipy(function, keys):
    values = saltelli(function, len(keys), 1024, 3)
    ours = ordered(indices(values, keys).keys, keys)
    theirs = stats.sobol_indices(
        func={"f_A": values.a.T, "f_B": values.b.T, "f_AB": values.ab.transpose(0, 2, 1)}, n=1024
    )
    assert [each.alone.value for each in ours] == pytest.approx(list(theirs.first_order.ravel()), abs=5e-3)
    assert [each.total.value for each in ours] == pytest.approx(list(theirs.total_order.ravel()), abs=5e-3)


def test_with_one_replicate_indices_are_those_of_salib():
    values = saltelli(ishigami, 4, 256, 5, second=True)
    rows = np.concatenate([values.a[None], values.ab, values.ba, values.b[None]])[..., 0].T.ravel()
    problem = {"num_vars": 4, "names": list(ISHIGAMI), "bounds": [[0, 1]] * 4}
    theirs = sobol.analyze(problem, rows, calc_second_order=True, seed=1)
    found = indices(values, ISHIGAMI)
    ours = ordered(found.keys, ISHIGAMI)
    assert [each.alone.value for each in ours] == pytest.approx(list(theirs["S1"]), abs=1e-9)
    assert [each.total.value for each in ours] == pytest.approx(list(theirs["ST"]), abs=1e-9)
    for pair in found.pairs:
        j, k = ISHIGAMI.index(pair.key), ISHIGAMI.index(pair.other)
        assert pair.index.value == pytest.approx(theirs["S2"][j, k], abs=1e-9)


@pytest.mark.parametrize("luck", [0.0, 0.5])
def test_second_order_finds_the_one_pair_of_ishigami(luck):
    """x1 and x3 act together, and all that x3 does it does with x1."""
    values = saltelli(ishigami, 4, 4096, 2, replicates=1 if luck == 0 else 4, luck=luck, second=True)
    found = indices(values, ISHIGAMI, "noise")
    first, *others = found.pairs
    assert (first.key, first.other) == ("x1", "x3")
    assert first.index.value == pytest.approx(ishigami_indices()[1][2], abs=0.04)
    assert [each.index.value for each in others] == pytest.approx([0.0] * 5, abs=0.04)
    if luck:
        assert found.found(first.index) and not any(found.found(each.index) for each in others)


def shared_luck(seed, replicates=8, count=30):
    """A plane whose slope hangs on the luck of a replicate, alike at every point: 1 on average."""
    draw = np.random.default_rng(seed)
    points = trajectories(2, count, seed)
    slopes = 1.0 + 0.6 * draw.standard_normal(replicates)
    return points, points[:, :1] * slopes + 0.3 * points[:, 1:]


def test_intervals_of_morris_count_the_luck_that_all_trajectories_share():
    inside, alone = [], []
    for seed in range(60):
        points, values = shared_luck(seed)
        ours = ordered(screen(points, values, "ab", seed=seed).effects, "ab")[0]
        problem = {"num_vars": 2, "names": ["a", "b"], "bounds": [[0, 1]] * 2}
        theirs = morris.analyze(problem, points, values.mean(axis=1), seed=seed)
        inside.append(ours.size.low <= 1.0 <= ours.size.high and ours.mean.low <= 1.0 <= ours.mean.high)
        alone.append(abs(theirs["mu_star"][0] - 1.0) <= theirs["mu_star_conf"][0])
        assert ours.size.value == pytest.approx(theirs["mu_star"][0])
    assert np.mean(inside) >= 0.9 and np.mean(alone) <= 0.2


def test_intervals_of_sobol_count_the_luck_that_all_points_share():
    """Two keys whose weights hang on luck: half of the variance each, in expectation over many replicates."""
    inside = []
    for seed in range(40):
        draw = np.random.default_rng(seed)
        weights = 1.0 + 0.5 * draw.standard_normal((2, 8))
        plain = saltelli(lambda u: u, 2, 128, seed)
        blocks = [np.asarray(part)[..., 0] @ weights for part in (plain.a, plain.b, plain.ab)]
        found = ordered(indices(Saltelli(*blocks), "ab").keys, "ab")
        inside.append([each.total.low <= 0.5 <= each.total.high for each in found])
    assert np.mean(inside) >= 0.9


def test_a_key_without_effect_passes_the_floor_of_sobol_1_time_in_20():
    passed, real = [], []
    for seed in range(60):
        values = saltelli(ishigami, 4, 64, seed, 6, luck=2.0)
        found = indices(values, ISHIGAMI)
        *true, noise = ordered(found.keys, ISHIGAMI)
        passed.append(found.found(noise.total))
        real.append([found.found(each.total) for each in true])
    assert np.mean(passed) <= 0.06
    assert np.mean(real) >= 0.95


def test_without_replicates_there_is_no_floor_and_no_finding():
    found = indices(saltelli(ishigami, 4, 64, 1), ISHIGAMI, dummy="noise")
    assert found.floor is None and found.luck is None
    assert not any(found.found(each.total) for each in found.keys)


def test_a_constant_outcome_has_no_indices():
    flat = np.ones((8, 2))
    found = indices(Saltelli(flat, flat, np.ones((2, 8, 2))), ("a", "b"))
    assert all(np.isnan(each.total.value) and not found.found(each.total) for each in found.keys)


def test_morris_is_exact_on_a_plane_and_on_a_product():
    points = trajectories(4, 30, 1)
    plane = (points @ np.array([3.0, -2.0, 0.5, 0.0]))[:, None]
    found = ordered(screen(points, plane, "abcd").effects, "abcd")
    assert [each.mean.value for each in found] == pytest.approx([3.0, -2.0, 0.5, 0.0])
    assert [each.size.value for each in found] == pytest.approx([3.0, 2.0, 0.5, 0.0])
    assert [each.spread for each in found] == pytest.approx([0.0] * 4, abs=1e-9)
    product = ordered(screen(points, (points[:, 0] * points[:, 1])[:, None], "abcd").effects, "abcd")
    assert product[0].spread > 0.2 and product[2].size.value == pytest.approx(0.0)
    assert product[0].mean.value == pytest.approx(0.5, abs=0.12)  # the mean of the other factor


def test_morris_sees_that_signs_cancel():
    points = trajectories(2, 60, 2)
    waves = (points[:, 0] * (2 * points[:, 1] - 1))[:, None]
    first = next(each for each in screen(points, waves, "ab").effects if each.key == "a")
    assert abs(first.mean.value) < 0.3 < first.size.value


def test_a_key_without_effect_passes_the_floor_of_morris_1_time_in_20():
    passed, real = [], []
    for seed in range(200):
        draw = np.random.default_rng(seed)
        points = trajectories(6, 20, seed)
        mean = points @ np.array([2.0, 1.0, 0.0, 0.0, 0.0, 0.0])
        found = screen(points, mean[:, None] + draw.standard_normal((len(points), 6)), "abcdef", seed=seed)
        effects = ordered(found.effects, "abcdef")
        passed.append([found.found(each) for each in effects[2:]])
        real.append(found.found(effects[0]))
    assert np.mean(passed) <= 0.05
    assert np.mean(real) >= 0.95


@pytest.mark.parametrize("n", [200, 1000])
def test_main_effects_are_the_first_order_indices(n):
    draw = np.random.default_rng(n)
    u = draw.random((n, 4))
    found = main_effects(dict(zip(ISHIGAMI, u.T, strict=True)), ishigami(u), "noise")
    parts = [each.part.value for each in ordered(found.effects, ISHIGAMI)]
    assert parts == pytest.approx(list(ishigami_indices()[0]), abs=0.12 if n == 200 else 0.05)
    assert [found.found(each) for each in ordered(found.effects, ISHIGAMI)][3] is False


def test_a_key_without_effect_passes_the_floor_of_main_effects_1_time_in_20():
    passed = []
    for seed in range(60):
        draw = np.random.default_rng(seed)
        columns = {"a": draw.random(120), "b": draw.choice(["x", "y", "z"], 120), "c": draw.integers(2, 7, 120)}
        found = main_effects(columns, (columns["b"] == "x") + 0.5 * draw.standard_normal(120), seed=seed)
        passed.append([found.found(each) for each in ordered(found.effects, "ac")])
        assert found.found(ordered(found.effects, "b")[0])
    assert np.mean(passed) <= 0.05


def test_levels_are_the_values_where_they_are_few_else_equal_parts():
    assert levels(["commune", "epci", "commune"]).tolist() == [0, 1, 0]
    parts = np.bincount(levels(np.random.default_rng(0).random(200)))
    assert len(parts) == 14 and parts.max() - parts.min() <= 1

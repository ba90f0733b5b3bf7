"""Intervals under shared luck, the three uncertainties apart, paired contrasts: planted values are found again."""

import numpy as np
import pandas as pd
import pytest

from experiments.analysis.components import Situation, component_shares, components
from experiments.analysis.contrasts import Measured, contrasts, interactions
from experiments.analysis.intervals import clustered_difference, clustered_mean, clustered_share, labels
from experiments.statistics import wilson


def test_labels_number_the_rows_of_columns():
    assert labels([3, 1, 3], ["b", "a", "b"]).tolist() == [1, 0, 1]
    assert labels([0, 0, 1, 1], [0, 1, 0, 1]).tolist() == [0, 1, 2, 3]


def test_independent_runs_have_nearly_wilsons_interval():
    hits = np.arange(400) % 4 == 0
    ours, plain = clustered_share(hits, [np.arange(400)]), wilson(100, 400)
    assert (ours.low, ours.high) == pytest.approx((plain.low, plain.high), abs=2e-3)


def test_a_share_over_points_with_shared_luck_is_covered_19_times_in_20():
    inside, naive = [], []
    luck = np.tile(np.arange(25), 12)
    for seed in range(400):
        draw = np.random.default_rng(seed)
        share = np.clip(0.4 + 0.3 * draw.standard_normal(25), 0, 1)  # a run's chance hangs on its luck
        hits = draw.random(300) < share[luck]
        truth = np.mean(np.clip(0.4 + 0.3 * np.random.default_rng(0).standard_normal(200_000), 0, 1))
        found, alone = clustered_share(hits, [luck]), wilson(int(hits.sum()), 300)
        inside.append(found.low <= truth <= found.high)
        naive.append(alone.low <= truth <= alone.high)
    assert np.mean(inside) >= 0.93 > 0.8 > np.mean(naive)


def test_two_ways_of_sharing_are_both_counted():
    inside = []
    luck, world = np.tile(np.arange(20), 30), np.repeat(np.arange(30), 20)
    for seed in range(300):
        draw = np.random.default_rng(seed)
        values = draw.normal(0, 1, 20)[luck] + draw.normal(0, 1, 30)[world] + draw.normal(0, 1, 600)
        found = clustered_mean(values, [luck, world])
        inside.append(found.low <= 0 <= found.high)
    assert np.mean(inside) >= 0.93


def test_shares_of_none_and_of_all_keep_a_doubt_of_their_clusters():
    luck = np.repeat(np.arange(10), 100)
    none = clustered_share(np.zeros(1000), [luck])
    assert none.low == none.value == 0.0 and 0.25 < none.high < 0.4
    assert clustered_difference(np.zeros(1000), [luck]).high > 0.1
    assert clustered_share([], [np.array([], dtype=int)]).n == 0
    assert clustered_mean([1.0, np.nan], [np.array([0, 1])]).high == np.inf


def worlds(seed, sd_world, sd_structure, sd_luck, n_worlds=60, n_luck=480):
    """Replicates that have a member and a variant in turn, as in a study over plausible worlds."""
    draw = np.random.default_rng(seed)
    luck = np.arange(n_luck)
    world, structure = luck % n_worlds, (luck % n_worlds + luck // n_worlds) % 4
    forms = np.array([-1.0, -1.0, 1.0, 1.0]) * sd_structure
    y = sd_world * draw.standard_normal(n_worlds)[world] + forms[structure] + sd_luck * draw.standard_normal(n_luck)
    return y, Situation(np.zeros(n_luck, int), luck, world, structure)


@pytest.mark.parametrize("sds", [(1.0, 0.5, 2.0), (0.0, 0.0, 1.0), (1.0, 0.0, 0.5), (0.0, 1.0, 1.0)])
def test_planted_uncertainties_are_found_apart(sds):
    found = [components(*worlds(seed, *sds)) for seed in range(80)]
    assert np.mean([each.parameters for each in found]) == pytest.approx(sds[0] ** 2, abs=0.1)
    # four forms at -1 and 1: pairs of two forms differ by 4/3 of their variance
    assert np.mean([each.structure for each in found]) == pytest.approx(4 / 3 * sds[1] ** 2, abs=0.1)
    assert np.mean([each.repetition for each in found]) == pytest.approx(sds[2] ** 2, abs=0.1)


def test_shares_of_variance_are_covered():
    inside = []
    for seed in range(120):
        found = component_shares(*worlds(seed, 1.0, 0.0, 1.0))["parameters"]
        inside.append(found.low <= 0.5 <= found.high)
    assert np.mean(inside) >= 0.9


def test_points_of_an_uncertain_design_share_their_luck_and_not_their_world():
    found = []
    for seed in range(60):
        draw = np.random.default_rng(seed)
        luck, world = np.tile(np.arange(8), 50), np.repeat(np.arange(50), 8)
        y = draw.normal(0, 1, 50)[world] + draw.normal(0, 1, 8)[luck] + draw.normal(0, 1, 400)
        one = np.zeros(400, int)
        found.append(components(y, Situation(one, luck, world, one)))
    assert np.mean([each.parameters for each in found]) == pytest.approx(1.0, abs=0.12)
    assert np.mean([each.repetition for each in found]) == pytest.approx(2.0, abs=0.2)
    assert all(each.structure is None for each in found)


def test_what_runs_cannot_tell_is_not_told():
    luck, one = np.arange(30), np.zeros(30, int)
    y = np.random.default_rng(0).standard_normal(30)
    each_its_own = components(y, Situation(one, luck, luck, one))
    assert each_its_own.parameters is None and each_its_own.repetition == pytest.approx(y.var(ddof=1))
    alike = components(y, Situation(one, luck, one, one))
    assert alike.parameters is None and alike.repetition == pytest.approx(y.var(ddof=1))
    assert alike.shares == {"repetition": 1.0, "parameters": None, "structure": None}


def grid(seed, replicates=40, effect=0.5):
    """Two levers that act and meet, one that does nothing; the luck of a replicate is the same everywhere."""
    draw = np.random.default_rng(seed)
    index = pd.MultiIndex.from_product([range(replicates), (0.0, 1.0, 2.0), (0, 1), ("a", "b")])
    runs = index.to_frame(index=False, name=["replicate", "x", "y", "z"]).sample(frac=1, random_state=seed)
    runs = runs.reset_index(drop=True)
    luck = 3 * draw.standard_normal(replicates)[runs.replicate]
    value = effect * runs.x + 0.3 * runs.x * runs.y + luck + 0.2 * draw.standard_normal(len(runs))
    yes = luck + runs.x > 1
    measured = Measured({"value": value.to_numpy(), "yes": yes.to_numpy(float)}, frozenset({"yes"}))
    return runs, measured


LEVERS = {"x": (0.0, 1.0, 2.0), "y": (0, 1), "z": ("a", "b")}


def test_contrasts_find_the_planted_effects_under_much_luck():
    runs, measured = grid(1)
    found = {(c.lever, c.start, c.end, c.outcome): c for c in contrasts(runs, list("xyz"), LEVERS, measured)}
    step = found["x", 0.0, 1.0, "value"]
    assert step.effect.value == pytest.approx(0.65, abs=0.05) and step.effect.excludes_zero
    assert step.replicates == 40 and step.effect.n == 160 and not step.extremes
    assert found["x", 0.0, 2.0, "value"].extremes and found["x", 0.0, 2.0, "value"].effect.value == pytest.approx(
        1.3, abs=0.05
    )
    assert found["x", 0.0, 2.0, "yes"].effect.low > 0
    assert not found["z", "a", "b", "yes"].effect.excludes_zero
    (met, *_) = [
        i
        for i in interactions(runs, list("xyz"), LEVERS, measured)
        if (i.lever, i.other, i.extremes) == ("x", "y", True)
    ]
    assert met.effect.value == pytest.approx(0.6, abs=0.1) and met.effect.excludes_zero


def test_a_lever_without_effect_is_seen_1_time_in_20_and_a_true_effect_is_covered():
    seen, covered = [], []
    for seed in range(200):
        runs, measured = grid(seed, replicates=12)
        found = contrasts(runs, list("xyz"), {"y": (0, 1), "z": ("a", "b")}, measured)
        seen.append(next(c for c in found if (c.lever, c.outcome) == ("z", "value")).effect.excludes_zero)
        effect = next(c for c in found if (c.lever, c.outcome) == ("y", "value")).effect
        covered.append(effect.low <= 0.3 <= effect.high)
    assert np.mean(seen) <= 0.09 and np.mean(covered) >= 0.91


def test_only_whole_pairs_count():
    runs, measured = grid(3, replicates=5)
    keep = ~((runs.x == 1.0) & (runs.replicate == 2)).to_numpy()
    part = Measured({name: values[keep] for name, values in measured.values.items()}, measured.yes_or_no)
    found = contrasts(runs[keep], list("xyz"), LEVERS, part)
    step = next(c for c in found if (c.lever, c.start, c.end) == ("x", 0.0, 1.0))
    assert step.replicates == 4 and step.effect.n == 16
    scattered = contrasts(runs.assign(x=np.arange(len(runs))), list("xyz"), {"y": (0, 1)}, measured)
    assert scattered == []

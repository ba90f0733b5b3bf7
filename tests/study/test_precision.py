"""Replicates until precise enough: how many, when it ends, and how often the interval then misses the truth."""

import json

import numpy as np
import pytest
from scipy.stats import binom

from experiments.statistics import Estimate, mean, paired_share, wilson
from experiments.study.precision import estimates, half_width, wanted
from experiments.study.reading import Study
from experiments.study.replication import Until
from tests.study.studies import GRID, plan_from, run
from tests.unit.fake_engine import fake_simulate

UNTIL = Until("diffusion", 0.05, 400)


def ends(until: Until, p: float) -> dict[tuple[int, int], float]:
    """Probability of each (successes, trials) at which the tool stops, for a share p: exact, look by look."""
    going, ended = {(k, until.first): float(binom.pmf(k, until.first, p)) for k in range(until.first + 1)}, {}
    while going:
        following: dict[tuple[int, int], float] = {}
        for (k, n), weight in going.items():
            aim = wanted(until, wilson(k, n), n)
            if aim == n:
                ended[k, n] = ended.get((k, n), 0.0) + weight
                continue
            for more, chance in enumerate(binom.pmf(np.arange(aim - n + 1), aim - n, p)):
                if weight * chance > 1e-12:
                    following[k + more, aim] = following.get((k + more, aim), 0.0) + weight * float(chance)
        going = following
    return ended


@pytest.mark.parametrize("until", [UNTIL, Until("diffusion", 0.1, 200)])
def test_the_interval_at_which_the_tool_stops_holds_the_truth_as_often_as_it_says(until):
    """Looking again and again could spoil the level: it does so by three points at worst, by none on average.

    Error rate of nominal 95 % intervals, exact: mean over shares at most 5.5 %, worst between 0.05 and 0.95 under 8 %.
    """
    errors = []
    for p in np.linspace(0.05, 0.95, 10):
        held = {(k, n): weight for (k, n), weight in ends(until, float(p)).items()}
        missed = [w for (k, n), w in held.items() if not (e := wilson(k, n)).low <= p <= e.high]
        errors.append(sum(missed))
        assert sum(held.values()) == pytest.approx(1.0, abs=1e-6)
    assert np.mean(errors) <= 0.055
    assert max(errors) <= 0.08


def test_it_ends_when_it_is_precise_or_at_the_budget_and_never_later():
    for p in (0.02, 0.3, 0.5):
        for (k, n), _ in ends(UNTIL, p).items():
            assert half_width(wilson(k, n)) <= UNTIL.half_width or n == UNTIL.most
    costs = {p: sum(n * w for (_, n), w in ends(UNTIL, p).items()) for p in (0.02, 0.5)}
    assert costs[0.02] < 120 and 350 < costs[0.5] <= 400


def test_means_are_covered_too():
    """Student intervals of a mean, 2 000 times: error rate 5 % give or take."""
    luck, until, missed = np.random.default_rng(1), Until("net_practice", 0.3, 300), 0
    for _ in range(2_000):
        values = luck.normal(0.0, 1.0, until.first)
        while (aim := wanted(until, mean(values), values.size)) > values.size:
            values = np.concatenate([values, luck.normal(0.0, 1.0, aim - values.size)])
        found = mean(values)
        missed += not found.low <= 0.0 <= found.high
    assert missed / 2_000 < 0.075


def test_a_paired_difference_stops_on_its_own_width():
    until = Until("diffusion", 0.1, 400, between=(0, 1))
    same = np.array([1.0, 0.0] * 20)
    found = estimates(until, {0: same, 1: same, 2: 1 - same})
    assert found[0] == found[2] == paired_share(same == 1, same == 1)
    assert wanted(until, found[0], 40) == 40  # all pairs agree: common luck makes differences cheap
    apart = estimates(until, {0: same, 1: np.roll(same, 1)})
    assert wanted(until, apart[0], 40) > 40


def test_what_is_wanted_grows_by_steps_and_within_the_budget():
    wide = Estimate(0.5, 0.0, 1.0, 20)
    assert wanted(UNTIL, wide, 20) == 40
    assert wanted(UNTIL, wide, 300) == 400
    assert wanted(UNTIL, Estimate(0.5, 0.46, 0.54, 390), 390) == 390
    assert wanted(UNTIL, Estimate(0.5, float("-inf"), float("inf"), 1), 20) == 40


def test_a_study_says_which_points_are_precise(tmp_path):
    said = {**GRID, "replicates": {"until": {"outcome": "diffusion", "half_width": 0.17, "most": 40, "first": 10}}}
    assert run(tmp_path, said, out=tmp_path / "x") == 0
    study = Study.open(tmp_path / "x")
    design = study.design
    assert design["replicates"].between(20, 40).all()
    assert ((design["half_width"] <= 0.17) == design["precise"]).all()
    assert (design.loc[~design["precise"], "replicates"] == 40).all()
    counts = study.runs.groupby("point_id").size()
    assert counts.loc[design["point_id"]].tolist() == design["replicates"].tolist()
    for _, rows in study.runs.groupby("point_id"):
        assert sorted(rows["replicate"]) == list(range(len(rows)))


def test_a_paired_study_gives_the_same_number_to_every_point(tmp_path):
    between = [{"sponsorship.level": 0.2, "hierarchy.depth": 2}, {"sponsorship.level": 0.8, "hierarchy.depth": 5}]
    rule = {"outcome": "net_practice", "half_width": 0.1, "most": 200, "first": 10, "between": between}
    said = {**GRID, "replicates": {"until": rule}}
    assert plan_from(tmp_path, said).replicates.until.between == (0, 5)
    assert run(tmp_path, said, out=tmp_path / "x") == 0
    design = Study.open(tmp_path / "x").design
    assert design["replicates"].nunique() == 1 and design["replicates"].iloc[0] > 10


def in_two_groups(config, seed):
    """Practice near 0.5 in four runs of ten, else near 0.05; in one group where there are five levels."""
    record = fake_simulate(config, seed)
    luck = np.random.default_rng(seed)
    high = config.hierarchy.depth == 2 and luck.random() < 0.4
    record.outcomes["net_practice"] = luck.normal(0.5, 0.05) if high else luck.normal(0.05, 0.03)
    return record


def test_points_whose_runs_fall_into_two_groups_are_told_with_both(tmp_path):
    said = {**GRID, "replicates": {"fixed": 60}}
    assert run(tmp_path, said, out=tmp_path / "x", engine=in_two_groups) == 0
    told = json.loads((tmp_path / "x" / "summary.json").read_text(encoding="utf-8"))["two_modes"]
    design = Study.open(tmp_path / "x").design
    assert [each["point_id"] for each in told] == design.loc[design["hierarchy.depth"] == 2, "point_id"].tolist()
    for each in told:
        assert (each["low"], each["high"]) == (pytest.approx(0.05, abs=0.03), pytest.approx(0.5, abs=0.04))
        assert each["upper"]["low"] <= 0.4 <= each["upper"]["high"] and each["low"] < each["cut"] < each["high"]

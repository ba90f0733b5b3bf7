"""A whole study, made by hand, says what was planted in it."""

import numpy as np
import pandas as pd
import pytest

from experiments.analysis.findings import find
from experiments.analysis.material import material_of
from tests.analysis import studies
from tests.analysis.studies import DEPTH, PRICE, SPONSORSHIP, TIP


@pytest.fixture(scope="module")
def grid():
    return find(material_of(studies.grid()))


@pytest.fixture(scope="module")
def scattered():
    return find(material_of(studies.scattered()))


def row(table, **values):
    for name, value in values.items():
        table = table[table[name] == value]
    assert len(table) == 1
    return table.iloc[0]


def test_shares_by_lever_hold_the_planted_ones_with_each_uncertainty_apart(grid):
    low, high = (row(grid.shares, lever=SPONSORSHIP, start=at, outcome="diffusion") for at in (0.2, 0.9))
    assert low.value == 0.0 and high.value > 0.95 and high.low < high.value <= high.high
    middle = row(grid.shares, lever=SPONSORSHIP, start=0.5, outcome="diffusion")
    assert middle.low < middle.value < middle.high
    assert middle.structure_high - middle.structure_low > 0.2
    assert middle.parameters_high - middle.parameters_low > 0.1
    assert middle.repetition_low < middle.value < middle.repetition_high


def test_a_mean_between_two_modes_is_told_with_its_modes(grid):
    told = row(grid.shares, lever=SPONSORSHIP, start=0.5, outcome="net_practice")
    assert told.low_mode == pytest.approx(0.02, abs=0.01) and told.high_mode == pytest.approx(0.34, abs=0.02)
    settings = grid.modes[grid.modes["outcome"] == "net_practice"]
    assert len(settings) > 5 and {setting[SPONSORSHIP] for setting in settings["setting"]} <= {0.4, 0.5, 0.6, 0.7}


def test_structure_is_the_larger_of_the_planted_doubts(grid):
    told = grid.uncertainties[grid.uncertainties["outcome"] == "diffusion"].set_index("uncertainty")["value"]
    assert told.sum() == pytest.approx(1.0) and told["structure"] > told["parameters"]


def test_contrasts_see_what_acts_and_not_what_does_not(grid):
    ends = grid.contrasts[grid.contrasts["extremes"] & (grid.contrasts["outcome"] == "diffusion")].set_index("lever")
    assert ends.loc[SPONSORSHIP, "low"] > 0.8 and ends.loc[DEPTH, "high"] < -0.2
    assert not ends.loc[PRICE, "seen"]
    assert row(grid.contrasts, lever=PRICE, extremes=True, outcome="euros").value == pytest.approx(247_500)


def test_the_first_box_is_strong_sponsorship_and_few_levels(grid):
    first = grid.boxes[(grid.boxes["verdict"] == "diffusion") & (grid.boxes["box"] == 0)].set_index("key")
    assert set(first.index) == {SPONSORSHIP, DEPTH}
    assert first.loc[SPONSORSHIP, "low"] == 0.6 and first.loc[DEPTH, "high"] in (3, 4)
    assert first["apart"].all() and first["value"].iloc[0] > 0.9


def test_tipping_lines_are_the_planted_ones_for_all_runs_and_move_with_the_variant(grid):
    whole = grid.tipping[grid.tipping["variant"] == ""]
    truth = np.array([TIP[setting[DEPTH]] for setting in whole["setting"]])
    assert np.mean(abs(whole["value"] - truth)) < 0.03
    assert np.mean((whole["low"] <= truth) & (whole["high"] >= truth)) > 0.9
    variant = grid.tipping.groupby("variant")["value"].mean()
    assert variant["complex_count"] > variant["complex_fraction"] + 0.05


def test_conclusions_that_hold_under_every_variant_survive(grid):
    held = grid.survival.groupby("lever")["survives"].all()
    assert held[SPONSORSHIP] and held[DEPTH] and PRICE not in held
    assert set(grid.survival["status"]) == {"holds"}


def test_a_conclusion_of_one_variant_alone_does_not_survive():
    made = studies.grid(replicates=24)
    alone = made.runs["variant"] == "complex_count"
    flat = made.runs["verdict"].where(alone, "fallback")
    told = find(material_of(studies.HandMade(made.manifest, made.design, made.runs.assign(verdict=flat), made.monthly)))
    diffusion = told.survival[(told.survival["outcome"] == "diffusion") & (told.survival["lever"] == SPONSORSHIP)]
    assert not diffusion["survives"].any()
    assert (diffusion.set_index("variant")["status"] == "holds").to_dict()["complex_count"]


def test_a_scattered_study_has_a_map_and_no_pairs(scattered):
    assert scattered.contrasts.empty and scattered.tipping.empty and scattered.interactions.empty
    strong = scattered.surface[scattered.surface["x"] > 0.95]
    assert strong["share"].mean() > scattered.surface.loc[scattered.surface["x"] < 0.1, "share"].mean() + 0.5
    parts = scattered.sensitivity[scattered.sensitivity["outcome"] == "diffusion"].set_index("key")
    assert parts.loc[SPONSORSHIP, "found"] and not parts.loc["noise", "found"]


@pytest.mark.parametrize(("make", "method"), [(studies.screened, "morris"), (studies.sobol, "sobol")])
def test_designs_made_for_indices_give_them_and_leave_the_dummy_under_the_floor(make, method):
    told = find(material_of(make())).sensitivity
    index = told[(told["method"] == method) & (told["outcome"] == "diffusion")].groupby("key").first()
    assert index.loc[SPONSORSHIP, "found"] and index.loc["management.stance", "found"]
    assert not index.loc["noise", "found"] and not index.loc[PRICE, "found"]


@pytest.mark.parametrize(("make", "method", "size"), [(studies.screened, "morris", 5), (studies.sobol, "sobol", 6)])
def test_a_group_of_points_with_a_gap_is_left_out_and_counted(make, method, size):
    made = make()
    ids = made.design["point_id"]
    gap, lost = ids.iloc[size], ids.iloc[2 * size]  # a point without net practice, and one without runs
    runs = made.runs.assign(net_practice=made.runs["net_practice"].mask(made.runs["point_id"] == gap))
    runs = runs[runs["point_id"] != lost]
    told = find(material_of(studies.HandMade(made.manifest, made.design, runs, made.monthly))).sensitivity
    n = told[told["method"] == method].groupby("outcome")["n"].agg(["min", "max"])
    group = np.arange(len(ids)) // size
    for outcome, out in (("diffusion", {lost}), ("net_practice", {lost, gap})):
        assert (n.loc[outcome] == len(np.unique(group)) - len(np.unique(group[ids.isin(out)]))).all()
    assert told["value"].notna().all()


def test_a_study_of_one_replicate_is_read_without_any_finding_of_luck():
    made = studies.grid(replicates=1)
    told = find(material_of(made))
    assert told.contrasts.empty and told.uncertainties.empty and told.tipping.empty
    assert isinstance(told.shares, pd.DataFrame) and not told.shares.empty

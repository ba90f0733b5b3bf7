"""Outcomes are declared once, found by their folder, checked at every measure."""

import math
import sys
from dataclasses import asdict
from types import ModuleType

import numpy as np
import pytest

from sim.outcomes import catalogue as module
from sim.outcomes.catalogue import OutOfRange, catalogue, measure, outcome
from tests.unit.outcome_world import cliques, observed

NAMES = """
administration agent_days ambassador_half_life ambassadors ambassadors_practising annual_reach breadth concentration
concentration_p concentration_quantile cost_per_practitioner cynicism_involved cynicism_others delay delivered_share
delivery_incidence dispossession_district dispossession_mayor dispossession_thematic elu_hours epsilon euros group_size
implemented_share isolated items_created lab_age lab_alive lab_created largest_group largest_group_quantile managers
managers_payroll momentum
months_undelivered net_practice persistence practice practice_gain practice_rest practice_twin practitioners
programme_status quality_change relaunch_ratio second_project second_project_month secondary_adopters segregation
segregation_freeman span
sponsorship_signal
trust_change
""".split()  # noqa: SIM905


def test_golden_list_of_names():
    assert [spec.name for spec in catalogue()] == NAMES


@pytest.mark.parametrize("spec", catalogue(), ids=lambda spec: spec.name)
def test_words_in_both_languages(spec):
    assert spec.unit and spec.source and spec.description
    assert spec.fr and spec.en and spec.fr != spec.en
    assert spec.low < spec.high


def test_an_outcome_in_a_new_file_is_found(monkeypatch):
    @outcome(unit="index", fr="essai", en="trial", source="none")
    def a_new_one(seen):
        return 7

    assert _found_beside(monkeypatch, a_new_one)["a_new_one"] is a_new_one


def test_two_outcomes_of_one_name_are_refused(monkeypatch):
    @outcome(unit="index", fr="essai", en="trial", source="none")
    def practice(seen):
        return 7

    with pytest.raises(TypeError, match="two outcomes are called practice"):
        _found_beside(monkeypatch, practice)


def _found_beside(monkeypatch, spec):
    """Walk the folder as if it held one more file."""
    file = ModuleType("sim.outcomes.extra")
    file.spec = spec
    spec.formula.__module__ = file.__name__
    real_walk = module.iter_modules
    extra = type("Found", (), {"name": file.__name__})
    monkeypatch.setitem(sys.modules, file.__name__, file)
    monkeypatch.setattr(module, "iter_modules", lambda *args, **kwargs: [*real_walk(*args, **kwargs), extra])
    return {found.name: found for found in module._declared.__wrapped__()}


@pytest.mark.parametrize("wrong", [-0.01, 1.01, math.inf, math.nan])
def test_a_value_out_of_range_is_a_programming_error(wrong):
    @outcome(unit="share", low=0, high=1, fr="part", en="share", source="none")
    def share(seen):
        return wrong

    with pytest.raises(OutOfRange, match=r"share = .* at month 88, expected 0 to 1"):
        share(observed())


@pytest.mark.parametrize("right", [0, 1, 0.5, None])
def test_a_value_in_range_or_undefined_passes(right):
    @outcome(unit="share", low=0, high=1, fr="part", en="share", source="none")
    def share(seen):
        return right

    assert share(observed()) == right


def test_measure_gives_plain_values_and_writes_nothing():
    seen = observed(practising=range(6), ties=cliques([10, 10]))
    before = asdict(seen)
    values = measure(seen)
    assert list(values) == NAMES
    assert {type(value) for value in values.values()} == {int, float, type(None)}
    np.testing.assert_equal(asdict(seen) | {"shared": {}}, before)


def test_nothing_is_defined_by_accident_where_nobody_practises():
    values = measure(observed())
    undefined = {name for name, value in values.items() if value is None}
    assert undefined == {
        "ambassador_half_life", "concentration", "concentration_p", "concentration_quantile", "cost_per_practitioner",
        "delay", "delivered_share", "delivery_incidence", "group_size", "implemented_share", "isolated", "lab_age",
        "largest_group", "largest_group_quantile", "months_undelivered", "persistence", "segregation",
        "segregation_freeman",
    }  # fmt: skip

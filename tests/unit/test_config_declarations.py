"""Each parameter is declared once and says everything that is asked of it, in both languages."""

import math
import subprocess
import sys
from pathlib import Path

import pytest

import sim.config
from experiments.language import LANGUAGES, Words
from sim.config import Config, Intervention, Parameter, group_names, groups, iter_parameters, parameter_of, validate
from sim.config.parameter import SOURCES

PARAMETERS = dict(iter_parameters())
FOLDER = Path(sim.config.__file__).parent
FIT = {
    "adoption.intercept",
    "adoption.half_point",
    "adoption.sponsor",
    "hierarchy.signal_retention",
    "abandonment.intercept",
    "management.shift",
    "relay.drop",
    "cynicism.abort_shock",
    "lab.intercept",
    "lab.closure_intercept",
}

each = pytest.mark.parametrize("p", PARAMETERS.values(), ids=PARAMETERS)


@each
def test_words_in_both_languages(p: Parameter):
    for text in p.text:
        assert text[0].isupper() and text.endswith("."), text
    assert p.text.fr != p.text.en


@each
def test_source_is_named_in_both_languages(p: Parameter):
    assert p.source.en.startswith(tuple(SOURCES))
    assert p.source.fr.startswith(tuple(SOURCES.values()))


@each
def test_unit_has_words_in_both_languages(p: Parameter):
    measured = p.kind in ("float", "int", "months") and p.key != "seed"
    assert bool(p.unit) == (measured or p.unit == "year-month")
    for lang in LANGUAGES:
        assert not p.unit or f"quantity.{p.unit}" in Words(lang)
        assert f"kind.{p.kind}" in Words(lang)


@each
def test_numbers_have_finite_ranges_that_hold_the_default(p: Parameter):
    if p.kind not in ("float", "int"):
        assert p.valid is None and p.plausible is None
        return
    assert p.valid is not None and p.plausible is not None
    (low, high), (least, most) = p.valid, p.plausible
    assert all(map(math.isfinite, (low, high, least, most)))
    assert low <= least < most <= high
    assert p.default is None or least <= p.default <= most


@each
def test_null_is_allowed_exactly_where_it_is_declared(p: Parameter):
    assert (p.default is None) <= (p.nullable or p.required)
    assert not p.resolved or p.nullable


@each
def test_what_is_allowed_is_said(p: Parameter):
    assert ("null" in p.allowed.en) == p.nullable
    for choice in p.choices:
        assert choice in p.allowed.fr and choice in p.allowed.en


def test_ends_of_a_valid_range_are_accepted_and_written_exactly():
    assert PARAMETERS["seed"].allowed.en == "an integer between 0 and 9223372036854775807"
    assert PARAMETERS["cost.launch_budget_share"].allowed.fr == "un nombre entre 1e-05 et 1"
    assert validate({"hierarchy": {"signal_retention": 0}}).hierarchy.signal_retention == 0
    assert validate({"hierarchy": {"signal_retention": 1.0}}).hierarchy.signal_retention == 1


def test_half_range_of_a_negative_default():
    assert PARAMETERS["relay.intercept"].plausible == pytest.approx((-0.45, -0.15))


def test_the_fit_set_has_ten_members():
    assert {key for key, p in PARAMETERS.items() if p.fit} == FIT


def test_one_file_for_each_group_and_short_files():
    for name, model in groups().items():
        assert (FOLDER / f"{name}.py").is_file()
        assert model.__module__ == f"sim.config.{name}"
    for path in FOLDER.glob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path


def test_groups_say_what_they_are_and_where_they_act():
    for model in (*groups().values(), Config, Intervention):
        assert all(model.title) and all(model.acts)
        assert model.title.fr != model.title.en or model.title.fr == "Motivation"


def test_keys_are_found_by_name_and_inside_lists():
    assert next(iter(PARAMETERS)) == "scenario"
    assert group_names() == tuple(groups())
    assert parameter_of("interventions[3].month") is PARAMETERS["interventions[].month"]
    assert parameter_of("observe_months[0]") is PARAMETERS["observe_months"]
    assert parameter_of("sponsorship") is None and parameter_of("x[0].y") is None


def test_json_schema_carries_the_declarations():
    schema = Config.model_json_schema()
    level = schema["$defs"]["Sponsorship"]["properties"]["level"]
    assert (level["minimum"], level["maximum"], level["default"], level["lever"]) == (0, 1, 0.65, True)
    assert schema["additionalProperties"] is False


def test_importing_the_configuration_is_light():
    heavy = "hydra omegaconf numba scipy pandas matplotlib mesa networkx yaml"
    code = f"import sys, sim.config; print(*[name for name in '{heavy}'.split() if name in sys.modules])"
    root = FOLDER.parents[1]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.split() == []

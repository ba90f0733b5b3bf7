"""A corpus of wrong inputs: each is refused with its key, its value, what is allowed or the nearest name.

These are derived from the schema by mutation, so that a new parameter brings its own wrong inputs; those of
`test_wrong_overrides` come in through Hydra's override grammar, those of `test_wrong_files` through YAML files.
"""

import math

import pytest

from sim.config import Parameter, groups, iter_parameters, put, validate
from sim.core.errors import shown
from tests.contract.refusals import only, refused, short

PARAMETERS = [p for key, p in iter_parameters() if "[]" not in key]
NUMBERS = [p for p in PARAMETERS if p.kind in ("float", "int")]
WHOLE = [p for p in PARAMETERS if p.kind == "int"]


def nested(key: str, value: object) -> dict:
    mapping: dict = {}
    put(mapping, key, value)
    return mapping


def check_value(p: Parameter, value: object) -> None:
    """The value is refused for that key, and the message says what is allowed."""
    error = refused(validate, nested(p.key, value))
    problem = only(error)
    assert problem.key == p.key
    for lang in ("fr", "en"):
        assert p.key in error.render(lang)
        assert shown(value) in error.render(lang)
        assert p.allowed.of(lang) in error.render(lang)


def named(parameters: list[Parameter]):
    return pytest.mark.parametrize("p", parameters, ids=lambda p: p.key)


# ---- mutations of the schema


def test_the_corpus_is_large():
    assert 4 * len(NUMBERS) + 3 * len(PARAMETERS) > 2000


@named(NUMBERS)
def test_below_the_range(p):
    low = p.valid[0]
    check_value(p, math.floor(low) - 2 if p.kind == "int" else low - 0.5)


@named(NUMBERS)
def test_above_the_range(p):
    check_value(p, int(p.valid[1]) + 2 if p.kind == "int" else p.valid[1] * 1.01 + 0.5)


@named(NUMBERS)
def test_not_a_finite_number(p):
    for value in (math.nan, math.inf, -math.inf):
        check_value(p, value)


@named(NUMBERS)
def test_not_a_number(p):
    for value in (True, "3", "beaucoup", [1], {}):
        check_value(p, value)


@named(WHOLE)
def test_a_decimal_number_where_an_integer_is_expected(p):
    check_value(p, float(p.valid[0]) + 0.5)


@named([p for p in NUMBERS if not p.nullable])
def test_null_where_a_number_is_needed(p):
    check_value(p, None)


@named([p for p in PARAMETERS if p.kind == "bool"])
def test_not_a_switch(p):
    for value in (1, 0, "true", "no", None):
        check_value(p, value)


@named([p for p in PARAMETERS if p.kind == "choice"])
def test_not_a_choice(p):
    for value in ("", 0, True, None, ["x"]):
        check_value(p, value)


@named([p for p in PARAMETERS if p.kind == "choice"])
def test_a_misspelt_choice_names_the_nearest(p):
    for choice in p.choices:
        problem = only(refused(validate, nested(p.key, choice + "x")))
        assert problem.nearest == choice


@named([p for p in PARAMETERS if p.kind == "text"])
def test_not_a_short_text(p):
    for value in (5, False, "two\nlines", "\x1b[31mred", "x" * 5000):
        check_value(p, value)


@named(PARAMETERS)
def test_a_misspelt_key_names_the_nearest(p):
    head, dot, leaf = p.key.rpartition(".")
    middle = len(leaf) // 2
    wrong = f"{head}{dot}{leaf[: middle + 1]}{leaf[middle:]}"  # a letter typed twice
    error = refused(validate, nested(wrong, 0.5))
    problem = only(error)
    assert (problem.key, problem.nearest) == (wrong, p.key)
    assert p.allowed.fr in error.render("fr") and p.allowed.en in error.render("en")


@named([p for p in PARAMETERS if "." in p.key])
def test_a_key_in_the_wrong_group_names_the_right_one(p):
    group, leaf = p.key.split(".")
    other = next(name for name, model in groups().items() if leaf not in model.model_fields)
    problem = only(refused(validate, nested(f"{other}.{leaf}", 0.5)))
    assert problem.key == f"{other}.{leaf}"
    assert problem.nearest is not None and problem.nearest.rpartition(".")[2] == leaf
    if sum(key.rpartition(".")[2] == leaf for key, _ in iter_parameters()) == 1:
        assert problem.nearest == f"{group}.{leaf}"


@pytest.mark.parametrize("name", groups())
def test_a_value_where_a_group_is_expected(name):
    for value in (3, "weak", None, [1], True):
        problem = only(refused(validate, {name: value}))
        assert problem.key == name and problem.value == shown(value)
        assert f"{name}.{next(iter(groups()[name].model_fields))}" in problem.allowed.fr


@pytest.mark.parametrize("name", groups())
def test_a_misspelt_group_names_the_nearest(name):
    problem = only(refused(validate, {name + name[-1]: {}}))
    assert problem.nearest == name


# ---- lists


@pytest.mark.parametrize(
    ("months", "key"),
    [
        ([52, 40], "observe_months"),
        ([52, 52], "observe_months"),
        ([], "observe_months"),
        ([0], "observe_months[0]"),
        ([52, 360], "observe_months[1]"),
        ([52, "88"], "observe_months[1]"),
        ([True], "observe_months[0]"),
        ([52.0], "observe_months[0]"),
        (52, "observe_months"),
        ("52,88", "observe_months"),
        ({"a": 1}, "observe_months"),
        (list(range(13, 100)), "observe_months"),
        ([12, 60], "observe_months, programme.start_month"),
    ],
    ids=str,
)
def test_wrong_observation_months(months, key):
    assert only(refused(validate, {"observe_months": months})).key == key


@pytest.mark.parametrize(
    ("planned", "key", "word"),
    [
        ({"name": "trainng", "month": 20}, "interventions[0].name", "training"),
        ({"name": "training", "month": -1}, "interventions[0].month", "359"),
        ({"name": "training", "month": 360}, "interventions[0].month", "359"),
        ({"name": "training", "month": 20.5}, "interventions[0].month", "359"),
        ({"name": "training", "month": 20, "strength": 1.5}, "interventions[0].strength", "0 et 1"),
        ({"name": "training", "month": 20, "until": 20}, "interventions[0].until", "20"),
        ({"name": "training", "month": 200}, "interventions[0].month", "95"),
        ({"name": "training", "month": 20, "mnth": 20}, "interventions[0].mnth", "interventions[].month"),
        ({"name": 5, "month": 20}, "interventions[0].name", "texte"),
        ({"month": 20}, "interventions[0].name", "manquante"),
        ({"name": "training"}, "interventions[0].month", "0 et 359"),
        ("training", "interventions[0]", "name"),
    ],
    ids=str,
)
def test_wrong_intervention(planned, key, word):
    error = refused(validate, {"interventions": [planned]}, interventions=lambda: ["training", "debate"])
    assert only(error).key == key
    assert word in error.render("fr")


@pytest.mark.parametrize("value", [5, "a", {"name": "a"}, True, [{"name": "a", "month": 1}] * 201], ids=short)
def test_interventions_that_are_no_list(value):
    assert only(refused(validate, {"interventions": value})).key == "interventions"

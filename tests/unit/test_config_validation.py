"""The door: what comes in, what comes out, where faults are said to come from."""

import pickle

import numpy as np
import pytest
from pydantic import ValidationError

from sim.config import Config, validate, with_values
from sim.config.validation import put
from sim.core.errors import InputError, Problem, refuse, shown
from sim.core.text import Text

FILE = Text("fichier a.yaml", "file a.yaml")
LINE = Text("ligne de commande", "command line")


def problems(mapping, origins=None):
    with pytest.raises(InputError) as caught:
        validate(mapping, origins)
    return caught.value.problems


def test_nothing_gives_the_defaults():
    assert validate({}) == Config()


def test_a_configuration_is_frozen_closed_and_hashable():
    config = Config()
    with pytest.raises(ValidationError, match="frozen"):
        config.seed = 2
    with pytest.raises(ValidationError, match="frozen"):
        config.sponsorship.level = 0.2
    with pytest.raises(ValidationError, match="Extra inputs"):
        Config(levl=1)
    assert hash(config) == hash(Config())
    assert pickle.loads(pickle.dumps(config)) == config


def test_an_integer_is_a_number_and_numpy_scalars_are_too():
    config = validate(
        {
            "sponsorship": {"level": np.float32(0.5)},
            "hierarchy": {"depth": np.int64(3)},
            "cost": {"price_factor": 2},
            "observe_months": (np.int32(60), 70),
        }
    )
    assert type(config.hierarchy.depth) is int and type(config.cost.price_factor) is float
    assert config.sponsorship.level == 0.5 and config.observe_months == (60, 70)


OTHER = [np.bool_(True), np.array([0.5, 0.6]), object(), {1, 2}, b"0.5", 1 + 2j]


@pytest.mark.parametrize("value", OTHER, ids=lambda value: type(value).__name__)
def test_other_objects_are_no_numbers(value):
    assert [problem.key for problem in problems({"sponsorship": {"level": value}})] == ["sponsorship.level"]


def test_a_number_too_large_to_print_is_refused_in_a_short_message():
    (problem,) = problems({"seed": 10**5000})
    assert problem.value == f"<{(10**5000).bit_length()} bits>"


@pytest.mark.parametrize("mapping", [None, 3, "seed: 1", [("seed", 1)]], ids=repr)
def test_something_else_than_a_table(mapping):
    assert problems(mapping)[0].key == "config"


def test_too_many_levels():
    mapping: dict = {}
    for _ in range(100):
        mapping = {"a": mapping}
    assert "6" in problems(mapping)[0].reason.en


def test_the_input_is_left_as_it_was():
    mapping = {"sponsorship": {"level": 2, "levl": 1}, "observe_months": [1, 2]}
    problems(mapping)
    assert mapping == {"sponsorship": {"level": 2, "levl": 1}, "observe_months": [1, 2]}


def test_origins_are_those_of_the_key_or_of_what_is_above_it():
    found = problems(
        {"sponsorship": {"level": 2, "district": 2}, "interventions": [{"name": "x", "month": -1}], "seed": -1},
        {"sponsorship": FILE, "sponsorship.level": LINE, "interventions": FILE},
    )
    assert {problem.key: problem.origin for problem in found} == {
        "seed": None,
        "interventions[0].month": FILE,
        "sponsorship.level": LINE,
        "sponsorship.district": FILE,
    }


def test_a_rule_names_the_origins_of_all_its_keys_once():
    (problem,) = problems(
        {"voice": {"quick_share": 0.9, "middle_share": 0.9}}, {"voice.quick_share": LINE, "voice.middle_share": FILE}
    )
    assert problem.origin == Text("ligne de commande, fichier a.yaml", "command line, file a.yaml")
    (problem,) = problems({"voice": {"quick_share": 0.9}}, {"voice": FILE})
    assert problem.origin == FILE


def test_changed_values_are_checked_again():
    config = with_values(Config(), {"hierarchy.depth": 3, "observe_months": [60], "seed": 5})
    assert (config.hierarchy.depth, config.observe_months, config.seed) == (3, (60,), 5)
    with pytest.raises(InputError, match=r"hierarchy\.depth"):
        with_values(Config(), {"hierarchy.depth": 8})
    with pytest.raises(InputError, match=r"hierarchy\.dpth"):
        with_values(Config(), {"hierarchy.dpth": 3})


def test_put_replaces_what_stands_in_the_way():
    mapping: dict = {"a": 1}
    put(mapping, "a.b.c", 2)
    put(mapping, "d", 3)
    assert mapping == {"a": {"b": {"c": 2}}, "d": 3}


# ---- the message


def test_a_message_lists_everything_in_each_language():
    error = InputError(
        [
            Problem("a.b", "2", Text("hors limites", "out of range"), Text("un nombre", "a number"), None, LINE),
            Problem("a.c", "", Text("clé inconnue", "unknown key"), None, "a.b"),
        ]
    )
    assert error.render("fr").splitlines() == [
        "Entrée refusée : 2 problèmes.",
        "  1. a.b = 2 (ligne de commande)",
        "     hors limites ; attendu : un nombre",
        "  2. a.c",
        "     clé inconnue ; nom le plus proche : a.b",
        "Rien n'a été écrit.",
    ]
    assert error.render("en").splitlines() == [
        "Input refused: 2 problems.",
        "  1. a.b = 2 (command line)",
        "     out of range; expected: a number",
        "  2. a.c",
        "     unknown key; nearest name: a.b",
        "Nothing was written.",
    ]
    assert str(error) == error.render("fr") == error.render("de")


def test_a_refusal_survives_pickling():
    error = refuse("seed", -1, "hors limites", "out of range", nearest="seed")
    again = pickle.loads(pickle.dumps(error))
    assert isinstance(again, InputError) and again.problems == error.problems
    assert again.problems[0].nearest == "seed"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (0.1, "0.1"),
        ("oui", '"oui"'),
        ("\x1b[0m\n", '"\\u001b[0m\\n"'),
        ("x" * 500, '"' + "x" * 76 + "..."),
        ([1, 2, 3, 4, 5], "[1, 2, 3, 4, ...]"),
        ({"a": {"b": 1}}, "{'a': {'b': 1}}"),
        (float("nan"), "nan"),
    ],
    ids=repr,
)
def test_values_are_shown_short_and_printable(value, text):
    assert shown(value) == text


def test_a_wrong_month_does_not_hide_a_wrong_name():
    with pytest.raises(InputError) as refusal:
        validate({"interventions": [{"name": "elus_debat", "month": 3}, {"name": "second_wave", "month": 400}]})
    keys = {problem.key for problem in refusal.value.problems}
    assert keys == {"interventions[0].name", "interventions[1].month"}

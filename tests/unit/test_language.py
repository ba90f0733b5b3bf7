"""The two languages say the same things, and numbers are written as each of them writes numbers."""

import re
import string
from pathlib import Path

import pytest

from experiments import language
from experiments.command import command_names
from experiments.language import Words, catalogue, environment_language, euros, number, percent, read_po

SOURCES = [path for path in Path(language.__file__).parent.rglob("*.py") if "figures" not in path.parts]


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "fr"),
        ({"LANG": "C.UTF-8"}, "fr"),
        ({"LANG": "POSIX"}, "fr"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR", "LANGUAGE": "de:en_US:fr"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "fr"),
        ({"LANG": "enm_GB"}, "fr"),
        ({"LANG": ""}, "fr"),
    ],
)
def test_the_environment_chooses_a_language_that_is_spoken(environment, expected):
    assert environment_language(environment) == expected


def test_both_catalogues_hold_the_same_messages():
    assert catalogue("fr").keys() == catalogue("en").keys()
    assert len(catalogue("fr")) > 80


@pytest.mark.parametrize("key", sorted(catalogue("fr")))
def test_a_message_has_the_same_fields_in_both_languages(key):
    french, english = catalogue("fr")[key], catalogue("en")[key]
    assert len(french) == len(english)
    assert [_fields(form) for form in french] == [_fields(form) for form in english]
    assert all(form.strip() for form in french + english)


def test_every_message_that_the_code_asks_for_exists():
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    asked = set(re.findall(r'\bsay(?:\.count)?\(\s*"([a-z0-9_.-]+)"', text))
    asked |= {f"mistake.{kind}" for kind in re.findall(r'Mistake\("([a-z_.]+)"', text)}
    asked |= {f"mistake.{kind}" for kind in re.findall(r'return "(out_[a-z]+)"', text)}
    asked |= {f"failed.{kind}" for kind in re.findall(r'WorkFailed\("([a-z_.]+)"', text)}
    asked |= {f"verify.{check}" for check in re.findall(r'yield "([a-z]+)", ', text)}
    for name in command_names():
        asked |= {f"command.{name}", f"command.{name}.about"}
    asked |= {f"option.{name}" for name in re.findall(r'Option\("([a-z-]+)"', text)}
    assert len(asked) > 80
    assert asked - catalogue("fr").keys() == set()


def test_a_message_takes_its_values_and_an_unknown_one_is_an_error():
    assert Words("fr")("interval", low=1, high=2) == "1 à 2"
    assert Words("en")("interval", low=1, high=2) == "1 to 2"
    with pytest.raises(KeyError):
        Words("fr")("no.such.message")


def test_each_language_has_its_own_plural():
    fr, en = Words("fr"), Words("en")
    assert [fr.count("count.runs", n) for n in (0, 1, 2)] == ["0 simulation", "1 simulation", "2 simulations"]
    assert [en.count("count.runs", n) for n in (0, 1, 2)] == ["0 runs", "1 run", "2 runs"]


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError, match="'de'"):
        Words("de")


def test_a_catalogue_is_read_with_its_folded_lines_quotes_and_plurals():
    source = '''
    # a remark
    msgid ""
    msgstr "Language: fr"

    msgid "a"
    msgstr ""
    "une \\"ligne\\"\\n"
    "une autre \\\\n"

    msgid "b"
    msgid_plural "b"
    msgstr[0] "un"
    msgstr[1] "plusieurs"
    '''
    assert dict(read_po(source)) == {"a": ('une "ligne"\nune autre \\n',), "b": ("un", "plusieurs")}


def test_numbers_money_and_shares_are_written_as_each_language_writes_them():
    assert _plain(number(1234.5, "fr", 1)) == "1 234,5"
    assert number(1234.5, "en", 1) == "1,234.5"
    assert _plain(euros(1234.5, "fr", 1)) == "1 234,5 €"
    assert euros(1234.5, "en", 1) == "€1,234.5"
    assert euros(-3.0, "en") == "-€3"
    assert _plain(percent(0.123, "fr")) == "12,3 %"
    assert percent(0.123, "en") == "12.3%"


def test_numbers_have_no_idle_decimal_nor_negative_zero():
    assert [number(x, "en", 2) for x in (3.0, -0.001, 0.1 + 0.2)] == ["3", "0", "0.3"]
    assert [number(x, "fr", 1, fixed=True) for x in (3.0, -0.04)] == ["3,0", "0,0"]


def test_what_is_undefined_is_written_as_a_dash():
    assert [number(None, "fr"), percent(float("nan"), "en"), euros(float("inf"), "fr")] == ["–"] * 3


def _plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def _fields(form: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(form) if name}

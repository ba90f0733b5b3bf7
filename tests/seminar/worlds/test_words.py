"""French as French is set."""

import pytest

from experiments.seminar.words import french


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("l'élu s'en va", "l’élu s’en va"),
        ("pourquoi ? parce que : oui", "pourquoi\N{NARROW NO-BREAK SPACE}? parce que\N{NARROW NO-BREAK SPACE}: oui"),
        ("« oui »", "«\N{NO-BREAK SPACE}oui\N{NO-BREAK SPACE}»"),
    ],
)
def test_apostrophes_spaces_and_quotes(typed, set_):
    assert french(typed) == set_

"""The page tells the time its studies took, and whether it is the time asked for; titles tell the page's numbers."""

import pytest

from experiments.figures.headline_study import PICTURES
from experiments.headline_study.spent import spent, time_taken
from experiments.headline_study.titles import title
from experiments.language import Words
from tests.headline_study.test_page import made as made

EN, FR = Words("en"), Words("fr")


def told_by(seconds, cpu, **more):
    said = {"seconds": seconds, "cpu_seconds": cpu, "workers": 2, "reused": 0, "processors": [{"model": "Model X"}]}
    return {"circumstances": said | more}


def test_minutes_add_up_and_the_target_is_judged():
    quick = time_taken(["a", "b"], [told_by(600, 1100), told_by(120, 200)], 60.0, EN)
    assert "Time reached: 13 minutes" in quick and "2 cores (Model X)" in quick and "is met" in quick
    assert "| a | 10.0 | 18.3 |" in quick.replace("| 10 |", "| 10.0 |") and "| b | 2" in quick
    slow = time_taken(["a"], [told_by(2400, 3000)], 60.0, FR)
    assert "41 minutes" in slow and "n'est pas tenu" in slow
    assert "n'est pas tenu" in time_taken(["a"], [told_by(600, 3000, workers=16)], 60.0, FR)


@pytest.mark.parametrize("manifest", [{}, told_by(600, 900, reused=3), {"circumstances": {"seconds": 9.0}}])
def test_what_was_interrupted_or_not_told_has_no_time_by_the_clock(manifest):
    assert spent(manifest).clock is None
    assert "unknown" in time_taken(["a"], [manifest], 60.0, EN)


@pytest.mark.parametrize("say", [FR, EN], ids=["fr", "en"])
def test_every_picture_has_a_title_with_its_numbers(made, say):
    _, book = made
    for name, (section, _) in PICTURES.items():
        words = title(name, [each for each in book.lines if each.section == section], say)
        assert "{" not in words and "–" not in words and len(words) < 180
        assert name == "tornado" or any(sign.isdigit() for sign in words)

"""The model still says what the situations teach."""

from dataclasses import replace
from functools import cache

import pytest

from experiments.seminar.kit.claims import CHECKED, MOST_MISSES, Of
from experiments.seminar.kit.measuring import label, letters, lived, measured, questions, worlds_of
from experiments.seminar.kit.situation import cases, names, situations
from experiments.seminar.kit.wording import Wording
from experiments.seminar.pack.positions import whole_grid
from sim.config import with_values

REMEASURE = "run `python -m experiments.seminar.kit --measure`, then read every situation again"
CLAIMS = [(name, rank) for name in names() for rank in range(len(situations()[name].claims))]
CLEAR = ("alternance", "two_more_levels", "sponsor_without_managers", "managers_first")
SMALL, LITTLE = ("mayor_leaves", "budget_cut"), 20


@cache
def counted(question):
    return letters(lived(question, range(CHECKED)))


@pytest.mark.parametrize("name", names())
def test_the_model_answers_within_every_range(name):
    situation = situations()[name]
    before, after = map(counted, situation.questions())
    missed = [(claim, claim.value(before, after)) for claim in situation.claims if not claim.holds(before, after)]
    assert missed == [], "the model no longer supports this lesson: mend the model or take the lesson back"


@pytest.mark.parametrize("question", questions(), ids=label)
def test_what_is_printed_is_what_the_model_gives(question):
    assert counted(question) == measured()[label(question)].letters[:CHECKED], REMEASURE


def test_the_file_of_measures_holds_the_worlds_of_the_situations_and_no_other():
    assert set(measured()) == set(map(label, questions())), REMEASURE
    assert {len(world.letters) for world in measured().values()} == {100}


@pytest.mark.parametrize(("name", "rank"), CLAIMS)
def test_luck_alone_would_hardly_leave_a_range(name, rank):
    situation = situations()[name]
    worlds = (world.letters for world in worlds_of(situation))
    assert situation.claims[rank].p_missed(*worlds) <= MOST_MISSES


@pytest.mark.parametrize("name", names())
def test_a_range_of_change_says_whether_there_is_an_effect(name):
    changes = [claim for claim in situations()[name].claims if claim.of is Of.CHANGE]
    assert changes
    for claim in changes:
        if name in CLEAR:
            assert claim.low > 0 or claim.high < 0
        else:
            assert name in SMALL
            assert -LITTLE <= claim.low < 0 < claim.high <= LITTLE


def test_a_changed_model_breaks_a_lesson(monkeypatch):
    """Without the loss of the signal from level to level, two more levels no longer do what the situation says."""
    changed = {
        name: replace(case, config=with_values(case.config, {"mechanisms.signal_loss": False}))
        for name, case in cases().items()
    }
    monkeypatch.setattr("experiments.seminar.kit.measuring.cases", lambda: changed)
    situation = situations()["two_more_levels"]
    before, after = (letters(lived(question, range(CHECKED))) for question in situation.questions())
    assert not all(claim.holds(before, after) for claim in situation.claims)


def test_every_world_is_a_position_of_the_pack():
    known = {position.question() for position in whole_grid().all_positions()}
    assert [label(question) for question in questions() if question not in known] == []


def test_there_are_six_situations_in_order():
    assert [each.rank for each in situations().values()] == [1, 2, 3, 4, 5, 6]


TEXTS = ("title", "ask", "see", "why", "study", "where", "silent", "monday")
ILL_WILL = ("refuse", "résist", "bloqu", "mauvaise volonté", "coupable", "resist", "blame", "unwilling")


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_texts_are_complete_plain_and_without_ill_will(name, lang):
    situation, say = situations()[name], Wording(lang)
    told = [say.of(getattr(situation, text)) for text in TEXTS] + [say.of(step) for step in situation.show]
    assert all(told)
    assert [text for text in told if any(word in text.lower() for word in ILL_WILL)] == []
    assert [text for text in told if "'" in text or "  " in text] == []
    assert [text for text in told if lang == "fr" and any(f" {mark}" in text for mark in ";:!?»")] == []
    assert situation.ask.fr.endswith("?")
    assert situation.monday.fr.endswith("?")

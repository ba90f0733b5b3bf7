"""Whatever a page says, it is either a message or refused with words; nothing else ever comes of it."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from experiments.seminar.cases import open_cases
from experiments.seminar.live.messages import LARGEST_BYTES, Cancel, Refused, World, read_message

CASES = open_cases(["fictional_commune"])
GOOD = {"type": "world", "run": 1, "slot": "A", "case": "fictional_commune", "levers": {}, "events": [], "seed": 0}

leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.sampled_from(
    ["world", "cancel", "A", "B", "fictional_commune", "head_leaves", "sponsorship.level"]
)  # fmt: skip
names = st.sampled_from([*GOOD, "id", "month", "successor", "share", "sponsorship.level"]) | st.text(max_size=10)
anything = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=6), max_leaves=20
)
FUZZ = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def outcome(text):
    try:
        return read_message(text, CASES)
    except Refused as refusal:
        assert refusal.told["fr"] and refusal.told["en"]
        assert refusal.run is None or isinstance(refusal.run, int)
        return None


def test_the_messages_that_a_page_sends_are_understood():
    asked = outcome(json.dumps(GOOD))
    assert isinstance(asked, World) and (asked.run, asked.slot) == (1, "A")
    assert outcome('{"type": "cancel", "slot": "B"}') == Cancel("B")


@FUZZ
@given(anything)
def test_any_json_is_a_message_or_is_refused(content):
    assert outcome(json.dumps(content)) in (None, *(Cancel(slot) for slot in "AB"))


@FUZZ
@given(st.dictionaries(st.sampled_from(list(GOOD)), anything, max_size=3))
def test_a_message_with_any_part_replaced_is_a_message_or_is_refused(parts):
    outcome(json.dumps({**GOOD, **parts}))


@FUZZ
@given(st.text(max_size=200) | st.binary(max_size=50) | st.none())
def test_any_text_and_any_bytes_are_refused(text):
    assert outcome(text) is None or isinstance(text, str)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 60_000,
        '{"a":' * 9_000,
        "9" * 60_000,
        '{"type": "world", "run": NaN, "slot": "A"}',
        '{"type": "world", "run": 1e400, "slot": "A"}',
        json.dumps({**GOOD, "levers": {"sponsorship.level": "x" * 60_000}}),
        json.dumps(GOOD) + " " * LARGEST_BYTES,
        "",
        "null",
        '"world"',
    ],
)
def test_hostile_texts_are_refused(text):
    assert outcome(text) is None


def test_what_is_wrong_in_a_question_is_told_whole_with_its_run():
    with pytest.raises(Refused) as caught:
        read_message(json.dumps({**GOOD, "case": "x", "seed": -1}), CASES)
    assert caught.value.run == 1
    assert "case" in caught.value.told["fr"] and "seed" in caught.value.told["fr"]

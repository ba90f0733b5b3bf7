"""A question comes from anybody: what is wrong is told whole, what is right is what the keys of the model say."""

import pytest

from experiments.seminar.cases import open_cases
from experiments.seminar.question import Event, Question, plan_for, read_question
from sim.core.errors import InputError

CASES = open_cases(["fictional_commune", "transfo_mayor_leaves"])
GOOD = {"case": "fictional_commune", "levers": {"sponsorship.level": 0.9}, "events": [], "seed": 3}


def refusal(**changes):
    with pytest.raises(InputError) as caught:
        read_question({**GOOD, **changes}, CASES)
    return [problem.key for problem in caught.value.problems]


def test_a_question_becomes_the_keys_of_the_model():
    events = [{"id": "budget_cut", "month": 30, "share": 0.5}, {"id": "alternance", "month": 20, "successor": None}]
    asked = read_question({**GOOD, "events": events}, CASES)
    assert asked == Question(
        "fictional_commune", (("sponsorship.level", 0.9),), (Event("alternance", 20), Event("budget_cut", 30, 0.5)), 3
    )
    config = plan_for(CASES["fictional_commune"], asked).scenarios[0].config
    assert config.sponsorship.level == 0.9 and config.sponsorship.thematic == 0.9
    assert [(each.name, each.month, each.value) for each in config.interventions] == [
        ("alternance", 20, None), ("budget_cut", 30, 0.5),
    ]  # fmt: skip


def test_levers_that_stay_where_they_are_are_no_change():
    own = CASES["fictional_commune"].levers
    assert read_question({**GOOD, "levers": own}, CASES).levers == ()


def test_a_named_successor_is_the_departure_of_the_model():
    asked = read_question({**GOOD, "events": [{"id": "alternance", "month": 20, "successor": 0.8}]}, CASES)
    s = plan_for(CASES["fictional_commune"], asked).scenarios[0].config.sponsorship
    assert (s.departure_month, s.succession, s.successor_level) == (20, "alternance", 0.8)


@pytest.mark.parametrize(
    ("changes", "keys"),
    [
        ({"case": "nowhere"}, ["case"]),
        ({"case": None}, ["case"]),
        ({"case": ["transfo"]}, ["case"]),
        ({"seed": 100}, ["seed"]),
        ({"seed": -1}, ["seed"]),
        ({"seed": True}, ["seed"]),
        ({"seed": 1.0}, ["seed"]),
        ({"levers": []}, ["levers"]),
        ({"levers": {"sponsorship.level": 1.01}}, ["sponsorship.level"]),
        ({"levers": {"sponsorship.level": float("nan")}}, ["sponsorship.level"]),
        ({"levers": {"sponsorship.level": 10**400}}, ["sponsorship.level"]),
        ({"levers": {"sponsorship.level": "0.5"}}, ["sponsorship.level"]),
        ({"levers": {"hierarchy.depth": 3.5}}, ["hierarchy.depth"]),
        ({"levers": {"seed": 4}}, ["levers"]),
        ({"events": {}}, ["events"]),
        ({"events": [{"id": "head_leaves", "month": 20}] * 13}, ["events"]),
        ({"events": ["head_leaves"]}, ["events[0]"]),
        ({"events": [{"id": "job_descriptions", "month": 20}]}, ["events[0]"]),
        ({"events": [{"id": "head_leaves", "month": 0}]}, ["events[0].month"]),
        ({"events": [{"id": "head_leaves", "month": 96}]}, ["events[0].month"]),
        ({"events": [{"id": "head_leaves"}]}, ["events[0].month"]),
        ({"events": [{"id": "budget_cut", "month": 20, "share": 0.3}]}, ["events[0].share"]),
    ],
)
def test_what_is_wrong_is_refused_at_its_place(changes, keys):
    assert refusal(**changes) == keys


def test_every_fault_is_told_at_once():
    keys = refusal(case="x", seed="y", levers={"hierarchy.depth": 9, "z": 1}, events=[{"id": "w", "month": 1}])
    assert keys == ["case", "seed", "hierarchy.depth", "levers", "events[0]"]


def test_only_one_departure_names_its_successor():
    twice = [{"id": "head_leaves", "month": month, "successor": 0.8} for month in (20, 30)]
    assert refusal(events=twice) == ["events"]
    assert refusal(case="transfo_mayor_leaves", events=twice[:1]) == ["events"]


def test_two_events_of_one_kind_are_both_planned():
    same = [{"id": "head_leaves", "month": 20}, {"id": "head_leaves", "month": 30}]
    asked = read_question({**GOOD, "events": same}, CASES)
    config = plan_for(CASES["fictional_commune"], asked).scenarios[0].config
    assert len(config.interventions) == 2

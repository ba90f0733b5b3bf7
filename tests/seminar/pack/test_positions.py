"""The positions of the pack: three of each lever, those of the case among them, an event or none."""

import pytest

from experiments.seminar.cases import FIRST
from experiments.seminar.pack.parts import opening
from experiments.seminar.pack.positions import DEPTH, EVENTS, SPONSORSHIP, STANCE, small_grid, whole_grid
from experiments.seminar.question import read_question


@pytest.fixture(scope="module")
def grid():
    return whole_grid()


def test_there_are_405(grid):
    positions = list(grid.all_positions())
    assert len(positions) == 405 == len({position.name for position in positions})
    assert [case.id for case in grid.cases] == list(FIRST)
    assert sum(position.is_own for position in positions) == 3


def test_each_lever_has_three_values_with_that_of_the_case_between(grid):
    for case in grid.cases:
        for key in (SPONSORSHIP, DEPTH, STANCE):
            values = sorted({dict(position.levers)[key] for position in grid.positions(case)})
            assert len(values) == 3 and values[1] == case.levers[key]


def test_a_trainer_can_ask_for_every_position(grid):
    cases = {case.id: case for case in grid.cases}
    for position in grid.all_positions():
        asked = {"case": position.case.id, "levers": dict(position.levers)}
        events = [event.as_json() for event in position.events]
        assert read_question({**asked, "events": events, "seed": 5}, cases) == position.question(5)


def test_events_take_place_half_way_through_the_programme(grid):
    for told in grid.event_kinds():
        assert told["months"] == {"fictional_commune": 18, "fictional_epci": 20, "transfo": 20}
    assert [told["id"] for told in grid.event_kinds()] == list(EVENTS)


def test_the_simulation_shown_has_the_commonest_verdict_of_the_case_and_of_most_positions():
    grid = small_grid()
    positions = grid.positions(grid.cases[0])
    verdicts = {position.name: ["fallback"] * 3 + ["islets"] * 2 for position in positions}
    own = next(position.name for position in positions if position.is_own)
    for position in positions:
        if position.name != own:
            verdicts[position.name] = ["islets", "fallback", "fallback", "islets", "islets"]
    rows = {name: [{"verdict": verdict} for verdict in each] for name, each in verdicts.items()}
    assert opening(positions, rows) == 0
    rows[own] = [{"verdict": verdict} for verdict in ("fallback", "fallback", "islets", "islets", "islets")]
    assert opening(positions, rows) == 3

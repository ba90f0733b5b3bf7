"""The simulation that a case shows first is an ordinary one: it has the verdict that comes most often."""

import pytest

from experiments.seminar.cases import FIRST, SIMULATIONS, open_case, shipped_cases
from experiments.seminar.openings import openings
from experiments.seminar.question import Question, plan_for
from experiments.seminar.shares import simulated
from experiments.why.typical import commonest


def test_every_case_of_the_product_has_one():
    assert set(openings()) == set(shipped_cases())
    assert all(0 <= number < SIMULATIONS for number in openings().values())


@pytest.mark.parametrize("name", [*FIRST[:2], pytest.param(FIRST[2], marks=pytest.mark.slow)])
def test_it_has_the_commonest_verdict_of_the_case(name):
    case = open_case(name)
    plan = plan_for(case, Question(case.id))
    rows = [each.row for each in simulated(plan, range(SIMULATIONS))]
    assert rows[openings()[name]]["verdict"] == commonest(rows)

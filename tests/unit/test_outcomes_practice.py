"""Practice against the twin, its spread, its persistence, on worlds small enough to count by hand."""

from dataclasses import replace

import numpy as np
import pytest

from sim.core import codes
from sim.outcomes.carriers import ambassador_half_life, ambassadors_practising, programme_status
from sim.outcomes.cost import cost_per_practitioner
from sim.outcomes.practice import (
    breadth,
    momentum,
    net_practice,
    persistence,
    practice,
    practice_gain,
    practice_rest,
    practice_twin,
    secondary_adopters,
)
from tests.unit.outcome_world import THRESHOLDS, history, members, observed


def test_practice_and_the_twins():
    seen = observed(practising=[0, 1, 2, 10, 11], twin_practises=members(20, [3, 4]))
    assert (practice(seen), practice_twin(seen), net_practice(seen)) == (0.25, 0.10, 0.15)


def test_the_rest_is_those_who_never_were_ambassadors():
    seen = observed(practising=[0, 2, 10, 11], twin_practises=members(20, [1, 12]))
    assert practice_rest(seen) == 3 / 18
    assert secondary_adopters(seen) == (3 - 1) / 2
    assert ambassadors_practising(seen) == 1


def test_secondary_adopters_may_be_negative_and_need_ambassadors():
    assert secondary_adopters(observed(twin_practises=members(20, range(5, 15)))) == -5.0
    assert secondary_adopters(observed(n_ambassadors=0)) is None


def test_the_rest_is_undefined_where_everyone_was_an_ambassador():
    assert practice_rest(observed(ever_ambassador=members(20, range(20)))) is None


@pytest.mark.parametrize(
    ("practising", "reached"),
    [
        ([0, 1], 1 / 4),  # 2 of 20: exactly 10 %
        ([0], 0),  # 1 of 20
        ([0, 1, 20, 21, 22, 40], 2 / 4),
        ([0, 1, 20, 21, 40, 41, 60, 61], 1.0),
    ],
)
def test_breadth_counts_services_at_ten_percent_and_two_agents(practising, reached):
    assert breadth(observed(n=80, services=4, practising=practising)) == reached


def test_breadth_two_agents_are_too_few_for_a_large_service():
    assert breadth(observed(n=84, services=4, practising=[0, 1])) == 0  # 2 of 21: 9.5 %


def test_breadth_one_agent_is_too_few_for_a_small_service():
    assert breadth(observed(n=20, services=4, practising=[0])) == 0  # 1 of 5: 20 %


def test_breadth_leaves_empty_services_out():
    seen = observed(practising=[0, 1], service_sizes=np.array([10, 10, 0]))
    assert breadth(seen) == 1 / 2


def test_gain_and_momentum_look_twelve_months_back():
    past = np.full(96, 0.9)
    past[76] = 0.10
    seen = observed(practising=range(4), monthly=history(practice=past))
    assert practice_gain(seen) == 0.10
    assert momentum(seen) == pytest.approx(1.0)


def test_momentum_has_a_floor_under_its_base():
    assert momentum(observed(practising=range(4), monthly=history(practice=0.0))) == pytest.approx(0.2 / 0.005)


def test_gain_of_exactly_epsilon_is_not_lost_in_rounding():
    """Eight agents more among 1 850 must equal 8 / 1850, whatever the shares on the way."""
    n = 1850
    for before in range(200):
        seen = observed(n=n, practising=range(before + 8), monthly=history(practice=before / n))
        assert practice_gain(seen) == 8 / n


def test_no_gain_in_the_first_year():
    seen = observed(month=11)
    assert practice_gain(seen) is None and momentum(seen) is None


def test_persistence_is_what_remains_of_the_net_practice_at_the_end():
    seen = observed(
        practising=range(5),
        twin_practises=members(20, [19]),
        monthly=history(practice=0.45),
        twin_monthly=history(practice=0.05),
    )
    assert persistence(seen) == pytest.approx(0.20 / 0.40)


@pytest.mark.parametrize("end", [-1, 89])
def test_persistence_needs_an_end_that_has_come(end):
    seen = observed(practising=[0], end_month=end, twin_monthly=history(practice=0.0))
    assert persistence(seen) is None


def test_persistence_needs_something_that_could_persist():
    assert persistence(observed(practising=[0])) is None  # as much practice in the twin


@pytest.mark.parametrize(
    ("end", "counts", "months"),
    [
        (28, [12, 9, 7, 6, 6, 2], 3),  # half is reached, not crossed
        (28, [12, 9, 7, 7, 7, 7], None),
        (28, [0, 0, 0, 0, 0, 0], None),
        (-1, [12, 1, 1, 1, 1, 1], None),
    ],
)
def test_half_life_of_the_ambassadors_practice(end, counts, months):
    column = np.full(96, float(counts[-1]))
    column[28 : 28 + len(counts)] = counts
    seen = observed(end_month=end, monthly=history(ambassadors_practising=column))
    assert ambassador_half_life(seen) == months


def test_half_life_ignores_what_comes_after_the_observation():
    column = np.where(np.arange(96) < 60, 10.0, 0.0)
    seen = observed(month=59, monthly=history(ambassadors_practising=column))
    assert ambassador_half_life(seen) is None


def test_cost_of_a_lasting_practitioner():
    assert cost_per_practitioner(observed(practising=range(5), twin_practises=members(20, [7]))) == 165_000 / 4


def test_cost_is_undefined_at_epsilon():
    assert cost_per_practitioner(observed(practising=[0], epsilon=0.05)) is None
    assert cost_per_practitioner(observed(practising=[0], epsilon=0.0499)) == 165_000


def test_status_is_passed_on():
    assert programme_status(observed(status=codes.ABORTED)) == codes.ABORTED


def test_service_lines_come_from_the_thresholds():
    strict = replace(THRESHOLDS, service_min=3, service_share=0.3)
    assert breadth(observed(practising=[0, 1, 2, 10, 11], thresholds=strict)) == 1 / 2

"""Cynicism, relaunch, lab, politics, citizens and accounts: what is read, and when it is undefined."""

import math

import numpy as np
import pytest

from sim.core import codes
from sim.outcomes import conflict, trust
from sim.outcomes.cost import agent_days, euros
from sim.outcomes.disillusion import cynicism_involved, cynicism_others, relaunch_ratio
from sim.outcomes.lab import lab_age, lab_alive, lab_created
from tests.unit.outcome_world import history, members, observed


def test_cynicism_is_compared_person_by_person():
    cynicism, twin = np.full(20, 0.4), np.full(20, 0.3)
    cynicism[:2], twin[:2] = (0.6, 0.8), (0.2, 0.6)
    seen = observed(cynicism=cynicism, twin_cynicism=twin)
    assert cynicism_involved(seen) == pytest.approx(0.3)
    assert cynicism_others(seen) == pytest.approx(0.1)


def test_cynicism_is_undefined_where_there_is_nobody():
    assert cynicism_involved(observed(involved=members(20, ()))) is None
    assert cynicism_others(observed(involved=members(20, range(20)))) is None


def test_relaunch_is_relative_to_the_first_call():
    assert relaunch_ratio(observed(relaunch_first=50.0, relaunch_now=40.0)) == 0.8


@pytest.mark.parametrize("status", [codes.PLANNED, codes.NOT_LAUNCHED])
def test_no_relaunch_of_what_never_started(status):
    assert relaunch_ratio(observed(status=status)) is None


def test_no_relaunch_ratio_without_a_first_volunteer():
    assert relaunch_ratio(observed(relaunch_first=0.0)) is None


def test_lab():
    open_lab = observed(lab_created=True, lab_alive=True, lab_age=30)
    closed_lab = observed(lab_created=True, lab_alive=False, lab_age=30)
    assert (lab_created(open_lab), lab_alive(open_lab), lab_age(open_lab)) == (1, 1, 30)
    assert (lab_created(closed_lab), lab_alive(closed_lab), lab_age(closed_lab)) == (1, 0, None)


POLITICS = [
    "dispossession_mayor",
    "dispossession_thematic",
    "dispossession_district",
    "sponsorship_signal",
    "administration",
]


@pytest.mark.parametrize("name", POLITICS)
def test_politics_are_read_at_the_observed_month(name):
    column = np.linspace(0, 0.95, 96)
    assert getattr(conflict, name)(observed(month=40, monthly=history(**{name: column}))) == column[40]
    assert getattr(conflict, name)(observed(monthly=history(**{name: math.nan}))) is None


@pytest.mark.parametrize(("name", "column"), [("trust_change", "trust"), ("quality_change", "quality")])
def test_citizens_are_compared_with_the_twins(name, column):
    formula = getattr(trust, name)
    assert formula(observed(monthly=history(**{column: 0.5}))) == pytest.approx(0.2)
    assert formula(observed(twin_monthly=history(**{column: math.nan}))) is None


def test_reach_and_accounts():
    assert trust.annual_reach(observed()) == 0.015
    assert trust.annual_reach(observed(annual_reach=math.nan)) is None
    assert (euros(observed()), agent_days(observed())) == (165_000.0, 960.0)

"""V18: changes at the head of the executive, from elections and departures in mid-term alone."""

import math

import numpy as np
import pytest

from sim.core.draws import make_key, replicate_seed
from sim.timeline.draft import open_draft
from sim.timeline.mandates import political_calendar
from tests.analytic.settings import configuration

CALENDARS = 8000


def calendars(values, months=72, runs=CALENDARS, on=("elections", "departures")):
    """Changes of each of many independent calendars of one configuration."""
    draft = open_draft(configuration(values, on=on), months)
    return [political_calendar(draft, make_key(replicate_seed(18, run))) for run in range(runs)]


def assert_mean(counts, expected):
    """Within 4.5 standard errors of the sample: error rate 7e-6."""
    counts = np.asarray(counts, float)
    assert counts.mean() == pytest.approx(expected, abs=4.5 * counts.std() / math.sqrt(counts.size))


def test_published_number_of_changes():
    """One election in 72 months: 0.287 + 72 x 0.00122 = 0.375; 71 x, as the month of an election has no departure."""
    counts = [len(changes) for changes in calendars({})]
    assert_mean(counts, 0.287 + 71 * 0.00122)
    assert np.mean(counts) == pytest.approx(0.375, abs=0.03)


def test_camps():
    """0.164 of elections bring another camp, 0.287 - 0.164 a successor of the same one, as all departures do."""
    found = calendars({})
    assert_mean([sum(c.succession == "alternance" for c in changes) for changes in found], 0.164)
    assert_mean([sum(c.succession == "same_majority" for c in changes) for changes in found], 0.123 + 71 * 0.00122)
    assert all(c.succession == "same_majority" for changes in found for c in changes if c.vacant)
    assert_mean([sum(c.vacant for c in changes) for changes in found], 71 * 0.00122)


@pytest.mark.parametrize(
    ("values", "months", "on", "expected"),
    [
        ({"sponsorship.p_new_mayor": 0.6, "sponsorship.p_camp_change": 0.5}, 72, ["elections"], 0.6),
        ({}, 72, ["departures"], 72 * 0.00122),
        ({"sponsorship.departure_hazard": 0.02}, 30, ["departures"], 0.6),
        ({"calendar.mandate_months": 24}, 72, ["elections"], 3 * 0.287),
        ({"sponsorship.p_new_mayor": 1.0, "sponsorship.departure_hazard": 0.01}, 72, ["elections", "departures"], 1.71),
    ],
)
def test_other_rates_and_mandates(values, months, on, expected):
    assert_mean([len(changes) for changes in calendars(values, months, 3000, on)], expected)


def test_the_election_falls_on_any_month_of_a_mandate():
    """Uniform over 72 months: a chi-squared of 71 degrees of freedom, error rate 1e-5 (134.6)."""
    always = {"sponsorship.p_new_mayor": 1.0}
    months = [changes[0].month for changes in calendars(always, 72, 4000, ["elections"])]
    counts = np.bincount(months, minlength=72)
    assert ((counts - 4000 / 72) ** 2 / (4000 / 72)).sum() < 134.6


def test_elections_are_a_mandate_apart():
    """With a dated election there is no luck in the dates."""
    values = {"calendar.start": "2026-01", "calendar.next_election": "2032-03", "sponsorship.p_new_mayor": 1.0}
    with_mandate = values | {"calendar.mandate_months": 80}
    for changes in calendars(with_mandate, 300, 5, ["elections"]):
        assert [c.month for c in changes] == [74, 154, 234]


def test_without_both_mechanisms_nobody_leaves():
    assert not any(calendars({"sponsorship.p_new_mayor": 1.0}, 300, 20, ()))

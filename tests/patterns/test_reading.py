"""Reading: acceptance, intervals, support; draws of conditions; small sums."""

import math

import numpy as np
import pytest

from experiments.patterns import pattern
from experiments.patterns.acceptance import above, at_least, at_most, below, between
from experiments.patterns.pattern import Drawn
from experiments.patterns.reading import read
from experiments.patterns.sums import mean, ratio, spearman, standardised
from tests.patterns.samples import NAN, rows


@pytest.mark.parametrize(
    ("accepted", "yes", "no", "fr", "en"),
    [
        (between(0.2, 0.49), 0.49, 0.4901, "0,2 à 0,49", "0.2 to 0.49"),
        (at_least(2), 2.0, 1.999, "≥ 2", "≥ 2"),
        (at_most(0.3), 0.3, 0.301, "≤ 0,3", "≤ 0.3"),
        (above(0), 1e-9, 0.0, "> 0", "> 0"),
        (below(0.5), 0.499, 0.5, "< 0,5", "< 0.5"),
    ],
)
def test_what_is_accepted(accepted, yes, no, fr, en):
    assert accepted.holds(yes)
    assert not accepted.holds(no)
    assert not accepted.holds(math.nan)
    assert (accepted.written("fr"), accepted.written("en")) == (fr, en)


def test_a_share_has_wilsons_interval_and_knows_its_doubt():
    """8 of 20: Wilson 95 % is 0.2188 to 0.6134; near the line of 0.49 about one resample in five is above it."""
    found = read(pattern("SF1"), rows(created=[1, 1, 1, 0], alive=[1, 1, 0, 0, 0]), root=1)
    alive = found["alive"]
    assert (alive.value, alive.low, alive.high) == pytest.approx((0.4, 0.2188, 0.6134), abs=1e-4)
    assert alive.passed
    assert 0.65 < alive.support < 0.95
    assert found.support <= alive.support


def test_resampling_depends_on_the_root_alone():
    notes = rows(share=[0.1, 0.2, 0.05], early=2.0, all=3.0)
    assert read(pattern("SF2"), notes, root=3) == read(pattern("SF2"), notes, root=3)
    assert read(pattern("SF2"), notes, root=3) != read(pattern("SF2"), notes, root=4)


def test_a_key_is_drawn_evenly_whatever_the_number_of_replicates():
    drawn = Drawn("sponsorship.level", 0.3, 0.95)
    values = [drawn.value(r) for r in range(63)]
    assert values[:3] == pytest.approx([0.625, 0.4625, 0.7875])
    assert sorted(values) == pytest.approx(list(0.3 + 0.65 * np.arange(1, 64) / 64))


def test_sums():
    assert mean(np.array([1.0, NAN, 3.0])) == 2.0
    assert math.isnan(mean(np.array([NAN])))
    assert ratio(np.array([1.0, 2.0, NAN]), np.array([2.0, 4.0, NAN])) == 0.5
    assert math.isnan(ratio(np.array([1.0]), np.array([0.0])))
    assert spearman((1, 2, 3), (10, 20, 30)) == pytest.approx(1.0)
    assert spearman((1, 2, 3), (3, 2, 1)) == pytest.approx(-1.0)
    assert spearman((1, 2, 3, 4), (1, 1, 2, 2)) == pytest.approx(0.8944, abs=1e-4)
    assert math.isnan(spearman((1, 2), (5, 5)))
    assert standardised(np.array([1.0, 3.0]), np.array([0.0, 2.0])) == pytest.approx(1 / math.sqrt(2))

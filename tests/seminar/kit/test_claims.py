"""A claim counts what it says, and says how often luck would break it."""

import pytest

from experiments.seminar.kit.claims import Claim, Of, Seen

HALF = "DDSSS" + "FFFII"
NONE = "F" * 10


@pytest.mark.parametrize(
    ("seen", "of", "value"),
    [
        (Seen.SPREADS, Of.BEFORE, 50),
        (Seen.SPREADS, Of.AFTER, 0),
        (Seen.SPREADS, Of.CHANGE, -50),
        (Seen.ISLETS, Of.BEFORE, 20),
        (Seen.FALLS, Of.CHANGE, 70),
    ],
)
def test_a_claim_counts_simulations_out_of_a_hundred(seen, of, value):
    assert Claim(seen, of, 0, 0).value(HALF, NONE) == pytest.approx(value)


def test_a_claim_holds_within_its_range_ends_included():
    assert Claim(Seen.FALLS, Of.CHANGE, 70, 80).holds(HALF, NONE)
    assert not Claim(Seen.FALLS, Of.CHANGE, 71, 80).holds(HALF, NONE)
    assert not Claim(Seen.FALLS, Of.CHANGE, 0, 69).holds(HALF, NONE)


def test_luck_leaves_a_range_as_often_as_the_normal_law_says():
    claim = Claim(Seen.SPREADS, Of.BEFORE, 40, 60)  # one standard deviation of 25 simulations, either way
    assert claim.p_missed("D" * 50 + "F" * 50, "F" * 100, n=25) == pytest.approx(0.3173, abs=1e-4)


def test_a_bound_that_cannot_be_passed_is_never_missed():
    rare = "D" * 4 + "F" * 96
    assert Claim(Seen.SPREADS, Of.BEFORE, 0, 100).p_missed(rare, rare) == 0.0
    assert Claim(Seen.SPREADS, Of.BEFORE, 1, 100).p_missed(rare, rare) > 0.1


def test_worlds_of_different_lengths_are_not_paired():
    with pytest.raises(ValueError, match="10 simulations cannot be paired with 1"):
        Claim(Seen.FALLS, Of.CHANGE, 0, 0).value(HALF, "F")

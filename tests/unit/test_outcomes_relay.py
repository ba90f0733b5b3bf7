"""Delays with losses on the way: Kaplan-Meier and Aalen-Johansen, by hand and against a known chain."""

import numpy as np
import pytest

from sim.outcomes.relay import (
    curves,
    delay,
    delivered_share,
    delivery_incidence,
    implemented_share,
    items_created,
    months_undelivered,
)
from tests.unit.outcome_world import observed, voice


def test_ten_items_by_hand():
    """Age 1: 2 delivered, 1 lost of 10. Age 2: 1 waiting. Age 3: 3 delivered of 6, 1 lost. Age 5: the 2 others wait."""
    seen = observed(voice=voice({1: 2, 3: 3}, {1: 1, 3: 1}, {2: 1, 5: 2}, implemented=4))
    assert items_created(seen) == 10
    assert (delivered_share(seen), implemented_share(seen)) == (0.5, 0.4)
    # S = 1 in month 0, 8/10 in months 1 and 2, 8/10 x 3/6 in the other 21
    assert delay(seen) == pytest.approx(1 + 2 * 0.8 + 21 * 0.4)
    # the share on the way before age 3 is 7/10
    assert delivery_incidence(seen) == pytest.approx(0.2 + 0.7 * 3 / 6)
    assert months_undelivered(seen) == pytest.approx(1 + 2 * 0.8 + 21 * 0.45)


def test_without_loss_or_waiting_the_delay_is_the_mean_age():
    seen = observed(voice=voice({0: 3, 2: 4, 7: 1}, {}, {}))
    assert delay(seen) == pytest.approx((0 * 3 + 2 * 4 + 7 * 1) / 8)
    assert delivery_incidence(seen) == 1.0
    assert months_undelivered(seen) == pytest.approx(delay(seen))


def test_items_that_never_arrive_count_to_the_horizon():
    assert delay(observed(voice=voice({}, {}, {24: 5}))) == 24.0
    assert delay(observed(voice=voice({24: 5}, {}, {}))) == 24.0
    assert delivery_incidence(observed(voice=voice({24: 5}, {}, {}))) == 0.0


def test_a_lost_item_never_counts_as_answered():
    seen = observed(voice=voice({1: 1}, {1: 1}, {}))
    assert delivery_incidence(seen) == 0.5
    assert months_undelivered(seen) == pytest.approx((1 + 24) / 2)


@pytest.mark.parametrize("formula", [delivered_share, implemented_share, delay, months_undelivered, delivery_incidence])
def test_undefined_without_items(formula):
    assert formula(observed()) is None


@pytest.mark.parametrize(("forward", "loss"), [(0.4, 0.1), (0.5, 0.2), (0.05, 0.02)])
def test_a_chain_with_known_hazards(forward, loss):
    """Constant monthly chances of delivery and loss: S(t) = (1 - p)^t and incidence p/(p+d) (1 - (1-p-d)^t)."""
    total, ages = 10**12, np.arange(1, 24)
    left = total * (1 - forward - loss) ** (ages - 1)
    record = voice(
        dict(zip(ages, (left * forward).astype(int), strict=True)),
        dict(zip(ages, (left * loss).astype(int), strict=True)),
        {24: int(total * (1 - forward - loss) ** 23)},
    )
    seen = observed(voice=record)
    assert delay(seen) == pytest.approx(sum((1 - forward) ** t for t in range(24)), abs=1e-6)
    share = forward / (forward + loss)
    assert delivery_incidence(seen) == pytest.approx(share * (1 - (1 - forward - loss) ** 23), abs=1e-6)


def test_rounding_never_leaves_the_unit_interval():
    rng = np.random.default_rng(1)
    for _ in range(300):
        counts = rng.integers(0, 4, 24)
        record = voice(dict(enumerate(counts)), {}, {})
        if record.created:
            assert 0 <= delivery_incidence(observed(voice=record)) <= 1
            assert np.all(np.diff(curves(record).survival) <= 0)

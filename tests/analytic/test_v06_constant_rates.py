"""V6: with constant rates every agent is a chain of two states, and practice has a closed form.

With monthly chances a of adopting and b of abandoning:

    x* = a / (a + b),   x(t) = x* + (x(0) - x*) (1 - a - b)^t
"""

import math

import numpy as np
import pytest

from sim.run import Live
from tests.analytic.settings import CONSTANT_RATES, configuration, sigma, start_with

N = 60_000
MONTHS = np.array([12, 24, 60])


def lived(adopt, abandon, at_start, values=()):
    """Practice at the close of MONTHS, and the whole log."""
    config = configuration(
        CONSTANT_RATES
        | {
            "authority.field_agents": N,
            "authority.inhabitants": 50 * N,
            "network.generator": "complete",
            "adoption.intercept": adopt,
            "abandonment.intercept": abandon,
        }
        | dict(values),
        on=["adoption", "abandonment"],
    )
    live = Live(config, 6, months=60)
    start_with(live, np.arange(round(at_start * N)))
    live.advance(60)
    return live.log.monthly["practice"][MONTHS - 1], live.log.monthly


def closed_form(adopt, abandon, at_start, t):
    a, b = sigma(adopt), sigma(abandon)
    rest = a / (a + b)
    return rest + (at_start - rest) * (1 - a - b) ** t


def binomial_error(x):
    """4.5 standard errors of the share of N independent agents: error rate 7e-6."""
    return 4.5 * np.sqrt(x * (1 - x) / N)


def test_published_values():
    x = closed_form(-4.0, -3.0, 0.0, np.array([12, 24, 60, 10_000]))
    assert x == pytest.approx([0.1529, 0.2207, 0.2702, 0.27497], abs=5e-5)


@pytest.mark.parametrize(
    ("adopt", "abandon", "at_start"), [(-4, -3, 0), (-2, -1, 0.5), (-1, -5, 0), (-6, -2, 1), (0, 0, 0.2), (1.5, 2, 0)]
)
def test_practice_follows_the_closed_form(adopt, abandon, at_start):
    """Agents are independent: within 4.5 binomial standard errors at each of three dates (error rate 2e-5)."""
    found, _ = lived(adopt, abandon, at_start)
    expected = closed_form(adopt, abandon, at_start, MONTHS)
    assert (np.abs(found - expected) < binomial_error(expected)).all()


def test_who_starts_and_who_stops_each_month():
    """Adopters and leavers of each of 60 months: 5 standard errors (error rate 6e-7, 120 checks)."""
    _, log = lived(-4.0, -3.0, 0.1)
    before = np.concatenate([[round(0.1 * N)], log["practising"][:-1]])
    for count, base, rate in ((log["adopted"], N - before, sigma(-4)), (log["abandoned"], before, sigma(-3))):
        assert (np.abs(count - base * rate) < 5 * np.sqrt(base * rate * (1 - rate))).all()


def test_a_term_moves_the_log_odds_by_its_coefficient():
    """Category C everywhere, legitimacy 0.5: adopting loses 2 (1 - 0.5) = 1; a formal job gives 3 x 1 to both."""
    found, _ = lived(
        -4.0,
        -3.0,
        0.0,
        {
            "authority.category_a_share": 0.0,
            "authority.category_b_share": 0.0,
            "voice.legitimacy_c": 0.5,
            "adoption.legitimacy": 2.0,
            "formal.job": 1.0,
            "adoption.formal": 3.0,
            "abandonment.formal": 3.0,
        },
    )
    expected = closed_form(-4.0 - 1.0 + 3.0, -3.0 - 3.0, 0.0, MONTHS)
    assert (np.abs(found - expected) < binomial_error(expected)).all()
    assert not math.isclose(expected[0], closed_form(-4, -3, 0, 12), abs_tol=0.05)

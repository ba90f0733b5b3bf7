"""V12, V15, V16: breaking off, dropping out, opening a lab, each against its exact probability.

Statistical tests hold fixed seeds; the error rate is the chance that a right implementation fails with other ones.
"""

import math

import numpy as np
import pytest

from sim.core import codes
from sim.run import Live
from tests.analytic.settings import SMALLEST, configuration, logit

PROGRAMME = SMALLEST | {
    "programme.enabled": True,
    "programme.launch": "given",
    "programme.ambassadors": 5,
    "programme.start_month": 0,
}
RECRUITS = 12 * 4000
LAB_ALIKE = {f"lab.{term}": 0.0 for term in ("sponsor", "administration", "evidence", "cynicism", "cost")} | {
    "programme.duration_months": 4
}
DEAF = {"sponsorship.level": 0.0, "sponsorship.thematic": 0.0, "sponsorship.district": 0.0}


def assert_share(successes, trials, expected):
    """Within 4.5 binomial standard errors (error rate 7e-6), and one trial for the discreteness of rare events."""
    error = 4.5 * math.sqrt(expected * (1 - expected) / trials) + 1 / trials
    assert successes / trials == pytest.approx(expected, abs=error)


def aborts(values, runs, months=20):
    """Month in which each run was broken off, -1 = never [runs]."""
    config = configuration(PROGRAMME | DEAF | values, on=["programme", "abort"])
    found = np.full(runs, -1)
    for seed in range(runs):
        live = Live(config, seed, months=months)
        live.advance(months)
        authority = live.world.authority[0]
        if authority["status"] == codes.ABORTED:
            found[seed] = authority["end_month"]
    return found


@pytest.mark.parametrize("hazard", [0.35, 0.1])
def test_without_any_sponsorship_a_programme_is_broken_off(hazard):
    """V12: 16 months, drawn from the third low month on: 14 draws, P = 1 - 0.65^14 = 0.9976; at once: hazard."""
    found = aborts({"programme.abort_hazard": hazard}, 700)
    assert found[found >= 0].min() == 2
    assert found.max() <= 15
    assert_share((found >= 0).sum(), found.size, 1 - (1 - hazard) ** 14)
    assert_share((found == 2).sum(), found.size, hazard)


def test_more_patience_and_shorter_programmes():
    """From the fifth low month on, 10 months: 6 draws."""
    found = aborts({"programme.abort_months": 5, "programme.duration_months": 10, "programme.abort_hazard": 0.2}, 400)
    assert found[found >= 0].min() == 4
    assert_share((found >= 0).sum(), found.size, 1 - 0.8**6)


@pytest.mark.parametrize(
    "values", [{"sponsorship.level": 0.6}, {"programme.abortable": False}, {"programme.abort_hazard": 0.0}]
)
def test_who_is_not_broken_off(values):
    """Enough sponsorship (0.36 in all), a programme that cannot be stopped, no hazard: never."""
    assert (aborts(values, 100) == -1).all()


def dropped_out(values, months):
    """Share of 48 000 recruits (twelve runs) who have dropped out after so many months, and by the middle."""
    config = configuration(
        PROGRAMME
        | {
            "authority.field_agents": 4500,
            "authority.services": 100,
            "programme.ambassadors": 4000,
            "programme.duration_months": months,
        }
        | values,
        on=["programme", "dropout"],
    )
    members = np.zeros(months)
    for seed in range(12):
        live = Live(config, seed, months=months)
        live.advance(months)
        members += live.log.monthly["members"]
    return 1 - members[-1] / RECRUITS, 1 - members[months // 2 - 1] / RECRUITS


def kept(early, late, scale, months):
    """Chance of still being there: the product of 1 - h(a), the first month having age 0, without tension."""
    return math.prod(1 - (early * math.exp(-age / scale) + late) for age in range(months))


def test_published_dropout():
    """V15: 0.1253 over 16 months, three quarters of it in the first eight."""
    whole, half = (1 - kept(0.018, 0.0015, 6, months) for months in (16, 8))
    assert whole == pytest.approx(0.1253, abs=5e-5)
    assert half / whole == pytest.approx(0.752, abs=1e-3)


@pytest.mark.parametrize(
    ("early", "late", "scale", "months"), [(0.018, 0.0015, 6, 16), (0.05, 0.01, 3, 10), (0.0, 0.03, 6, 24)]
)
def test_dropout(early, late, scale, months):
    """V15: recruits are independent; mobility is off and the tension of teams counts for nothing."""
    values = {"programme.dropout_early": early, "programme.dropout_late": late, "programme.dropout_months": scale}
    whole, half = dropped_out(values, months)
    assert_share(whole * RECRUITS, RECRUITS, 1 - kept(early, late, scale, months))
    assert_share(half * RECRUITS, RECRUITS, 1 - kept(early, late, scale, months // 2))


def labs(hazard, values, runs=600):
    """Month in which each run opened a lab, -1 = never; constant hazard, programme of months 0 to 3 [runs]."""
    constant = LAB_ALIKE | {"lab.intercept": logit(hazard)}
    config = configuration(PROGRAMME | constant | dict(values), on=["programme", "lab", "abort"])
    found = np.empty(runs, np.int64)
    for seed in range(runs):
        live = Live(config, seed, months=24)
        live.advance(24)
        found[seed] = live.world.authority[0]["lab_opened"]
    return found


@pytest.mark.parametrize(("hazard", "before", "after"), [(0.05, 3, 12), (0.12, 3, 12), (0.05, 0, 6), (0.02, 4, 20)])
def test_a_lab_opens_in_its_window(hazard, before, after):
    """V16: from `before` months before the end to `after` months after: P = 1 - (1 - h)^(before + after), 15 draws."""
    found = labs(hazard, {"lab.window_before": before, "lab.window_after": after})
    opened = found[found >= 0]
    assert opened.min() == 4 - before
    assert opened.max() <= 3 + after
    assert_share(opened.size, found.size, 1 - (1 - hazard) ** (before + after))
    assert_share((found == 4 - before).sum(), found.size, hazard)


@pytest.mark.parametrize(
    "values", [{"programme.permanent": True}, DEAF | {"programme.abort_hazard": 1.0, "lab.window_before": 0}]
)
def test_no_lab_without_an_end_or_after_an_abort(values):
    assert (labs(0.5, values, runs=60) == -1).all()


@pytest.mark.parametrize("hazard", [0.1, 0.3])
def test_a_lab_lasts_a_geometric_time(hazard):
    """Closure with a constant hazard: of labs opened in month 1, (1 - h)^k are open k months later."""
    constant = {"lab.closure_sponsor": 0.0, "lab.closure_evidence": 0.0, "lab.closure_intercept": logit(hazard)}
    config = configuration(PROGRAMME | LAB_ALIKE | {"lab.intercept": 5.0} | constant, on=["programme", "lab"])
    alive = []
    for seed in range(400):
        live = Live(config, seed, months=12)
        live.advance(12)
        if live.world.authority[0]["lab_opened"] == 1:
            alive.append(live.log.monthly["lab_alive"])
    for later in (1, 4, 10):
        assert_share(sum(log[1 + later] for log in alive), len(alive), (1 - hazard) ** later)

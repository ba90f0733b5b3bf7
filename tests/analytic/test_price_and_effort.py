"""Price and effort act through their own channels, and only there; the best effort is never none at all."""

import numpy as np
import pytest

from experiments.configuration import load_scenario
from sim.config import resolved, with_values
from sim.core.draws import replicate_seed
from sim.simulation import simulate

RUNS = 60
TOWN = ("authority=commune_600", "authority.simulated_citizens=0", "programme.launch=given", "sponsorship.level=0.8")


def records(runs=RUNS, **values):
    keys = {key.replace("__", "."): value for key, value in values.items()}
    config = resolved(with_values(load_scenario("transfo", *TOWN), keys))
    return [simulate(config, replicate_seed(11, replicate)) for replicate in range(runs)]


@pytest.fixture(scope="module")
def usual():
    return records()


def net(found):
    return np.array([record.outcomes["net_practice"] for record in found])


def test_the_best_effort_is_not_none(usual):
    """Paired over 60 towns with one luck; the mean difference is asked to exceed 2 standard errors (risk 2.3 %, were
    there no effect)."""
    gained = net(usual) - net(records(cost__agent_days_per_month=0.0))
    assert gained.mean() > 2 * gained.std(ddof=1) / np.sqrt(RUNS)


def test_effort_takes_time_and_makes_tension(usual):
    """Exact: with the same people the days are in proportion, and tension never falls."""
    heavy = records(8, cost__agent_days_per_month=6.0, mechanisms__dropout=False, mechanisms__abort=False)
    light = records(8, cost__agent_days_per_month=3.0, mechanisms__dropout=False, mechanisms__abort=False)
    for more, less in zip(heavy, light, strict=True):
        assert more.outcomes["agent_days"] == pytest.approx(2 * less.outcomes["agent_days"])
        assert (more.monthly["tension"] >= less.monthly["tension"]).all()
        assert more.monthly["tension"].max() > less.monthly["tension"].max()


def test_price_changes_nothing_before_a_lab_may_open():
    """Exact: once a programme is launched for good, its price is read by the lab alone."""
    dear, cheap = (records(8, cost__price_factor=factor) for factor in (4.0, 0.5))
    for more, less in zip(dear, cheap, strict=True):
        opens = less.config.programme.start_month + less.config.programme.duration_months
        first = opens - less.config.lab.window_before
        for name in less.monthly:
            if not name.startswith("euros"):
                np.testing.assert_array_equal(more.monthly[name][:first], less.monthly[name][:first], err_msg=name)


def test_price_changes_nothing_but_euros_without_a_lab():
    off = {"mechanisms__lab": False}
    dear, cheap = (records(6, cost__price_factor=factor, **off) for factor in (4.0, 0.5))
    for more, less in zip(dear, cheap, strict=True):
        for name in less.monthly:
            if not name.startswith("euros"):
                np.testing.assert_array_equal(more.monthly[name], less.monthly[name], err_msg=name)
        assert more.outcomes["euros"] > less.outcomes["euros"]


def test_a_dear_programme_is_launched_less_often():
    """Exact: the chance itself, by price."""
    from sim.timeline.money import chance_funded

    config = resolved(load_scenario("transfo", "programme.launch=test"))
    budget = config.authority.inhabitants * 1300.0
    prices = [with_values(config, {"cost.price_factor": factor}) for factor in (0.0, 0.5, 1.0, 4.0)]
    chances = [chance_funded(each, budget, 1.0) for each in prices]
    assert chances[1:] == sorted(chances[1:], reverse=True)
    assert chances[0] >= chances[1] > chances[-1]

"""V13: without a programme and without interventions a run is its own twin, to the last bit."""

import numpy as np
import pytest

from sim.run import Live
from sim.simulation import simulate, twin_config
from tests.analytic.settings import product

SMALL = {"authority.field_agents": 250, "authority.simulated_citizens": 200, "verdict.epsilon": 0.02}
WORLDS = [
    {},
    {"sponsorship.level": 0.9, "hierarchy.depth": 2},
    {"sponsorship.departure_month": 30, "sponsorship.succession": "merger"},
    {"adoption.contagion": "simple", "adoption.measure": "fraction", "adoption.updating": "sequential"},
    {"network.generator": "block", "formal.project": 0.5},
    {"authority.type": "region", "authority.inhabitants": 2_000_000},
    {"cost.programme_eur": 1e6, "cost.agent_days_per_month": 8.0},  # of a programme that there is not
]


def columns(log):
    return log.monthly.tobytes(), log.by_service.tobytes(), log.answered_by_age.tobytes()


@pytest.mark.parametrize("world", range(len(WORLDS)))
def test_a_run_without_programme_is_its_twin(world):
    for seed in (1, 2**62 + 5):
        record = simulate(product(SMALL | WORLDS[world] | {"programme.enabled": False}), seed)
        for name, column in record.monthly.items():
            assert column.tobytes() == record.twin_monthly[name].tobytes(), name
        assert record.outcomes["net_practice"] == 0.0
        assert record.verdict == "not_launched"


def test_a_programme_does_change_the_run():
    """The negative control: with one, practice differs from the twin's, from its first month on and not before."""
    record = simulate(product(SMALL | {"programme.launch": "given"}), 1)
    differs = record.monthly["practice"] != record.twin_monthly["practice"]
    assert differs.argmax() == record.config.programme.start_month


@pytest.mark.parametrize("world", range(len(WORLDS)))
def test_the_two_ways_to_make_a_twin_agree(world):
    """Living the twin of a scenario, or the scenario stripped of its programme, gives the same bits."""
    config = product(SMALL | WORLDS[world] | {"programme.launch": "given", "programme.kind": "ambassadors"})
    twin = Live(config, 3, months=60, twin=True)
    stripped = Live(twin_config(config), 3, months=60)
    for live in (twin, stripped):
        live.advance(60)
    assert columns(twin.log) == columns(stripped.log)
    assert all(np.array_equal(a, b) for a, b in zip(twin.world.field_agents, stripped.world.field_agents, strict=True))


def test_a_programme_that_is_not_launched_leaves_the_twin():
    """No money, no launch: the run is its twin."""
    config = product(SMALL | {"programme.launch": "test", "cost.programme_eur": 1e8})
    record = simulate(config, 4)
    assert record.verdict == "not_launched"
    assert all(record.monthly[name].tobytes() == record.twin_monthly[name].tobytes() for name in record.monthly)

"""Every scenario that is not kept for validation runs at a small size; the others are composed and planned, no more."""

import re

import pytest

from experiments.configuration import load_scenario
from sim.config import Config, effective_horizon, resolved, with_values
from sim.simulation import simulate
from sim.timeline.plan import draft_of
from tests.architecture.repository import texts
from tests.scenarios import kept_for_validation, playable

SMALL = {
    "authority.field_agents": 120,
    "authority.services": 5,
    "authority.inhabitants": 6_000,
    "authority.simulated_citizens": 200,
    "programme.launch": "given",
    "verdict.epsilon": 0.05,
}
RUNS_BY_ITSELF = re.compile(r"^(Makefile|\.ci/|benchmarks/|examples/|tests/|README)")


def small(name: str) -> Config:
    """The scenario in a town of 120 agents: what it is about stays, what it weighs does not."""
    config = load_scenario(name)
    districts = {} if config.authority.type == "region" else {"authority.districts": 3}
    return resolved(with_values(config, {**SMALL, **districts}))


@pytest.mark.parametrize("name", playable())
def test_a_scenario_runs_at_a_small_size(name):
    config = small(name)
    record = simulate(config, seed=3)
    practice = record.monthly["practice"]
    assert len(practice) == effective_horizon(config)
    assert 0.0 < practice.max() <= 1.0 and practice.min() >= 0.0
    assert list(record.verdicts) == list(config.observe_months or ())
    assert (record.verdict == "not_launched") == (not config.programme.enabled)


@pytest.mark.parametrize("name", [*kept_for_validation(), *playable()])
def test_the_interventions_of_a_scenario_can_be_planned(name):
    config = resolved(load_scenario(name))
    months = effective_horizon(config)
    draft, twin = (draft_of(config, months, twin=twin) for twin in (False, True))
    assert draft.levers.size == months
    assert bool(config.interventions) == (draft.levers.tobytes() != twin.levers.tobytes())


def test_nothing_that_runs_by_itself_runs_a_scenario_kept_for_validation():
    names = "|".join(kept_for_validation())
    runs = re.compile(rf"scenario=({names})\b|archipel (run|compare|study) .*\b({names})\b")
    assert [name for name, text in texts().items() if RUNS_BY_ITSELF.match(name) and runs.search(text)] == []


@pytest.mark.parametrize("name", kept_for_validation())
def test_a_scenario_kept_for_validation_cannot_be_run_by_a_test(name):
    with pytest.raises(AssertionError, match="kept for validation"):
        simulate(small(name), seed=3)

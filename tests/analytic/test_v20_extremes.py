"""V20: with every lever and sponsor at 1 practice spreads, with all at 0 it falls back, in more than 95 % of runs.

A verdict compares a run with its twin, which has the same people, sponsors and managers and lacks the programme and the
interventions of kind `lever`. So levers at 1 are interventions here: written into the configuration they would work in
the twin as well, where practice would spread without any programme and nothing would be left to see. Sponsors stay at 1
(or 0): no election or departure, whose successors are drawn, comes in between. 100 runs: were the true share 0.95, all
of them would agree with probability 0.006; fixed seeds.
"""

from collections import Counter

import pytest

from sim.scenarios.intervention import find, names
from sim.simulation import simulate
from tests.analytic.settings import product

RUNS = 100
TOWN = {
    "authority.field_agents": 450,
    "authority.simulated_citizens": 200,
    "programme.kind": "ambassadors",
    "programme.launch": "given",
    "mechanisms.elections": False,
    "mechanisms.departures": False,
}
SPONSORS = [f"sponsorship.{who}" for who in ("level", "thematic", "district", "administration")]
CARE = [f"programme.{what}" for what in ("letter", "return_experience", "training", "evaluation", "succession_plan")]
FORMAL = [f"formal.{what}" for what in ("project", "job", "articulation", "communication")]


def verdicts(values, runs=RUNS):
    config = product(TOWN | values)
    return Counter(simulate(config, seed).verdict for seed in range(runs))


def all_levers():
    """Every intervention of kind `lever` there is, in full, from the programme's start."""
    return [{"name": name, "month": 12} for name in names() if find(name).kind == "lever"]


def test_everything_at_one_gives_diffusion():
    best = dict.fromkeys(SPONSORS + CARE, 1.0) | {"sponsorship.involvement": 0.8, "interventions": all_levers()}
    assert verdicts(best) == {"diffusion": RUNS}


def test_everything_at_zero_falls_back():
    worst = dict.fromkeys([*SPONSORS, *CARE, *FORMAL, "sponsorship.involvement", "decision.reasons"], 0.0)
    assert verdicts(worst) == {"fallback": RUNS}


def test_the_extremes_are_more_extreme_than_the_default():
    """The control: between them, a run may end in more than one way."""
    assert len(verdicts({"sponsorship.level": 0.8}, 40)) > 1


@pytest.mark.slow
@pytest.mark.parametrize("agents", [300, 1850])
def test_other_sizes(agents):
    town = {"authority.field_agents": agents}
    best = dict.fromkeys(SPONSORS + CARE, 1.0) | {"sponsorship.involvement": 0.8, "interventions": all_levers()}
    worst = dict.fromkeys([*SPONSORS, *CARE, *FORMAL, "sponsorship.involvement", "decision.reasons"], 0.0)
    assert verdicts(town | best)["diffusion"] > 0.95 * RUNS
    assert verdicts(town | worst)["fallback"] > 0.95 * RUNS

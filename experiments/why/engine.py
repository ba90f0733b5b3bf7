"""What makes the runs of an explanation of a plan."""

from experiments.plan import Plan, Scenario
from experiments.runner import Engine
from experiments.uncertainty import Turned
from experiments.why.trials import PAIRS, PILOT_PAIRS
from sim.simulation import simulate


def engine_of(plan: Plan, scenario: Scenario) -> Engine:
    """Simulations with the parameters and the structure that each seed has in the plan."""
    if plan.spread.alike:
        return simulate
    replicates = {plan.seed(replicate): replicate for replicate in range(plan.replicates + PAIRS + PILOT_PAIRS)}
    return Turned(plan.spread, scenario.config, scenario.given, replicates, simulate)

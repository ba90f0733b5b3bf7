"""Archipel: how participatory practice spreads, or fails to spread, inside a French local authority.

    from sim import ParticipationModel, load_scenario, simulate

    record = simulate(load_scenario("transfo", "hierarchy.depth=3"), seed=1)
    model = ParticipationModel(load_scenario("transfo"), rng=1)      # a mesa.Model

Names are imported when they are first used: numba and mesa take seconds to load.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from experiments.configuration import load_scenario
    from sim.agents.views import Citizen, Elu, FieldAgent, Manager
    from sim.model import ParticipationModel
    from sim.run import Live
    from sim.simulation import RunRecord, simulate

_WHERE = {
    "ParticipationModel": "sim.model",
    "simulate": "sim.simulation",
    "RunRecord": "sim.simulation",
    "Live": "sim.run",
    "Citizen": "sim.agents.views",
    "FieldAgent": "sim.agents.views",
    "Manager": "sim.agents.views",
    "Elu": "sim.agents.views",
    "load_scenario": "experiments.configuration",
}

__all__ = [
    "Citizen",
    "Elu",
    "FieldAgent",
    "Live",
    "Manager",
    "ParticipationModel",
    "RunRecord",
    "load_scenario",
    "simulate",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for."""
    if name not in _WHERE:
        raise AttributeError(f"module 'sim' has no attribute {name!r}")
    return getattr(import_module(_WHERE[name]), name)

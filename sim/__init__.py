"""Archipel: how participatory practice spreads, or fails to spread, inside a French local authority.

    from sim import ParticipationModel, load_scenario, simulate

    record = simulate(load_scenario("transfo", "hierarchy.depth=3"), seed=1)
    model = ParticipationModel(load_scenario("transfo"), rng=1)      # a mesa.Model

Names are imported when they are first used: numba and mesa take seconds to load.
"""

from importlib import import_module

_WHERE = {
    "ParticipationModel": "sim.model",
    "simulate": "sim.simulation",
    "RunRecord": "sim.simulation",
    "Live": "sim.run",
    "load_scenario": "experiments.configuration",
}

__all__ = ["Live", "ParticipationModel", "RunRecord", "load_scenario", "simulate"]


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for."""
    if name not in _WHERE:
        raise AttributeError(f"module 'sim' has no attribute {name!r}")
    return getattr(import_module(_WHERE[name]), name)

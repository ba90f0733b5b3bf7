"""Settings for known answers: a configuration in which nothing happens but what a test asks for."""

import math
from collections.abc import Iterable, Mapping

import numpy as np

from sim.build import count_practising_neighbours
from sim.config import Config, put, resolved, validate
from sim.config.mechanisms import Mechanisms
from sim.run import Live

# every coefficient of the two log-odds of practice, apart from their intercepts
_TERMS = {
    "adoption": "peers manager sponsor evidence motivation lab formal cynicism workload neutrality legitimacy",
    "abandonment": "peers manager sponsor motivation lab formal cynicism workload skill",
}
CONSTANT_RATES = {f"{group}.{term}": 0.0 for group, terms in _TERMS.items() for term in terms.split()}
SMALLEST = {"authority.field_agents": 20, "authority.services": 1}


def product(values: Mapping[str, object]) -> Config:
    """Return the resolved configuration of these values (dotted keys), with everything else as shipped."""
    mapping: dict[str, object] = {}
    for key, value in values.items():
        put(mapping, key, value)
    return resolved(validate(mapping))


def configuration(values: Mapping[str, object], *, on: Iterable[str] = ()) -> Config:
    """Return a resolved configuration with all mechanisms off but those in `on`.

    Without programme, citizens, practitioners at month 0, unless `values` say so.
    """
    quiet = {"programme.enabled": False, "authority.simulated_citizens": 0, "authority.initial_practice": 0.0}
    switches = {f"mechanisms.{name}": name in on for name in Mechanisms.model_fields}
    return product(switches | quiet | dict(values))


def threshold_world(values: Mapping[str, object]) -> Config:
    """Return a configuration in which agents adopt for good once enough contacts do, and nothing else happens."""
    return configuration({"adoption.form": "threshold"} | dict(values), on=["adoption", "peers"])


def start_with(live: Live, rows: np.ndarray) -> None:
    """Let these field agents, and nobody else, practise at month 0."""
    agents = live.world.field_agents
    agents.practises[:] = 0
    agents.practises[rows] = 1
    count_practising_neighbours(agents, live.networks.work)


def practice(live: Live) -> float:
    """Return the share of field agents who practise (0..1)."""
    return float(live.world.field_agents.practises.mean())


def settle(live: Live, *, step: int = 10) -> int:
    """Live on until a month changes nothing, which in a threshold world is for good; return the months that did."""
    adopted = live.log.monthly["adopted"]
    while live.month < live.months and (live.month == 0 or adopted[live.month - 1] > 0):
        live.advance(min(live.months, live.month + step))
    assert adopted[live.month - 1] == 0, "the horizon is too short"
    return int(np.count_nonzero(adopted[: live.month]))


def sigma(z: float) -> float:
    """Return the logistic function."""
    return 1.0 / (1.0 + math.exp(-z))


def logit(share: float) -> float:
    """Return the log-odds of a share."""
    return math.log(share / (1.0 - share))

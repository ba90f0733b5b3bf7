"""A whole run against the core months as Mesa objects; means over seeds must agree."""

from dataclasses import dataclass
from types import ModuleType
from typing import Any, Protocol

import numpy as np

from experiments.bench import peers
from experiments.bench.timing import Ratio, interleaved, ratio
from sim.config import Config, resolved, validate
from sim.run import Live

OFF = (
    *("programme", "elections", "departures", "dgs_follows", "lab", "citizens", "participation", "quality"),
    *("sponsor_drift", "dispossession", "mobility", "rivalry", "role_stress", "ambassador_ties"),
)
MONTHS = 96
LIMIT = 4.5  # standard errors; two columns compared, chance alone: less than one in ten thousand


class Town(Protocol):
    """The Mesa model, as far as it is looked at here."""

    spoken: int
    workers: list[Any]

    def step(self) -> None:
        """Live a month."""


@dataclass(frozen=True)
class WholeRun:
    """How a whole run of the product does against the core months in Mesa objects."""

    field_agents: int
    ratio: Ratio  # Mesa's time over the product's, a month
    agree: bool  # items and practice agree within the luck of the draw
    gap: float  # largest difference of means, standard errors


def core_config(field_agents: int) -> Config:
    """A town without what the core months leave out, where practice is common enough to be compared."""
    return resolved(
        validate(
            {
                "authority": {"field_agents": field_agents, "simulated_citizens": 0, "initial_practice": 0.1},
                "adoption": {"intercept": -6.0},
                "mechanisms": dict.fromkeys(OFF, False),
            },
            {},
        )
    )


def compare(field_agents: int, mesa_months: int, rounds: int, seeds: int) -> WholeRun:
    """Time a whole run as shipped (citizens, programme and all) against the core months; check means on the core."""
    mesa = peers.module("months_mesa")
    shipped = resolved(validate({"authority": {"field_agents": field_agents, "simulated_citizens": 1500}}, {}))
    core = core_config(field_agents)
    lives = [Live(shipped, seed) for seed in range(rounds + 1)]
    towns = [_town(mesa, core, seed) for seed in range(rounds + 1)]

    def objects() -> None:
        town = towns.pop()
        for _ in range(mesa_months):
            town.step()

    timed = interleaved({"ours": lambda: lives.pop().advance(MONTHS), "mesa": objects}, rounds)
    gap = _gap(mesa, core, mesa_months, seeds)
    return WholeRun(field_agents, ratio(timed["mesa"], timed["ours"], MONTHS / mesa_months), gap < LIMIT, gap)


def _town(mesa: ModuleType, config: Config, seed: int) -> Town:
    live = Live(config, seed, months=1)
    p, depth = live.plan.levers[0], config.hierarchy.depth
    sponsor = _sponsor(config, seed)
    town: Town = mesa.CoreMonths(
        live.world, live.networks, p, sponsor, depth, float(live.plan.direction.disposition[0]), seed
    )
    return town


def _sponsor(config: Config, seed: int) -> float:
    """What the executive asks for, which nothing changes in the core months."""
    live = Live(config, seed, months=1)
    live.advance(1)
    return float(live.log.monthly["sponsorship_signal"][0])


def _gap(mesa: ModuleType, config: Config, months: int, seeds: int) -> float:
    """Largest difference of means between product and Mesa objects, in standard errors."""
    ours, theirs = [], []
    for seed in range(seeds):
        live = Live(config, 1000 + seed, months=months)
        live.advance(months)
        ours.append((live.log.monthly["items_created"].sum(), live.log.monthly["practice"][-1]))
        town = _town(mesa, config, 1000 + seed)
        for _ in range(months):
            town.step()
        workers = town.workers
        theirs.append((town.spoken, sum(worker.practises for worker in workers) / len(workers)))
    difference = np.array(ours) - np.array(theirs)
    error = np.maximum(difference.std(axis=0, ddof=1) / np.sqrt(seeds), 1e-12)
    return float(np.max(np.abs(difference.mean(axis=0)) / error))

"""The same contagion three times: the product's own rule, plain C, Mesa objects. The adopters must be the same."""

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from experiments.bench import peers
from experiments.bench.kernel import spread
from experiments.bench.timing import Ratio, interleaved, ratio
from sim.agents import practice
from sim.build import Start, copied
from sim.config import resolved, validate
from sim.core import phases
from sim.core.compile import rule
from sim.core.draws import column, make_key
from sim.run import Live

SEED = 11
MONTHS = 96
THRESHOLD = 0.15


@dataclass(frozen=True)
class Comparison:
    """How the product does against its peers on one contagion."""

    form: str
    field_agents: int
    mesa: Ratio  # Mesa's time over the product's, a month
    c: Ratio | None  # the product's time over C's; None without a compiler
    same: bool  # the same adopters everywhere


class _World(ctypes.Structure):
    _fields_ = [
        ("n", ctypes.c_int32),
        ("n_teams", ctypes.c_int32),
        *[(name, ctypes.c_void_p) for name in ("indptr", "indices", "team", "team_size", "category", "neutral")],
        *[(name, ctypes.c_void_p) for name in ("motivation", "cynicism", "threshold", "adopt", "abandon", "practises")],
    ]


class _Rule(ctypes.Structure):
    _fields_ = [
        *[(name, ctypes.c_double) for name in ("peers", "half_point", "steepness", "motivation", "cynicism")],
        *[(name, ctypes.c_double) for name in ("legitimacy", "neutrality", "formal")],
        *[(name, ctypes.c_double) for name in ("stop_peers", "stop_motivation", "stop_cynicism", "stop_formal")],
        ("legitimacy_by_category", ctypes.c_double * 3),
        ("job", ctypes.c_double),
        *[(name, ctypes.c_uint32) for name in ("seed_low", "seed_high", "phase")],
    ]


@rule
def _climate(agents, teams, stance, signal, levers):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    quiet = np.zeros(teams.first.size)
    return practice.climate(agents, teams, stance, signal, quiet, quiet, False, levers[0])


class Contagion:
    """One town, one contagion, ready to be lived by each contender."""

    def __init__(self, form: str, field_agents: int) -> None:
        self.form = form
        settings: dict[str, Any] = {
            "authority": {"field_agents": field_agents, "simulated_citizens": 0, "initial_practice": 0.05},
            "adoption": {"form": form, "measure": "fraction" if form == "threshold" else "count", "intercept": -6.0}
            | {"threshold_share": THRESHOLD},
        }
        self.live = Live(resolved(validate(settings, {})), SEED, months=1)
        world = self.live.world
        self.key, self.levers = make_key(SEED), self.live.plan.levers
        self.stance = world.managers.stance
        self.signal = np.full(self.stance.size, 0.4)
        self.climate = _climate(world.field_agents, world.teams, self.stance, self.signal, self.levers)

    def ours(self, months: int) -> np.ndarray:
        """The product's own rule."""
        world = _fresh(self.live).world
        return spread(
            world.field_agents,
            world.teams,
            self.live.networks.work,
            self.stance,
            self.signal,
            self.levers,
            self.key,
            months,
        )

    def in_c(self, library: ctypes.CDLL, months: int) -> np.ndarray:
        """Plain C."""
        agents, teams, work = self.live.world.field_agents, self.live.world.teams, self.live.networks.work
        practises = agents.practises.copy()
        columns = [work.indptr, work.indices, agents.team, teams.size, agents.category, agents.neutral]
        columns += [agents.motivation, agents.cynicism, agents.threshold, self.climate.adopt, self.climate.abandon]
        kept = [np.ascontiguousarray(values) for values in [*columns, practises]]
        world = _World(agents.team.size, teams.first.size, *[values.ctypes.data for values in kept])
        if self.form == "threshold":
            library.threshold_contagion(ctypes.byref(world), months)
        else:
            library.logistic_contagion(ctypes.byref(world), ctypes.byref(self._rule()), months)
        return kept[-1]

    def in_mesa(self, months: int) -> Callable[[], np.ndarray]:
        """Mesa objects; making them is not part of what is timed."""
        mesa = peers.module("contagion_mesa")
        agents, work = self.live.world.field_agents, self.live.networks.work
        rows = [work.indices[work.indptr[i] : work.indptr[i + 1]].tolist() for i in range(agents.team.size)]
        practises = [bool(value) for value in agents.practises]
        if self.form == "threshold":
            model = mesa.ThresholdContagion(rows, practises, agents.threshold.tolist())
        else:
            luck = [column(self.key, phases.AGENT_MONTH, m, agents.team.size)[:, 0].tolist() for m in range(months)]
            moods = list(zip(agents.motivation.tolist(), agents.cynicism.tolist(), strict=True))
            climate = self.climate.adopt.tolist(), self.climate.abandon.tolist()
            own = self._coefficients()
            model = mesa.LogisticContagion(
                rows,
                practises,
                agents.team.tolist(),
                moods,
                agents.category.tolist(),
                agents.neutral.tolist(),
                climate,
                luck,
                mesa.Coefficients(**own),
            )

        def live() -> np.ndarray:
            for _ in range(months):
                model.step()
            return np.array(model.practising(), np.uint8)

        return live

    def _coefficients(self) -> dict[str, Any]:
        p = self.levers[0]
        a, b, v = p["adoption"], p["abandonment"], p["voice"]
        return {
            **{name: float(a[name]) for name in ("peers", "half_point", "steepness", "motivation", "cynicism")},
            **{name: float(a[name]) for name in ("legitimacy", "neutrality", "formal")},
            **{f"stop_{name}": float(b[name]) for name in ("peers", "motivation", "cynicism", "formal")},
            "legitimacy_by_category": (float(v["legitimacy"]), float(v["legitimacy"]), float(v["legitimacy_c"])),
            "job": float(p["formal"]["job"]),
        }

    def _rule(self) -> _Rule:
        own = self._coefficients()
        own["legitimacy_by_category"] = (ctypes.c_double * 3)(*own["legitimacy_by_category"])
        return _Rule(**own, seed_low=int(self.key.k0), seed_high=int(self.key.k1), phase=phases.AGENT_MONTH)


def _fresh(live: Live) -> Start:
    return copied(Start(live.world, live.networks, live.tree, 0.0))


def compare(form: str, field_agents: int, library: ctypes.CDLL | None, mesa_months: int, rounds: int) -> Comparison:
    """Time the three on one contagion; Mesa lives fewer months, and is scaled to the same number."""
    town = Contagion(form, field_agents)
    short = town.ours(mesa_months)
    things: dict[str, Callable[[], object]] = {"ours": lambda: town.ours(MONTHS)}
    same = bool(np.array_equal(short, town.in_mesa(mesa_months)()))
    if library is not None:
        things["c"] = lambda: town.in_c(library, MONTHS)
        same &= bool(np.array_equal(town.ours(MONTHS), town.in_c(library, MONTHS)))
    ready = [town.in_mesa(mesa_months) for _ in range(rounds + 1)]
    things["mesa"] = lambda: ready.pop()()
    timed = interleaved(things, rounds)
    mesa = ratio(timed["mesa"], timed["ours"], MONTHS / mesa_months)
    c = ratio(timed["ours"], timed["c"]) if library is not None else None
    return Comparison(form, field_agents, mesa, c, same)

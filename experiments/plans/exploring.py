"""The named plan lived elsewhere: situation and plan moved all at once, each point in a world of its own.

One sample serves three questions: which levers matter beside luck, where the goal is reached, what would change the
answer. Points are a Latin hypercube; point r has the luck, the parameters and the structure of replicate r.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from itertools import chain
from typing import Any

import pandas as pd
from scipy.stats import qmc

from experiments.plan import Plan
from experiments.plans.plan_file import NOTHING
from experiments.plans.readings import readings
from experiments.progress import tracked
from experiments.runner import Engine, run_of
from experiments.study.factors import Cell, Factor
from sim.config import Config, with_values
from sim.core.errors import InputError

STRENGTH = "strength"
"""Not a key: how far the levers of the plan are carried through."""
ACROSS, UP = "sponsorship.level", "management.stance"
"""The two supports of the phase picture."""
REACH = {ACROSS: 0.3, "sponsorship.administration": 0.3, UP: 0.25, "hierarchy.transversality": 0.25}
"""How far around today a situation is tried, on scales from 0 to 1 (assumption)."""
DEPTH, LEVELS = "hierarchy.depth", 2
"""The levels of hierarchy, and how many more or fewer are tried."""
ENDS = {ACROSS: (0.1, 0.9), UP: (0.15, 0.75)}
"""What the phase picture covers, wider where today lies outside."""
Rows = list[dict[str, Any]]

POINTS, DRAFT_POINTS = 400, 200
"""Points of each of the two samples."""
CHUNK_POINTS = 10


@dataclass(frozen=True)
class Explored:
    """The sample and what came of it."""

    plan: str
    factors: tuple[Factor, ...]
    today: dict[str, float]
    """The value that each factor has in the authority and the plan as they are."""
    frame: pd.DataFrame
    """One row a point: its factors, its readings."""
    dropped: tuple[str, ...]
    """Factors that this authority does not let vary."""


@dataclass(frozen=True)
class Means:
    """With what points are lived."""

    points: int
    engine: Engine
    label: str = ""
    """Of the progress."""
    workers: int = 1
    quiet: bool = False


def around_today(config: Config, steps: int) -> list[Factor]:
    """Every factor, in a range around what it is today: the situation, then the plan itself."""
    depth = config.hierarchy.depth
    situation = [_near(key, value_today(config, key), reach) for key, reach in REACH.items()]
    levels = Factor(DEPTH, low=max(1, depth - LEVELS), high=min(7, depth + LEVELS), whole=1)
    return [*situation, levels, *_plan_factors(config, steps)]


def two_supports(config: Config) -> list[Factor]:
    """The two supports alone, over most of what they can be; all else is as today."""
    today = {key: value_today(config, key) for key in ENDS}
    return [Factor(key, low=min(low, today[key]), high=max(high, today[key])) for key, (low, high) in ENDS.items()]


def explore(plan: Plan, named: str, steps: int, wanted: Sequence[Factor], means: Means) -> Explored:
    """Live the plan `named` at so many points.

    Args:
        plan: the comparison; its first scenario is doing nothing.
        named: the scenario explored.
        steps: how many of its interventions are the plan's own, which come first.
        wanted: what varies, where this authority lets it.
        means: with what.
    """
    at = next(i for i, scenario in enumerate(plan.scenarios) if scenario.name == named)
    config, points = plan.scenarios[at].config, means.points
    factors = tuple(factor for factor in wanted if varies(config, factor, steps))
    design = _design(factors, points, plan.root)
    live = partial(_live, plan, at, steps, factors, design, engine=means.engine)
    rows = list(tracked(_results(live, points, means.workers), points, means.label, quiet=means.quiet))
    base = NOTHING if _needs_nothing(config, steps) else None
    frame = readings(pd.DataFrame(list(chain.from_iterable(rows))), named, base, config)
    cells = pd.DataFrame(design, columns=[factor.key for factor in factors])
    known = frame.drop(columns=[key for key in cells if key in frame])
    dropped = tuple(factor.key for factor in wanted if factor not in factors)
    today = {factor.key: value_today(config, factor.key) for factor in factors}
    return Explored(named, factors, today, pd.concat([cells, known], axis=1), dropped)


def value_today(config: Config, key: str) -> float:
    """The value of a factor in the plan as it is; levers are carried through in full."""
    if key == STRENGTH:
        return 1.0
    group, field = key.split(".")
    return float(getattr(getattr(config, group), field))


def _near(key: str, today: float, reach: float) -> Factor:
    return Factor(key, low=max(0.02, today - reach), high=min(0.98, today + reach))


def _plan_factors(config: Config, steps: int) -> Iterator[Factor]:
    """How large the plan is, how much it asks, how far its levers are carried through."""
    programme = config.programme
    if programme.enabled and programme.ambassadors > 1:
        people, days = programme.ambassadors, config.cost.agent_days_per_month
        yield Factor("programme.ambassadors", low=max(1, people // 2), high=2 * people, whole=1)
        yield Factor("cost.agent_days_per_month", low=days / 2, high=min(20.0, 2 * days))
    if steps:
        yield Factor(STRENGTH, low=0.4, high=1.0)


def varies(config: Config, factor: Factor, steps: int) -> bool:
    """Whether both ends are valid here: a chart may fix the depth, a small authority the number of people."""
    if not factor.low < factor.high or (factor.key == DEPTH and _depth_is_described(config)):
        return False
    try:
        for end in (factor.low, factor.high):
            _moved(config, {factor.key: int(end) if factor.whole else end}, steps)
    except InputError:
        return False
    return True


def _depth_is_described(config: Config) -> bool:
    """Whether the chart says itself how many levels there are, whatever the key: moving the key would move nothing."""
    return bool(config.chart.posts) or any(service.levels is not None for service in config.chart.services)


def _design(factors: Sequence[Factor], points: int, seed: int) -> list[list[Cell]]:
    places = qmc.LatinHypercube(len(factors), rng=seed).random(points)
    return [[factor.cell(place) for factor, place in zip(factors, row, strict=True)] for row in places.tolist()]


def _results(work: Callable[[range], list[Rows]], points: int, workers: int) -> Iterator[Rows]:
    chunks = [range(start, min(start + CHUNK_POINTS, points)) for start in range(0, points, CHUNK_POINTS)]
    n = min(workers, len(chunks))
    executor = import_module(f"experiments.executors.{'serial' if n == 1 else 'joblib'}")
    return chain.from_iterable(executor.results(work, chunks, n))


def _live(
    plan: Plan, at: int, steps: int, factors: Sequence[Factor], design: Sequence[Sequence[Cell]], chunk: range, *,
    engine: Engine,
) -> list[Rows]:  # fmt: skip
    """Rows of a chunk of points: the plan and, where its twin is not doing nothing, doing nothing."""
    return [_point(plan, at, steps, factors, design[point], point, engine) for point in chunk]


def _point(
    plan: Plan, at: int, steps: int, factors: Sequence[Factor], cells: Sequence[Cell], replicate: int, engine: Engine
) -> Rows:
    scenario, seed = plan.scenarios[at], plan.seed(replicate)
    values = {factor.key: cell for factor, cell in zip(factors, cells, strict=True)}
    given = scenario.given | frozenset(values)
    moved = plan.spread.lay(_moved(scenario.config, values, steps), replicate, given)
    asked = {scenario.name: moved}
    if _needs_nothing(scenario.config, steps):
        asked[NOTHING] = _without(moved, steps)
    told = {"replicate": replicate, "seed": seed, **plan.spread.columns(replicate)}
    runs = {name: run_of(config, seed, replicate, engine) for name, config in asked.items()}
    return [{"scenario": name, **told, **run.outcomes} for name, run in runs.items()]


def _moved(config: Config, values: dict[str, Any], steps: int) -> Config:
    """The configuration with factors at these values."""
    keys = {key: value for key, value in values.items() if key != STRENGTH}
    if STRENGTH in values:
        own, rest = config.interventions[:steps], config.interventions[steps:]
        weak = [each.model_copy(update={"strength": each.strength * float(values[STRENGTH])}) for each in own]
        keys["interventions"] = [each.model_dump() for each in (*weak, *rest)]
    return with_values(config, keys)


def _needs_nothing(config: Config, steps: int) -> bool:
    """Whether doing nothing is more than the twin of a run, which keeps no lever of what is decided already."""
    return len(config.interventions) > steps


def _without(config: Config, steps: int) -> Config:
    """The same situation without the plan."""
    programme = {"enabled": False, "start_month": config.programme.start_month}
    rest = [each.model_dump() for each in config.interventions[steps:]]
    return with_values(config, {"programme": programme, "interventions": rest})

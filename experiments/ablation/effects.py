"""What each lever moves by itself: the same town, the same luck, one lever more from the programme's start on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module

import numpy as np

from experiments.configuration import load_scenario
from experiments.language import Words, euros, number
from experiments.statistics import Estimate, paired_mean
from sim.config import Config, resolved, with_values
from sim.core.draws import replicate_seed
from sim.scenarios.intervention import find, names
from sim.scenarios.reach import reach
from sim.simulation import simulate

BASE = ("transfo", "programme.launch=given")
OUTCOMES = ("net_practice", "breadth", "lab_alive", "cynicism_involved", "euros", "agent_days", "elu_hours")
"""What is measured of each lever: the difference it makes, in the unit of the outcome."""


@dataclass(frozen=True)
class Effect:
    """What one lever moves.

    Attributes:
        name: of the lever.
        reach: direct change of log-odds at full strength, by equation.
        differences: paired difference it makes to each outcome at the last observation, with interval.
    """

    name: str
    reach: dict[str, float]
    differences: dict[str, Estimate]


def lever_names() -> list[str]:
    """All interventions of kind lever."""
    return [name for name in names() if find(name).kind == "lever"]


def measured(levers: Sequence[str], replicates: int, root: int, workers: int) -> Iterator[Effect]:
    """Each lever's effect, in order; the runs without it are lived once."""
    executor = import_module(f"experiments.executors.{'serial' if workers == 1 else 'joblib'}")
    without = _outcomes(replicates, root, None)
    work = partial(_outcomes, replicates, root)
    for name, rows in zip(levers, executor.results(work, list(levers), workers), strict=True):
        differences = {key: paired_mean(without[key], rows[key]) for key in OUTCOMES}
        yield Effect(name, reach(name), differences)


def header(say: Words) -> list[str]:
    """Headings of the table."""
    return [say("levers.name"), say("levers.log_odds"), *(say(f"levers.{key}") for key in OUTCOMES)]


def line(effect: Effect, say: Words) -> list[str]:
    """One lever in words; an interval that includes nothing is said to show no visible effect."""
    total = sum(abs(value) for value in effect.reach.values())
    title = find(effect.name).title.of(say.lang)
    return [title, number(total, say.lang, 2), *(_cell(key, effect.differences[key], say) for key in OUTCOMES)]


def markdown(found: Sequence[Effect], say: Words) -> str:
    """The table for the documentation."""
    rows = [header(say), ["---", *["--:"] * (len(OUTCOMES) + 1)], *(line(effect, say) for effect in found)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def columns(found: Sequence[Effect]) -> dict[str, list[object]]:
    """Tidy rows: one for each lever and outcome, and one for each lever and equation it reaches directly."""
    rows = [
        (effect.name, "outcome", key, each.value, each.low, each.high)
        for effect in found
        for key, each in effect.differences.items()
    ]
    rows += [
        (effect.name, "log_odds", equation, value, value, value)
        for effect in found
        for equation, value in effect.reach.items()
    ]
    heads = ("lever", "kind", "name", "value", "low", "high")
    return {head: [row[place] for row in rows] for place, head in enumerate(heads)}


def _outcomes(replicates: int, root: int, lever: str | None) -> dict[str, np.ndarray]:
    config = _config(lever)
    records = [simulate(config, replicate_seed(root, replicate)) for replicate in range(replicates)]
    return {
        key: np.array(
            [np.nan if record.outcomes[key] is None else float(record.outcomes[key] or 0) for record in records]
        )
        for key in OUTCOMES
    }


def _config(lever: str | None) -> Config:
    config = load_scenario(*BASE)
    if lever is None:
        return resolved(config)
    asked = [{"name": lever, "month": config.programme.start_month}]
    return resolved(with_values(config, {"interventions": asked}))


def _cell(key: str, estimate: Estimate, say: Words) -> str:
    if estimate.low <= 0.0 <= estimate.high:
        return "0" if estimate.low == estimate.high == 0.0 else "≈ 0"
    if key == "euros":
        return euros(estimate.value, say.lang)
    text = number(estimate.value, say.lang, 0 if key in ("agent_days", "elu_hours") else 3)
    return text if estimate.value < 0 else f"+{text}"

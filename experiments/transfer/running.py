"""Running the cases: as coded, with each input coded otherwise, and beside what they are contrasted with."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module

import numpy as np

from experiments.configuration import load_scenario
from experiments.uncertainty import Spread
from sim.config import Config, flat, resolved, with_values
from sim.core.draws import replicate_seed
from sim.simulation import simulate

ROOT = 2019
"""All seeds of the transfer tests follow from it; used nowhere else."""

YEARLY = ("practice", "practice_twin", "wins", "equipped", "administration", "sponsorship_signal", "cynicism")
"""Monthly columns whose yearly means are kept: the time profile of a case."""

Row = dict[str, object]


@dataclass(frozen=True)
class Condition:
    """A configuration under a name, and the keys that members of the ensemble must leave alone."""

    name: str
    config: Config
    given: frozenset[str]


def condition(scenario: str, values: Sequence[tuple[str, object]] = (), name: str = "") -> Condition:
    """A case, with some keys changed."""
    coded = load_scenario(scenario)
    free = {"sponsorship.thematic": None} if any(key == "sponsorship.level" for key, _ in values) else {}
    asked = {**free, **dict(values)}
    written = {key for key, value in flat(coded).items() if value != flat(Config())[key]}
    config = resolved(with_values(coded, asked))
    return Condition(name or scenario, config, frozenset(written | {key for key, _ in values}))


def lived(conditions: Sequence[Condition], spread: Spread, replicates: int, workers: int) -> list[list[Row]]:
    """Rows of every replicate, by condition; replicate r has the same luck and the same member everywhere."""
    executor = import_module(f"experiments.executors.{'serial' if workers == 1 else 'joblib'}")
    one = partial(_replicate, conditions, spread)
    by_replicate = list(executor.results(one, list(range(replicates)), workers))
    return [[rows[place] for rows in by_replicate] for place in range(len(conditions))]


def _replicate(conditions: Sequence[Condition], spread: Spread, replicate: int) -> list[Row]:
    return [_run(told, spread, replicate) for told in conditions]


def _run(told: Condition, spread: Spread, replicate: int) -> Row:
    config = spread.lay(told.config, replicate, told.given)
    record = simulate(config, replicate_seed(ROOT, replicate))
    monthly = {**record.monthly, "practice_twin": record.twin_monthly["practice"]}
    verdict = record.final
    return {
        **record.outcomes,
        "verdict": verdict.verdict,
        "islet_kind": verdict.islet_kind,
        **record.flags,
        **{f"first_{key}": value for key, value in record.observed[min(record.observed)].items()},
        **{f"yearly_{name}": _by_year(monthly[name]) for name in YEARLY},
    }


def _by_year(column: np.ndarray) -> list[float]:
    """Means over whole years."""
    years = column.size // 12
    return [float(value) for value in column[: 12 * years].reshape(years, 12).mean(axis=1)]

"""A rival of four parameters: what does an agent-based model say that four numbers and a logistic curve do not?

Definition. For every outcome y of a run that lies in 0..1 (yes or no, a share), the rival says

    y = 1 / (1 + exp(-(b + b1 sponsorship.level + b2 management.stance + b3 hierarchy.depth + b4 ln cost.price_factor)))

It is fitted by maximum likelihood, with a small ridge penalty, to runs of the model itself with its default parameters:
a Transfo at the reference size whose four inputs are spread over `RANGES` by a Latin hypercube. It so knows the same
outcomes as the model, and nothing of persons, groups, months or mechanisms.

A pattern is put to it where each of its parts is a statement on such outcomes under conditions that the four inputs
can tell: its predictions take the place of observations, the lines of acceptance are the same. A change midway is read
as the mean of both halves, no programme as no sponsorship. Of any other pattern it says nothing, and it does not pass
it. A pattern that the rival passes is no evidence for the mechanisms.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from math import log
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import qmc

from experiments.configuration import compose
from experiments.durable import named_after, store, stored
from experiments.manifest import code_hash
from experiments.patterns.catalogue import catalogue
from experiments.patterns.sums import spearman
from sim.config import resolved, with_values
from sim.core.draws import replicate_seed
from sim.outcomes.verdict import DIFFUSION, ISLETS, VERDICTS
from sim.simulation import simulate

Array = NDArray[np.float64]
Inputs = tuple[float, float, float, float]
"""Sponsorship, stance of managers, depth, price factor."""

RANGES = {
    "sponsorship.level": (0.1, 0.95),
    "management.stance": (0.25, 0.65),
    "hierarchy.depth": (2, 6),
    "cost.price_factor": (0.25, 4.0),
}
RUNS = 240
_AFTER_YEAR, _AFTER_TWO, _LAST = 40, 52, 88
_BASE = ("scenario=transfo", "programme.launch=given", f"observe_months=[{_AFTER_YEAR},{_AFTER_TWO},{_LAST}]")
_USUAL: Inputs = (0.65, 0.42, 4.0, 1.0)
_PENALTY = 0.1
_LONGEST_DELAY = 24.0

Predict = Callable[[str, Inputs], float]


@dataclass(frozen=True)
class Rival:
    """The coefficients of each outcome: constant, then the four slopes."""

    coefficients: dict[str, tuple[float, ...]]

    def predict(self, outcome: str, inputs: Inputs) -> float:
        """The expected value of an outcome."""
        return float(_logistic(np.array([_features(inputs)]) @ np.array(self.coefficients[outcome]))[0])

    def readings(self) -> dict[str, dict[str, float]]:
        """What it says of every pattern on which it says anything, part by part."""
        return {name: read(self.predict) for name, read in READ.items() if name in catalogue()}

    def passed(self) -> dict[str, bool]:
        """Whether it passes each pattern of the catalogue."""
        said = self.readings()
        return {name: self._passes(name, said.get(name, {})) for name in catalogue()}

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        rounded = {
            name: {part: round(value, 6) if value == value else None for part, value in parts.items()}
            for name, parts in self.readings().items()
        }
        return {"coefficients": self.coefficients, "readings": rounded, "passed": self.passed()}

    def _passes(self, name: str, said: Mapping[str, float]) -> bool:
        parts = [part for part in catalogue()[name].parts if part.accepted is not None]
        return bool(parts) and all(
            part.name in said and part.accepted is not None and part.accepted.holds(said[part.name]) for part in parts
        )


def fitted_rival(folder: Path, root: int, workers: int = 1) -> Rival:
    """The rival, from its runs; these are kept in the folder."""
    path = folder / "parts" / f"rival-{named_after([code_hash(), _BASE, list(RANGES.items()), RUNS, root])}.json"
    rows = stored(path)
    if rows is None:
        executor = import_module(f"experiments.executors.{'serial' if workers == 1 else 'joblib'}")
        rows = list(executor.results(partial(_run, root), list(enumerate(design(root))), workers))
        store(path, rows)
    return fit([row["inputs"] for row in rows], [row["outcomes"] for row in rows])


def design(root: int) -> list[Inputs]:
    """The inputs of the runs; depth in whole levels, price even in its logarithm."""
    unit = qmc.LatinHypercube(4, rng=np.random.default_rng(root)).random(RUNS)
    low, high = (np.array(ends, dtype=float) for ends in zip(*RANGES.values(), strict=True))
    places = low + unit * (high - low)
    places[:, 2] = np.floor(low[2] + unit[:, 2] * (high[2] - low[2] + 1))
    places[:, 3] = np.exp(np.log(low[3]) + unit[:, 3] * (np.log(high[3]) - np.log(low[3])))
    return [(float(s), float(m), float(d), float(p)) for s, m, d, p in places]


def fit(inputs: Sequence[Sequence[float]], outcomes: Sequence[Mapping[str, float | None]]) -> Rival:
    """Fit every outcome over the runs that define it."""
    features = np.array([_features((s, m, d, p)) for s, m, d, p in inputs])
    coefficients = {}
    for name in outcomes[0]:
        values = np.array([np.nan if row[name] is None else float(row[name] or 0) for row in outcomes])
        known = ~np.isnan(values)
        coefficients[name] = tuple(map(float, _maximum_likelihood(features[known], values[known])))
    return Rival(coefficients)


def _run(root: int, numbered: tuple[int, Inputs]) -> dict[str, object]:
    """One run: its inputs and its outcomes in 0..1."""
    at, inputs = numbered
    keys = dict(zip(RANGES, (inputs[0], inputs[1], int(inputs[2]), inputs[3]), strict=True))
    keys["sponsorship.thematic"] = None  # type: ignore[assignment]
    record = simulate(resolved(with_values(compose(_BASE), keys)), replicate_seed(root, at))
    year, two, last = (record.observed[month] for month in (_AFTER_YEAR, _AFTER_TWO, _LAST))
    delay = last["delay"]
    outcomes = {
        "created": year["lab_created"],
        "alive": two["lab_alive"],
        "practice": last["practice"],
        "net": max(0.0, float(two["net_practice"] or 0)),
        "breadth": last["breadth"],
        "delivered": last["delivered_share"],
        "delay": None if delay is None else min(1.0, float(delay) / _LONGEST_DELAY),
        "reach": last["annual_reach"],
        "second": last["second_project"],
        **{verdict: record.verdict == verdict for verdict in VERDICTS},
    }
    return {"inputs": inputs, "outcomes": {name: None if y is None else float(y) for name, y in outcomes.items()}}


def _features(inputs: Inputs) -> tuple[float, ...]:
    sponsorship, stance, depth, price = inputs
    return 1.0, sponsorship, stance, depth, log(price)


def _logistic(z: Array) -> Array:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(z, -30, 30))))


def _maximum_likelihood(features: Array, values: Array) -> Array:
    """Coefficients by Newton's steps; the penalty keeps them finite where inputs tell an outcome without fail."""
    found = np.zeros(features.shape[1])
    penalty = _PENALTY * np.diag([0.01, *[1.0] * (features.shape[1] - 1)])
    for _ in range(60):
        expected = _logistic(features @ found)
        slope = features.T @ (values - expected) - penalty @ found
        curve = (features.T * (expected * (1 - expected))) @ features + penalty
        step = np.linalg.solve(curve, slope)
        found = found + step * min(1.0, 2.0 / max(1e-12, float(np.abs(step).max())))
        if np.abs(step).max() < 1e-9:
            break
    return found


def _with(sponsorship: float | None = None, depth: float | None = None) -> Inputs:
    s, m, d, p = _USUAL
    return (s if sponsorship is None else sponsorship, m, d if depth is None else depth, p)


def _labs(predict: Predict) -> dict[str, float]:
    mix = [_with(s) for s in np.linspace(0.3, 0.95, 27)]
    created, alive = (float(np.mean([predict(name, each) for each in mix])) for name in ("created", "alive"))
    return {"created": created, "alive": alive, "lost": created - alive}


def _gradient(predict: Predict) -> dict[str, float]:
    levels = (0.1, 0.3, 0.5, 0.7, 0.9)
    names = {"breadth": "breadth", "practice": "practice", "lab": "created"}
    found = {part: spearman(levels, [predict(name, _with(s)) for s in levels]) for part, name in names.items()}
    return found | {"weakest": predict("practice", _with(0.1)) / predict("practice", _with(0.0))}


def _halved(predict: Predict) -> dict[str, float]:
    return {"ratio": predict("net", _with(0.75 * _USUAL[0])) / predict("net", _USUAL)}


def _lead(predict: Predict, inputs: Inputs) -> float:
    return predict(ISLETS, inputs) - max(predict(verdict, inputs) for verdict in VERDICTS if verdict != ISLETS)


def _modal(predict: Predict) -> dict[str, float]:
    return {"lead": _lead(predict, _USUAL), "diffusion": predict(DIFFUSION, _USUAL)}


def _territory(predict: Predict) -> dict[str, float]:
    inputs = _with(0.6, 5)
    return {
        "lead": _lead(predict, inputs),
        "second": predict("second", inputs),
        "breadth": predict("breadth", inputs),
    }


def _depths(predict: Predict) -> dict[str, float]:
    each = [_with(depth=depth) for depth in (2, 3, 4, 5, 6)]
    delivered, delay, breadth = ([predict(name, at) for at in each] for name in ("delivered", "delay", "breadth"))
    return {
        "delivered": float(np.diff(delivered).max()),
        "delay": float(np.diff(delay).min()) * _LONGEST_DELAY,
        "breadth": breadth[0] - breadth[-1],
    }


def _reach(predict: Predict) -> dict[str, float]:
    return {"reach": predict("reach", _with(0.5))}


READ: dict[str, Callable[[Predict], dict[str, float]]] = {
    "SF1": _labs,
    "SF3": _gradient,
    "SF5": _halved,
    "SF6": _modal,
    "SF11": _territory,
    "SF12": _depths,
    "SF15": _reach,
}
"""The patterns on which it says something."""

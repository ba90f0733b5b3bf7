"""How outcomes are declared, found and measured: adding one is writing one function in a file of this folder."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import getdoc
from pkgutil import iter_modules

import sim.outcomes
from sim.outcomes.observation import Observation

Value = float | int | None


class OutOfRange(RuntimeError):
    """An outcome returned a value outside the range it declares: its formula or its declaration is wrong."""


@dataclass(frozen=True)
class OutcomeSpec:
    """One outcome: a formula with its unit, its range and its words.

    Attributes:
        name: name of the function and of the column.
        unit: unit of the value.
        low: smallest possible value.
        high: largest possible value.
        fr: what it is, in French.
        en: what it is, in English.
        source: where the formula comes from.
        formula: the function itself.
    """

    name: str
    unit: str
    low: float
    high: float
    fr: str
    en: str
    source: str
    formula: Callable[[Observation], Value]

    @property
    def description(self) -> str:
        """The formula in words, from the function's docstring."""
        return getdoc(self.formula) or ""

    def __call__(self, seen: Observation) -> Value:
        """Measure it, None where it is undefined, and check the declared range."""
        value = self.formula(seen)
        if value is None:
            return None
        if not self.low <= value <= self.high:  # also true of NaN
            raise OutOfRange(f"{self.name} = {value!r} at month {seen.month}, expected {self.low} to {self.high}")
        return value if isinstance(value, int) else float(value)


def outcome(
    *, unit: str, fr: str, en: str, source: str, low: float = -math.inf, high: float = math.inf
) -> Callable[[Callable[[Observation], Value]], OutcomeSpec]:
    """Declare the function below as an outcome of that unit and range (infinite unless said)."""

    def declare(formula: Callable[[Observation], Value]) -> OutcomeSpec:
        return OutcomeSpec(formula.__name__, unit, low, high, fr, en, source, formula)

    return declare


@cache
def _declared() -> tuple[OutcomeSpec, ...]:
    """Every outcome declared in a file of this folder, by name."""
    found: dict[str, OutcomeSpec] = {}
    for file in iter_modules(sim.outcomes.__path__, prefix="sim.outcomes."):
        for spec in vars(import_module(file.name)).values():
            if not isinstance(spec, OutcomeSpec) or spec.formula.__module__ != file.name:
                continue
            if spec.name in found:
                raise TypeError(f"two outcomes are called {spec.name}")
            found[spec.name] = spec
    return tuple(found[name] for name in sorted(found))


def catalogue() -> list[OutcomeSpec]:
    """Return every outcome, sorted by name."""
    return list(_declared())


def measure(seen: Observation) -> dict[str, Value]:
    """Evaluate every outcome on one observation, by name; raises `OutOfRange` on a wrong formula."""
    return {spec.name: spec(seen) for spec in _declared()}

"""Reads what a study varies: `levers:` and `uncertain:` of its file, into factors."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from experiments.grammar import nearest
from experiments.study.factors import LEVER, NOISE, UNCERTAIN, Cell, Factor, Level, cell_of
from experiments.study.faults import Faults
from sim.config import Parameter, iter_parameters, parameter_of
from sim.outcomes.catalogue import catalogue
from sim.outcomes.verdict import FLAGS

RANGE = {"low", "high", "log", "steps"}
_NAME = re.compile(r"[^\W\d]\w{0,39}")
TAKEN = frozenset((
    "run_id", "point_id", "scenario", "replicate", "replicates", "seed", "member", "variant", "islet_kind", NOISE,
    "round", "trajectory", "move", "base", "half_width", "precise", "month", "practice_twin",
))
"""Columns that the tables have of themselves; those of outcomes and months are added."""
_FORM = "values: [...], values: {name: ...}, low: x, high: y"
Options = Mapping[str, Sequence[str]]
"""Names of the options of each group."""


def factors_of(said: object, role: str, options: Options, faults: Faults) -> list[Factor]:
    """The factors that a block of the file describes."""
    block = "levers" if role == LEVER else "uncertain"
    if not isinstance(said, dict):
        faults.add(block, said, "une table clé: valeurs est attendue", "a table key: values is expected", _FORM)
        return []
    found = [_factor(str(key), each, role, options, faults) for key, each in said.items()]
    return [factor for factor in found if factor is not None]


def _factor(key: str, said: Any, role: str, options: Options, faults: Faults) -> Factor | None:  # noqa: ANN401
    where = f"{'levers' if role == LEVER else 'uncertain'}.{key}"
    if not isinstance(said, dict) or not said or set(said) - RANGE - {"values"} or ("values" in said and len(said) > 1):
        faults.add(where, said, "forme inconnue", "unknown form", _FORM)
        return None
    if "values" not in said:
        return _range(key, said, role, where, faults)
    values = said["values"]
    if not isinstance(values, list | dict) or not values:
        faults.add(where, values, "au moins une valeur est attendue", "at least one value is expected", _FORM)
        return None
    levels = _levels(key, values, options, where, faults)
    if levels is None:
        return None
    cells = [level.cell for level in levels]
    for cell in dict.fromkeys(cells):
        if cells.count(cell) > 1:
            faults.add(where, cell, "valeur écrite deux fois", "value written twice")
    return Factor(key, role, tuple(levels))


def _levels(key: str, values: Any, options: Options, where: str, faults: Faults) -> list[Level] | None:  # noqa: ANN401
    """The levels of a group, of a key, or of a named choice of several keys."""
    if key in options:
        return _of_group(key, values, options, where, faults)
    known = parameter_of(key)
    if known is not None and known.decides and "[]" not in known.key:
        if isinstance(values, dict):
            return [Level(str(name), {key: value}) for name, value in values.items()]
        return [Level(_cell(value, known), {key: _value(value, known)}) for value in values]
    if isinstance(values, dict) and "." not in key and all(isinstance(each, dict) for each in values.values()):
        _named_apart(key, where, faults)
        return _of_bundle(values, where, faults)
    keys = [name for name, p in iter_parameters() if p.decides and "[]" not in name]
    faults.unknown(where, key, [*keys, *options], "clé inconnue", "unknown key")
    return None


def _named_apart(name: str, where: str, faults: Faults) -> None:
    """A fault where a named choice is called as no column may be, or as another column of the tables is."""
    from sim.observation import COLUMNS

    outcomes = (spec.name for spec in catalogue())
    taken = {*TAKEN, *FLAGS, *COLUMNS, *outcomes}
    if not _NAME.fullmatch(name):
        faults.add(where, name, "un nom de lettres, de chiffres et de _", "a name of letters, digits and _")
    elif name in taken or name.startswith("verdict"):
        faults.add(where, name, "une colonne des tableaux s'appelle déjà ainsi", "a column of the tables is called so")


def _of_group(key: str, values: Any, options: Options, where: str, faults: Faults) -> list[Level]:  # noqa: ANN401
    for name in values:
        if name not in options[key]:
            faults.unknown(where, str(name), options[key], "option inconnue", "unknown option")
    return [Level(str(name), {}, (key, str(name))) for name in values]


def _of_bundle(values: Mapping[str, Mapping[str, Any]], where: str, faults: Faults) -> list[Level]:
    """Named choices, each of which sets keys of its own."""
    for name, keys in values.items():
        for key in keys:
            if parameter_of(str(key)) is None:
                names = [each for each, _ in iter_parameters()]
                faults.add(f"{where}.{name}", key, "clé inconnue", "unknown key", near=nearest(str(key), names))
    return [Level(str(name), {str(key): value for key, value in keys.items()}) for name, keys in values.items()]


def _range(key: str, said: Mapping[str, Any], role: str, where: str, faults: Faults) -> Factor | None:
    known = parameter_of(key)
    if known is None or known.kind not in ("float", "int"):
        keys = [name for name, p in iter_parameters() if p.kind in ("float", "int") and p.decides]
        faults.unknown(where, key, keys, "cette clé n'a pas de plage", "this key has no range")
        return None
    low, high = said.get("low"), said.get("high")
    if not _is_number(low) or not _is_number(high) or not low < high:  # type: ignore[operator]
        faults.add(where, dict(said), "low et high, deux nombres, low < high", "low and high, two numbers, low < high")
        return None
    whole = 0 if known.kind == "float" else 2 if known.even else 1
    return _checked(Factor(
        key, role, (), float(low), float(high), said.get("log", False), whole, said.get("steps", 0)  # type: ignore[arg-type]
    ), known, where, faults)


def _checked(factor: Factor, known: Parameter, where: str, faults: Faults) -> Factor | None:
    """The range, where it stays within what the key may be."""
    before = len(faults.found)
    assert known.valid is not None
    low, high = known.valid
    if factor.low < low or factor.high > high:
        faults.add(where, [factor.low, factor.high], "hors de ce qui est permis", "outside what is allowed",
                   f"{low:.10g}..{high:.10g}")
    if not isinstance(factor.logarithmic, bool):
        faults.add(f"{where}.log", factor.logarithmic, "true ou false", "true or false")
    elif factor.logarithmic and factor.low <= 0:
        faults.add(f"{where}.low", factor.low, "un logarithme demande low > 0", "a logarithm needs low > 0")
    if not isinstance(factor.steps, int) or isinstance(factor.steps, bool) or not 0 <= factor.steps <= 10_000:
        faults.add(f"{where}.steps", factor.steps, "un entier entre 2 et 10000", "an integer between 2 and 10000")
    if factor.whole and (factor.low != int(factor.low) or factor.high != int(factor.high)):
        faults.add(where, [factor.low, factor.high], "cette clé est entière", "this key is a whole number")
    return factor if len(faults.found) == before else None


def _cell(value: object, known: Parameter) -> Cell:
    """A value as its column holds it: all numbers of a key that takes any number have one spelling."""
    given = _value(value, known)
    return cell_of(given)


def _value(value: object, known: Parameter) -> object:
    return float(value) if known.kind == "float" and _is_number(value) else value  # type: ignore[arg-type]


def _is_number(value: object) -> bool:
    return isinstance(value, float | int) and not isinstance(value, bool)


Check = Callable[[Mapping[str, Any]], None]
"""Validates some keys on the base configuration; raises InputError."""


def check_values(factors: Sequence[Factor], check: Check, faults: Faults) -> None:
    """Each value of each factor alone, so that a wrong one is told once and at its key."""
    from sim.core.errors import InputError

    for factor in factors:
        for level in factor.levels:
            if level.values:
                try:
                    check(level.values)
                except InputError as error:
                    faults.take(error)


__all__ = ["LEVER", "UNCERTAIN", "check_values", "factors_of"]

"""The door of the configuration: a mapping comes in, a frozen configuration or all its faults come out."""

import copy
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from pydantic import ValidationError

from sim.config.catalogue import elements
from sim.config.faults import problem_of
from sim.config.intervention import intervention_names
from sim.config.root import UNCHECKED, Config
from sim.config.rules import disagreements
from sim.core.errors import InputError, Problem, refuse
from sim.core.text import Text

_DEEPEST = 6
Origins = Mapping[str, Text]


LINE_STAND_INS: dict[int | str, object] = {"month": 0}
"""What takes the place of a wrong field that a line of a list must have, while the rest is checked."""


def validate(
    mapping: Mapping[str, Any],
    origins: Origins | None = None,
    *,
    interventions: Callable[[], Collection[str]] = intervention_names,
) -> Config:
    """A configuration from nested `mapping`, or an `InputError` that lists every fault.

    origins        where values come from, by dotted key (a group's name stands for all its keys)
    interventions  gives the names of the interventions that exist
    """
    given = _plain(mapping)
    config, faults = _checked(given)
    wrong = {_place(problem.key) for problem in faults}
    for problem in disagreements(config, interventions):
        places = {_place(key) for key in problem.key.split(", ")}
        lists = {place.partition("[")[0] for place in wrong if "[" in place}
        if not places & (wrong | lists):
            faults.append(problem)
    if faults:
        raise InputError(placed(faults, origins or {}))
    return config


def with_values(config: Config, values: Mapping[str, Any], origins: Origins | None = None) -> Config:
    """`config` with some dotted keys changed, validated again: `with_values(config, {"hierarchy.depth": 3})`."""
    mapping = config.model_dump()
    for key, value in values.items():
        put(mapping, key, value)
    return validate(mapping, origins)


def put(mapping: dict[str, Any], key: str, value: object) -> None:
    """Set dotted `key` in nested `mapping`; whatever is in the way of a group is replaced."""
    *path, leaf = key.split(".")
    for name in path:
        inner = mapping.get(name)
        mapping[name] = inner if isinstance(inner, dict) else {}
        mapping = mapping[name]
    mapping[leaf] = value


def _checked(given: dict[str, Any]) -> tuple[Config, list[Problem]]:
    """The configuration with wrong leaves put back to their defaults, and a problem for each of them."""
    try:
        return Config.model_validate(given, context=UNCHECKED), []
    except ValidationError as error:
        problems, mended = [], copy.deepcopy(given)
        faults = error.errors(include_url=False)
        inside = {fault["loc"][:-1] for fault in faults}
        for fault in faults:
            if fault["type"] == "too_short" and fault["loc"] in inside:
                continue  # the list is short of the elements that are wrong
            problems.append(problem_of(fault))
            _forget(mended, fault["loc"])
        return Config.model_validate(mended, context=UNCHECKED), problems


def _forget(mapping: dict[str, Any], place: tuple[int | str, ...]) -> None:
    """Remove what stands at `place`, so that the rest can be checked; a list that cannot do without goes whole."""
    if len(place) > 2 and isinstance(place[-2], int) and _mend_line(mapping, place):
        return
    path = place[: next((i for i, step in enumerate(place) if isinstance(step, int)), len(place))]
    for step in path[:-1]:
        mapping = mapping.get(step, {})  # type: ignore[arg-type]
    mapping.pop(path[-1], None)  # type: ignore[arg-type]


def _mend_line(mapping: dict[str, Any], place: tuple[int | str, ...]) -> bool:
    """Mend one field of a line of a list, such as a planned intervention; False where the line cannot do without."""
    *path, rank, field = place
    lines: Any = mapping
    for step in path:
        lines = lines.get(step) if isinstance(lines, dict) else None
    if not isinstance(lines, list) or not isinstance(rank, int) or not isinstance(lines[rank], dict):
        return False
    lines[rank].pop(field, None)
    if field in LINE_STAND_INS:
        lines[rank][field] = LINE_STAND_INS[field]
        return True
    declared = elements()[".".join(map(str, path))].model_fields.get(str(field))
    return declared is None or not declared.is_required()


def _place(key: str) -> str:
    """The key, cut after the element of a list that it stands in."""
    name, bracket, rest = key.partition("[")
    return f"{name}[{rest.partition(']')[0]}]" if bracket else name


def placed(problems: Iterable[Problem], origins: Origins) -> list[Problem]:
    """The problems with the origins of their keys, each origin said once."""
    return [p if p.origin else replace(p, origin=_together(p.key, origins)) for p in problems]


def _together(keys: str, origins: Origins) -> Text | None:
    found = dict.fromkeys(origin for key in keys.split(", ") if (origin := _origin(key, origins)))
    return Text(", ".join(o.fr for o in found), ", ".join(o.en for o in found)) if found else None


def _origin(key: str, origins: Origins) -> Text | None:
    """The origin of `key`, or of the closest group above that has one."""
    while key and key not in origins:
        key = key.rpartition("[")[0] if key.endswith("]") else key.rpartition(".")[0]
    return origins.get(key)


def _plain(mapping: Mapping[str, Any]) -> dict[str, Any]:
    """A copy made of plain dictionaries, lists and numbers (NumPy scalars included), refused when too deep."""
    if not isinstance(mapping, Mapping):
        raise refuse("config", mapping, "une table de clés est attendue", "a table of keys is expected")
    plain = _plain_value(mapping, 0)
    assert isinstance(plain, dict)
    return plain


def _plain_value(value: object, depth: int) -> object:
    if depth > _DEEPEST:
        raise refuse("config", "...", f"plus de {_DEEPEST} niveaux emboîtés", f"more than {_DEEPEST} nested levels")
    if isinstance(value, Mapping):
        return {str(name): _plain_value(inner, depth + 1) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain_value(inner, depth + 1) for inner in value]
    return value.item() if isinstance(value, np.generic) else value


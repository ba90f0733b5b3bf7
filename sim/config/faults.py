"""Turns what pydantic reports into problems a person can mend."""

import re
from difflib import SequenceMatcher, get_close_matches

from pydantic_core import ErrorDetails

from sim.config.catalogue import elements, groups, iter_parameters, line_of, parameter_of
from sim.core.errors import Problem, shown
from sim.core.text import Text

_REASONS = {
    "bounds": Text("hors limites", "out of range"),
    "finite": Text("ce n'est pas un nombre fini", "this is not a finite number"),
    "type": Text("mauvais type de valeur", "wrong type of value"),
    "choice": Text("choix inconnu", "unknown choice"),
    "text": Text("texte trop long ou caractères interdits", "text too long or forbidden characters"),
    "length": Text("liste vide ou trop longue", "empty or too long list"),
    "month": Text("ce n'est pas un mois réel", "this is not a real month"),
    "missing": Text("clé manquante", "missing key"),
    "even": Text("le nombre doit être pair", "the number must be even"),
}
_KINDS = {
    "greater_than_equal": "bounds",
    "less_than_equal": "bounds",
    "finite_number": "finite",
    "enum": "choice",
    "string_too_long": "text",
    "string_pattern_mismatch": "text",
    "too_long": "length",
    "too_short": "length",
    "multiple_of": "even",
    "missing": "missing",
}


def problem_of(fault: ErrorDetails) -> Problem:
    """The problem behind one entry of pydantic's list of errors."""
    key = dotted(fault["loc"])
    if fault["type"] == "extra_forbidden":
        return unknown_key(key, fault["input"])
    p = parameter_of(key)
    if p is None:
        return _not_a_group(key, fault["input"])
    kind = _KINDS.get(fault["type"], "type")
    if kind == "text" and p.unit == "year-month":
        kind = "month"
    near = get_close_matches(str(fault["input"]), p.choices, n=1, cutoff=0.5) if kind == "choice" else []
    given = "" if kind == "missing" else shown(fault["input"])
    return Problem(key, given, _REASONS[kind], p.allowed, near[0] if near else None)


def dotted(place: tuple[int | str, ...]) -> str:
    """`("interventions", 0, "month")` as `interventions[0].month`."""
    key = ""
    for step in place:
        key += f"[{step}]" if isinstance(step, int) else f".{step}" if key else step
    return key


def unknown_key(key: str, value: object) -> Problem:
    """A key that does not exist, with the nearest one that does; one that would call code is told so."""
    if re.fullmatch(r"_[a-z]+_", key.rpartition(".")[2]):
        return Problem(key, shown(value), Text("aucune clé ne peut appeler de code", "no key may call code"))
    near = nearest_key(key)
    p = parameter_of(near) if near else None
    return Problem(key, shown(value), Text("clé inconnue", "unknown key"), p.allowed if p else None, near)


def nearest_key(key: str) -> str | None:
    """The key most like `key`: the same name in another group, a close name in its group, a close name anywhere."""
    known = [name for name, _ in iter_parameters()] + list(groups())
    group, _, leaf = key.rpartition(".")
    elsewhere = [name for name, _ in iter_parameters() if name.rpartition(".")[2] == leaf]
    if elsewhere:
        return max(elsewhere, key=lambda name: (_is_lever(name), SequenceMatcher(None, key, name).ratio()))
    for candidate in (group, *get_close_matches(group, groups(), n=1)):
        near = _closest(leaf, [name for name in known if name.rpartition(".")[0] == candidate], 0.65)
        if near:
            return near
    return _closest(leaf, known, 0.75)


def _closest(leaf: str, names: list[str], cutoff: float) -> str | None:
    """The one of dotted `names` whose last part is closest to `leaf`, if any is close."""
    leaves = {name.rpartition(".")[2]: name for name in reversed(names)}
    near = get_close_matches(leaf, leaves, n=1, cutoff=cutoff)
    return leaves[near[0]] if near else None


def _is_lever(key: str) -> bool:
    p = parameter_of(key)
    return p is not None and p.lever


def _not_a_group(key: str, value: object) -> Problem:
    """A value given where a group of keys, or a line of a list, is expected."""
    model = groups().get(key)
    fields = [f"{key}.{name}" for name in model.model_fields] if model else []
    name = key.partition("[")[0]
    line = line_of(name) if name in elements() else ""
    listed = ", ".join(fields[:4] + ["..."] * (len(fields) > 4)) or line
    return Problem(
        key, shown(value),
        Text("c'est un groupe de clés, pas une valeur", "this is a group of keys, not a value"),
        Text(listed, listed),
    )

"""Reads key=value from a command line, in Hydra's grammar, as data only."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from hydra.core.override_parser.overrides_parser import OverridesParser
from hydra.core.override_parser.types import Override
from hydra.errors import HydraException

from sim.config import groups, parameter_of, unknown_key
from sim.core.errors import Problem, shown
from sim.core.text import Text

COMMAND_LINE = Text("ligne de commande", "command line")
SCENARIO = "scenario"
YAML_ENDINGS = (".yaml", ".yml")
_LONGEST, _MOST, _DEEPEST = 10_000, 1_000, 20
_FORM = Text("clé=valeur, ou clé='un texte'", "key=value, or key='a text'")


@dataclass
class Line:
    """What the overrides of a command line ask for."""

    choices: dict[str, str] = field(default_factory=dict)
    """Option chosen in each group; the last one said wins."""
    values: dict[str, Any] = field(default_factory=dict)
    """Values by dotted key; the last one said wins."""
    problems: list[Problem] = field(default_factory=list)


def read_line(overrides: Sequence[str], option_groups: frozenset[str]) -> Line:
    """Sort `overrides` into choices of group options and values of keys; faults are kept, never raised."""
    line = Line()
    if len(overrides) > _MOST:
        line.problems.append(_fault("", "", f"plus de {_MOST} clés", f"more than {_MOST} keys"))
        return line
    for text in overrides:
        key, _, value = str(text).partition("=")
        if key == SCENARIO and is_path(_unquoted(value)):
            line.choices[SCENARIO] = _unquoted(value)
        else:
            _read(line, str(text), key, value, option_groups)
    return line


def is_path(name: str) -> bool:
    """Whether a scenario is given as a file rather than by its name."""
    return name.endswith(YAML_ENDINGS) or "/" in name or "\\" in name


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"" else value


def _read(line: Line, text: str, key: str, raw: str, option_groups: frozenset[str]) -> None:
    """Read one override into `line`."""
    parsed = _parse(text, key, raw)
    if isinstance(parsed, Problem):
        line.problems.append(parsed)
        return
    key = parsed.key_or_group
    value = parsed.value()
    if key in option_groups and not isinstance(value, dict):
        line.choices[key] = value if isinstance(value, str) else raw
    elif key in groups() and isinstance(value, dict):
        for name, leaf in value.items():
            _keep(line, f"{key}.{name}", leaf)
    else:
        _keep(line, key, value)


def _keep(line: Line, key: str, value: object) -> None:
    if parameter_of(key) is not None or key in groups():
        line.values[key] = value
    else:
        line.problems.append(replace(unknown_key(key, value), origin=COMMAND_LINE))


def _parse(text: str, key: str, raw: str) -> Override | Problem:
    """The override as Hydra's grammar reads it, or what is wrong with it."""
    if len(text) > _LONGEST or _depth(text) > _DEEPEST:
        return _fault(key, raw, "trop long ou trop emboîté", "too long or too nested")
    if "${" in text:
        return _fault(key, raw, "les renvois ${...} sont refusés", "references ${...} are refused")
    if "shuffle(" in raw:
        return _fault(key, raw, "une valeur ne se tire pas au hasard", "a value is not drawn at random")
    try:
        parsed = OverridesParser.create().parse_override(text)
    except HydraException:
        return _fault(
            key, raw, "ceci n'est pas de la forme clé=valeur ; accents et signes se mettent entre guillemets",
            "this is not of the form key=value; accents and signs go in quotes", _FORM,
        )
    if parsed.is_sweep_override():
        return _fault(
            key, raw, "une seule valeur par clé ; pour en faire varier plusieurs : archipel study",
            "one value a key; to vary several: archipel study",
        )
    if parsed.is_delete() or parsed.package is not None or not parsed.key_or_group:
        return _fault(key, raw, "seule la forme clé=valeur est admise", "only the form key=value is allowed", _FORM)
    return parsed


def _depth(text: str) -> int:
    """Deepest nesting of brackets in `text`."""
    depth = deepest = 0
    for character in text:
        depth += (character in "[{(") - (character in ")}]")
        deepest = max(deepest, depth)
    return deepest


def _fault(key: str, value: str, fr: str, en: str, allowed: Text | None = None) -> Problem:
    return Problem(key or "?", shown(value) if value else "", Text(fr, en), allowed, origin=COMMAND_LINE)

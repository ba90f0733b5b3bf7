"""Every parameter with all that is declared about it: for checks, explanations, tables, sampling and sliders."""

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Literal

from pydantic.fields import FieldInfo

from sim.config.parameter import Group
from sim.config.root import Config, as_group
from sim.core.text import Text

ParameterKind = Literal["float", "int", "bool", "choice", "text", "months", "list"]
_KINDS: dict[Any, ParameterKind] = {float: "float", int: "int", bool: "bool", str: "text"}


@dataclass(frozen=True)
class Parameter:
    """What one declaration says."""

    key: str
    kind: ParameterKind
    default: Any
    nullable: bool
    required: bool
    choices: tuple[str, ...]
    enum: type[StrEnum] | None
    unit: str
    valid: tuple[float, float] | None
    plausible: tuple[float, float] | None
    symbol: str
    source: Text
    fit: bool
    lever: bool
    resolved: bool
    decides: bool
    even: bool
    text: Text
    title: Text
    acts: Text

    @property
    def allowed(self) -> Text:
        """What may be given, in words."""
        words = _allowed(self)
        return Text(words.fr + ", ou null", words.en + ", or null") if self.nullable else words


def iter_parameters() -> Iterator[tuple[str, Parameter]]:
    """Every parameter in declaration order, by dotted key: top level, groups, lines of lists (`interventions[].x`)."""
    yield from _parameters().items()


def parameter_of(key: str) -> Parameter | None:
    """The parameter called `key`; list positions are ignored (`interventions[2].month`)."""
    return _parameters().get(_without_positions(key))


@cache
def groups() -> dict[str, type[Group]]:
    """Groups of keys by name."""
    return {name: model for name, field in Config.model_fields.items() if (model := as_group(field.annotation))}


def _without_positions(key: str) -> str:
    head, bracket, tail = key.partition("[")
    if not bracket:
        return key
    rest = tail.partition("]")[2]
    return f"{head}[]{rest}" if rest else head


@cache
def _parameters() -> dict[str, Parameter]:
    found = {}
    for name, field in Config.model_fields.items():
        if as_group(field.annotation) is None:
            found[name] = _describe(name, field, Config)
    for group, model in groups().items():
        for name, field in model.model_fields.items():
            found[f"{group}.{name}"] = _describe(f"{group}.{name}", field, model)
    for key, element in elements().items():
        for name, field in element.model_fields.items():
            found[f"{key}[].{name}"] = _describe(f"{key}[].{name}", field, element)
    return found


@cache
def elements() -> dict[str, type[Group]]:
    """What the lists of keys are made of, by the dotted key of the list: lines of several keys."""
    lists = {name: field for name, field in Config.model_fields.items() if as_group(field.annotation) is None}
    for group, model in groups().items():
        lists |= {f"{group}.{name}": field for name, field in model.model_fields.items()}
    return {key: inner for key, field in lists.items() if (inner := _element(field.annotation)) is not None}


def _element(annotation: Any) -> type[Group] | None:  # noqa: ANN401
    """The group of keys that the lines of a list are made of."""
    inner = _bare(annotation)
    return as_group(_bare(typing.get_args(inner)[0])) if typing.get_origin(inner) is tuple else None


def _describe(key: str, field: FieldInfo, owner: type[Group]) -> Parameter:
    said = typing.cast(dict[str, Any], field.json_schema_extra)
    kind, nullable, enum = _kind(field.annotation)
    return Parameter(
        key=key,
        kind=kind,
        default=None if field.is_required() else field.default,
        nullable=nullable,
        required=field.is_required(),
        choices=tuple(str(member.value) for member in enum) if enum else (),
        enum=enum,
        valid=_pair(said["valid"]),
        plausible=_pair(said["plausible"]),
        source=Text(*said["source"]),
        text=Text(said["fr"], said["en"]),
        title=owner.title,
        acts=owner.acts,
        **{name: said[name] for name in ("unit", "symbol", "fit", "lever", "resolved", "decides", "even")},
    )


def _kind(annotation: Any) -> tuple[ParameterKind, bool, type[StrEnum] | None]:  # noqa: ANN401
    nullable = typing.get_origin(annotation) in (types.UnionType, typing.Union)
    inner = _bare(typing.get_args(annotation)[0] if nullable else annotation)
    if typing.get_origin(inner) is tuple:
        return ("months" if _bare(typing.get_args(inner)[0]) is int else "list"), nullable, None
    if issubclass(inner, StrEnum):
        return "choice", nullable, inner
    return _KINDS[inner], nullable, None


def _bare(annotation: Any) -> Any:  # noqa: ANN401
    return typing.get_args(annotation)[0] if typing.get_origin(annotation) is typing.Annotated else annotation


def _pair(ends: list[float] | None) -> tuple[float, float] | None:
    return None if ends is None else (ends[0], ends[1])


def line_of(key: str) -> str:
    """What a line of the list `key` is made of: `{name, month, strength, value, until}`."""
    return f"{{{', '.join(elements()[key].model_fields)}}}"


def _allowed(p: Parameter) -> Text:
    if p.kind == "choice":
        listed = ", ".join(p.choices)
        return Text(f"un de : {listed}", f"one of: {listed}")
    if p.kind in ("float", "int"):
        return _number(p)
    if p.kind == "list":
        return Text(f"une liste de {line_of(p.key)}", f"a list of {line_of(p.key)}")
    return {
        "bool": Text("true ou false", "true or false"),
        "text": Text("un texte court, sur une ligne", "a short text, on one line"),
        "months": Text("une liste croissante de mois entre 1 et 359", "an increasing list of months between 1 and 359"),
    }[p.kind] if p.unit != "year-month" else Text('un mois "AAAA-MM"', 'a month "YYYY-MM"')


def _number(p: Parameter) -> Text:
    assert p.valid is not None
    low, high = (str(end) if isinstance(end, int) else f"{end:.10g}" for end in p.valid)
    fr, en = {"float": ("un nombre", "a number"), "int": ("un entier", "an integer")}[p.kind]
    if p.even:
        fr, en = "un entier pair", "an even integer"
    return Text(f"{fr} entre {low} et {high}", f"{en} between {low} and {high}")

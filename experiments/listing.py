"""What there is: scenarios, interventions, levers, outcomes, studies, plans; found by walking folders."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from experiments.language import Words, number
from experiments.options import configs_folder, offered
from experiments.screening import read_mapping
from sim.config import Parameter, iter_parameters
from sim.core.errors import InputError, Problem, shown
from sim.core.text import Text


@dataclass(frozen=True)
class Entry:
    """One thing of a list."""

    name: str
    text: str
    """A sentence in the language asked for."""
    details: str
    """Range, unit and default of a number; "" for the rest."""
    source: str


def listing(kind: str, lang: str = "fr") -> list[Entry]:
    """Everything of one kind: scenarios, interventions, levers, outcomes, studies or plans."""
    if kind not in _KINDS:
        names = ", ".join(_KINDS)
        raise InputError([Problem(kind, "", Text("liste inconnue", "unknown list"), Text(names, names))])
    return _KINDS[kind](lang)


def as_text(entries: list[Entry], lang: str = "fr") -> str:
    """Entries as aligned lines: name, sentence, details."""
    if not entries:
        return Words(lang)("listing.empty")
    width = max(len(entry.name) for entry in entries)
    return "\n".join(
        f"{entry.name.ljust(width)}  {entry.text}" + f" ({entry.details})" * bool(entry.details) for entry in entries
    )


def written(value: object, lang: str) -> str:
    """A value of a key as a configuration file spells it, with its numbers readable in `lang`."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number(value, lang, digits=6)
    if isinstance(value, list | tuple) and value and all(isinstance(item, dict) for item in value):
        return ", ".join(_planned(item, lang) for item in value)
    return shown(value)


def _planned(item: dict[str, object], lang: str) -> str:
    """An intervention of a configuration: its name, then what is said of it."""
    said = (f"{key}: {written(each, lang)}" for key, each in item.items() if key != "name" and each is not None)
    return f"{item['name']} ({', '.join(said)})"


def span(low: float, high: float, say: Words) -> str:
    """The range low..high in words."""
    return say("explain.range", low=_end(low, say), high=_end(high, say))


def _end(value: float, say: Words) -> str:
    return say("explain.infinite") if value in (float("inf"), float("-inf")) else number(value, say.lang, digits=6)


def _scenarios(lang: str) -> list[Entry]:
    from experiments.cases import label

    say, found = Words(lang), offered("scenario", [configs_folder()])
    return [
        replace(_file_entry(name, path, lang), details=label(read_mapping(path), say)) for name, path in found.items()
    ]


def _studies(lang: str) -> list[Entry]:
    return titled("study", lang)


def _plans(lang: str) -> list[Entry]:
    return titled("plan", lang)


def titled(group: str, lang: str) -> list[Entry]:
    """Files of a group of configs/ that carry their own titles."""
    return [_file_entry(name, path, lang) for name, path in offered(group, [configs_folder()]).items()]


def _file_entry(name: str, path: Path, lang: str) -> Entry:
    content = read_mapping(path)
    return Entry(name, str(content[f"title_{lang}"]), "", str(content["source"]))


def _interventions(lang: str) -> list[Entry]:
    from sim.scenarios.intervention import find, names

    found = [(name, find(name)) for name in names()]
    return [Entry(name, each.title.of(lang), "", each.source.of(lang)) for name, each in found]


def _levers(lang: str) -> list[Entry]:
    say = Words(lang)
    return [
        Entry(key, p.text.of(lang), _lever_details(p, say), p.source.of(lang))
        for key, p in iter_parameters()
        if p.lever
    ]


def _lever_details(p: Parameter, say: Words) -> str:
    allowed = span(*p.valid, say) if p.valid else ", ".join(p.choices) or say(f"kind.{p.kind}")
    unit = say(f"quantity.{p.unit}") if p.unit and p.unit != "level" else ""
    default = say("listing.default", value=written(p.default, say.lang))
    return ", ".join(part for part in (allowed, unit, default) if part)


def _outcomes(lang: str) -> list[Entry]:
    from sim.outcomes.catalogue import catalogue

    say = Words(lang)
    return [
        Entry(spec.name, spec.en if lang == "en" else spec.fr, say(f"quantity.{spec.unit}"), spec.source)
        for spec in catalogue()
    ]


_KINDS: dict[str, Callable[[str], list[Entry]]] = {
    "scenarios": _scenarios,
    "interventions": _interventions,
    "levers": _levers,
    "outcomes": _outcomes,
    "studies": _studies,
    "plans": _plans,
}

"""Looks at a YAML file before anything reads it: nothing hostile, nothing that means another thing than it says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]

from sim.core.errors import InputError, Problem, shown
from sim.core.text import Text

LARGEST_BYTES = 1_000_000
DEEPEST = 6
MOST_NODES = 50_000  # an organisation of 9 000 people, post by post, takes 12 000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PACKAGE = re.compile(r"^\s*#\s*@package\s+(.*?)\s*$", re.MULTILINE)
_TRAPS = re.compile(
    r"""(?ix)
    yes | no | on | off                                  # booleans in disguise
    | [-+]? 0 [0-9_]+                                    # octal numbers
    | [-+]? 0 [xbo] [0-9a-f_]+                           # hexadecimal and binary numbers
    | [-+]? [0-9][0-9_]* (: [0-5]?[0-9])+ (\.[0-9_]*)?   # numbers in base sixty
    """
)
_PLAIN_TRAPS = re.compile(
    r"""(?ix)
    [0-9]{4} - [0-9]{1,2} - [0-9]{1,2} ([t\ ].*)?        # dates
    | [-+]? [0-9][0-9_]* (\.[0-9_]*)? e [0-9]+           # 1e5 is a text, 1.0e+5 a number
    | [-+]? [0-9][0-9_]* e [-+] [0-9]+
    """
)
"""Traps of plain YAML that configurations do not have: there a date stays a text, and 1e5 is a number."""
_EXECUTABLE = re.compile(r"_[a-z]+_")


def file_origin(path: Path) -> Text:
    """Where a value comes from, when it comes from a file."""
    return Text(f"fichier {path}", f"file {path}")


def read_text(path: Path) -> str:
    """The text of a file of reasonable size in UTF-8; anything else is refused."""
    try:
        if not path.is_file():
            raise _refused(path, "fichier introuvable", "file not found")
        if path.stat().st_size > LARGEST_BYTES:
            raise _refused(path, f"plus de {LARGEST_BYTES} octets", f"more than {LARGEST_BYTES} bytes")
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise _refused(path, "ce n'est pas un texte en UTF-8", "this is not UTF-8 text") from error
    except OSError as error:
        raise _refused(path, "fichier illisible", "file cannot be read") from error


def read_screened(path: Path, *, plain: bool = False) -> str:
    """The text of a sound file, or an `InputError` with everything that is wrong in it; `plain`: for a plain reader."""
    text = read_text(path)
    problems = screen(text, path, plain=plain)
    if problems:
        raise InputError(problems)
    return text


def read_mapping(path: Path, *, plain: bool = False) -> dict[str, Any]:
    """The keys of a sound file; `plain`: nothing else will read it, so that its dates and numbers are those of YAML."""
    content = yaml.load(read_screened(path, plain=plain), Loader=_LOADER)  # one of the two safe loaders
    return {str(name): value for name, value in (content or {}).items()}


def screen(text: str, path: Path, *, plain: bool = False) -> list[Problem]:
    """All that must not be read in a YAML text: code, references, tags, depth, values that mean another thing."""
    walk = _Walk(path, [_TRAPS, _PLAIN_TRAPS] if plain else [_TRAPS])
    problems: list[Problem] = []
    for package in _PACKAGE.findall(text):
        if package != "_global_":
            problems += [walk.problem(package, "seul @package _global_ est admis", "only @package _global_ is allowed")]
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            problems += walk.see(event)
            if walk.stopped:
                break
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" (ligne {mark.line + 1})" if mark else "", f" (line {mark.line + 1})" if mark else ""
        problems.append(walk.problem("", "ce n'est pas du YAML" + line[0], "this is not YAML" + line[1]))
    return problems


@dataclass
class _Frame:
    """An open table or list, and where the walk stands in it."""

    table: bool
    awaits_key: bool
    key: str = ""
    count: int = 0
    keys: set[str] = field(default_factory=set)


class _Walk:
    """Follows the events of a YAML parser; knows the dotted key of each value."""

    def __init__(self, path: Path, traps: Sequence[re.Pattern[str]]) -> None:
        self.path, self.traps = path, traps
        self.frames: list[_Frame] = []
        self.nodes = self.documents = 0
        self.stopped = False

    def problem(self, value: object, fr: str, en: str, allowed: Text | None = None) -> Problem:
        """A problem at the place where the walk stands."""
        key = ""
        for frame in self.frames:
            key += (f".{frame.key}" if key else frame.key) if frame.table else f"[{frame.count}]"
        return Problem(key or self.path.name, shown(value), Text(fr, en), allowed, origin=file_origin(self.path))

    def see(self, event: yaml.Event) -> Iterator[Problem]:
        """Problems of one event; those of the form of the file stop the walk."""
        form = self._form(event)
        if form is not None:
            self.stopped = True
            yield self.problem("", *form)
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            yield self.problem(event.anchor, "ancres et renvois sont refusés", "anchors and aliases are refused")
        elif getattr(event, "tag", None):
            yield self.problem(event.tag, "les étiquettes YAML sont refusées", "YAML tags are refused")
        elif isinstance(event, yaml.ScalarEvent):
            yield from self._scalar(event)
        self._move(event)

    def _form(self, event: yaml.Event) -> tuple[str, str] | None:
        """What is wrong with the file as a whole: size, depth, several documents, no table at the top."""
        self.nodes += isinstance(event, yaml.NodeEvent)
        self.documents += isinstance(event, yaml.DocumentStartEvent)
        if self.nodes > MOST_NODES or len(self.frames) > DEEPEST:
            return "fichier trop profond ou trop long", "file too deep or too long"
        if self.documents > 1:
            return "un seul document par fichier", "one document a file"
        if self.nodes == 1 and isinstance(event, yaml.NodeEvent) and not isinstance(event, yaml.MappingStartEvent):
            return "une table de clés est attendue", "a table of keys is expected"
        opens = isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent)
        if opens and self.frames and self.frames[-1].table and self.frames[-1].awaits_key:
            return "une clé est un texte, pas une liste ni une table", "a key is a text, not a list or a table"
        return None

    def _scalar(self, event: yaml.ScalarEvent) -> Iterator[Problem]:
        frame = self.frames[-1] if self.frames else None
        if frame and frame.table and frame.awaits_key:
            frame.key = event.value
            if event.value in frame.keys:
                yield self.problem("", "clé écrite deux fois", "key written twice")
            frame.keys.add(event.value)
            if _EXECUTABLE.fullmatch(event.value):
                yield self.problem("", "aucune clé ne peut appeler de code", "no key may call code")
        if "${" in event.value:
            yield self.problem(event.value, "les renvois ${...} sont refusés", "references ${...} are refused")
        if not event.style and any(trap.fullmatch(event.value) for trap in self.traps):
            yield self.problem(
                event.value, "cette écriture a un autre sens en YAML", "this spelling means another thing in YAML",
                Text("true, false, un nombre décimal, ou un texte entre guillemets",
                     "true, false, a decimal number, or a text in quotes"),
            )

    def _move(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.frames.pop()
            self._next()
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            table = isinstance(event, yaml.MappingStartEvent)
            self.frames.append(_Frame(table, awaits_key=table))
        elif isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            self._next()

    def _next(self) -> None:
        """One key or value has passed in the frame on top."""
        if self.frames:
            frame = self.frames[-1]
            frame.awaits_key = frame.table and not frame.awaits_key
            frame.count += not frame.table


def _refused(path: Path, fr: str, en: str) -> InputError:
    return InputError([Problem(path.name, "", Text(fr, en), origin=file_origin(path))])

"""`authority`: a template to fill in, a workbook or a chart to read, ten questions to answer."""

import sys
from datetime import date
from pathlib import Path

from experiments.authority.asking import ask_all
from experiments.authority.describing import Described, from_answers, from_file
from experiments.authority.files import SCENARIO, files_of, short_hash, write
from experiments.authority.values import Value
from experiments.authority.workbook import LARGEST_BYTES
from experiments.commands.authority import ACTIONS, TYPES
from experiments.grammar import Mistake, Request, nearest
from experiments.language import Words
from experiments.page import Page
from experiments.refusal import refused
from experiments.target import OUTPUTS

DONE = 0
TEMPLATE = "mon-organisation.xlsx"


def describe_authority(request: Request) -> int:
    """Do what the first word asks for."""
    mistakes = _mistakes(request)
    if mistakes:
        raise refused(mistakes)
    action = request.words[0]
    if action == "template":
        return _template(request)
    described = _imported(Path(request.words[1]).expanduser()) if action == "import" else _answered(request)
    return _write(described, request)


def _mistakes(request: Request) -> list[Mistake]:
    """Words and keys that the action does not take."""
    action, words = request.words[0], request.words[1:]
    if action not in ACTIONS:
        return [Mistake("choice", action, ", ".join(ACTIONS), nearest(action, ACTIONS))]
    found = [Mistake("too_many", word) for word in words] if action != "import" else []
    if action == "import" and not words:
        found.append(Mistake("too_few", "", f"import {TEMPLATE}"))
    if action != "new":
        found += [Mistake("no_keys", key) for key in request.keys]
    if action != "template" and request.text("type"):
        found.append(Mistake("option", "--type", "template --type"))
    return found


def _template(request: Request) -> int:
    """A workbook to fill in; an existing file is never written over."""
    from experiments.authority.template import template

    say, target = Words(request.lang), Path(request.text("out") or TEMPLATE)
    content = template(request.text("type") or TYPES[0], request.lang)
    if target.exists() and (target.is_dir() or target.read_bytes() != content):
        raise refused([Mistake("out_exists", str(target))])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    page = Page(quiet=request.flag("quiet"))
    page.line(say("authority.template", target=target))
    if request.flag("quiet"):
        print(target)
    return DONE


def _imported(path: Path) -> Described:
    if not path.is_file():
        raise refused([Mistake("no_file", str(path))])
    with path.open("rb") as file:
        content = file.read(LARGEST_BYTES + 1)
    return from_file(path.name, content, date.today())


def _answered(request: Request) -> Described:
    """Answers of the line; without any, those of whoever sits at the terminal."""
    given: dict[str, Value] = {}
    for key in request.keys:
        name, _, answer = key.partition("=")
        given[name] = answer.strip("'\"")
    if not given and sys.stdin.isatty():
        given = ask_all(Words(request.lang), input, print)
    return from_answers(given, date.today())


def _write(described: Described, request: Request) -> int:
    say, files = Words(request.lang), files_of(described)
    folder = Path(request.text("out") or Path(OUTPUTS, f"authority-{short_hash(files)}"))
    write(files, folder)
    page = Page(quiet=request.flag("quiet"))
    page.title(str(described.scenario[f"title_{request.lang}"]))
    page.line(say("authority.filled" if described.said else "authority.nothing_filled"))
    for text in described.said:
        page.line(f"- {text.of(request.lang)}")
    page.line()
    page.line(say("authority.files", target=folder))
    plans = " ".join(f"plan={folder / name}.yaml" for name in described.plans)
    page.note(say("authority.try", line=f"archipel plans scenario={folder / SCENARIO} {plans}".strip()))
    if request.flag("quiet"):
        print(folder)
    return DONE

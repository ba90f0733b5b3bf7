"""The `archipel` command: finds what is asked, runs it, and turns every ending into an exit code.

0    done
1    the work failed, or a check did not hold
2    bad input: one message, nothing written
130  interrupted
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TextIO

from experiments.grammar import Command, Mistake, Request, nearest, read
from experiments.help import manual, welcome
from experiments.language import LANGUAGES, Words, environment_language

DONE, FAILED, REFUSED, INTERRUPTED = 0, 1, 2, 130
_COMMANDS = Path(__file__).parent / "commands"
_HELP = ("-h", "--help")


def main(tokens: Sequence[str] | None = None) -> int:
    """Run one command line; returns the exit code."""
    _print_any_character(sys.stdout, sys.stderr)
    given = list(sys.argv[1:] if tokens is None else tokens)
    lang = spoken(given)
    try:
        return _answer(given, lang)
    except KeyboardInterrupt:
        print(Words(lang)("interrupted"), file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # who read our output left, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def spoken(tokens: Sequence[str]) -> str:
    """Language of the answer: `--lang` where it is understood, else the environment's, else French."""
    for position, token in enumerate(tokens):
        asked = tokens[position + 1 : position + 2] if token == "--lang" else [token.removeprefix("--lang=")]
        if token.startswith("--lang") and asked and asked[0] in LANGUAGES:
            return asked[0]
    return environment_language(os.environ)


def command_names() -> list[str]:
    """All commands: the files of `commands/`, a dash in place of each underscore."""
    return sorted(file.stem.replace("_", "-") for file in _COMMANDS.glob("[a-z]*.py"))


def command_module(name: str) -> ModuleType:
    """The file of a command, which declares `COMMAND` and `main(request) -> exit code`."""
    return import_module(f"experiments.commands.{name.replace('-', '_')}")


def _answer(tokens: list[str], lang: str) -> int:
    position = _position_of_name(tokens)
    if position is None:
        return _answer_without_command(tokens, lang)
    name = tokens.pop(position)
    if name not in command_names():
        return _refuse([_unknown_command(name)], lang)
    module = command_module(name)
    request = read(module.COMMAND, tokens, lang)
    if request.flag("help"):
        print(manual(module.COMMAND, Words(lang)))
        return DONE
    return _work(module, request)


def _position_of_name(tokens: list[str]) -> int | None:
    """The first plain word that is not the value of --lang."""
    for position, token in enumerate(tokens):
        if not token.startswith("-") and tokens[position - 1 : position] != ["--lang"]:
            return position
    return None


def _answer_without_command(tokens: list[str], lang: str) -> int:
    request = read(Command("", ("", "")), tokens, lang)
    if request.mistakes:
        return _refuse(request.mistakes, lang)
    print(welcome(Words(lang), command_names()))
    return DONE


def _unknown_command(name: str) -> Mistake:
    names = command_names()
    return Mistake("command", name, ", ".join(names), nearest(name, names))


def _refuse(mistakes: Sequence[Mistake], lang: str) -> int:
    from experiments.refusal import refused

    print(refused(mistakes).render(lang), file=sys.stderr)
    return REFUSED


def _work(module: ModuleType, request: Request) -> int:
    from experiments.interruption import interruptible
    from experiments.refusal import WorkFailed, check_line
    from sim.core.errors import InputError

    try:
        check_line(request)
        with interruptible():
            return int(module.main(request))
    except InputError as error:
        print(error.render(request.lang), file=sys.stderr)
        return REFUSED
    except WorkFailed as failure:
        print(failure.render(request.lang), file=sys.stderr)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        print(WorkFailed("file", reason=error).render(request.lang), file=sys.stderr)
    return FAILED


def _print_any_character(*streams: TextIO) -> None:
    """Where a terminal cannot show a character, print a mark in its place rather than fail."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")

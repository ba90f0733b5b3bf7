"""What `archipel --help` and `archipel COMMAND --help` print: plain text, so that they answer at once."""

from collections.abc import Iterable, Sequence

from experiments.grammar import COMMON, Command, Option
from experiments.language import Words

_INDENT = "  "


def welcome(say: Words, names: Sequence[str]) -> str:
    """The commands, one line each, and the options that all of them take."""
    return "\n".join(
        [
            say("help.title"),
            "",
            say("help.usage"),
            "",
            say("help.commands"),
            *_columns((name, say(f"command.{name}")) for name in names),
            "",
            say("help.options"),
            *_options(COMMON, say),
            "",
            say("help.more"),
        ]
    )


def manual(command: Command, say: Words) -> str:
    """What one command does, its options and two examples."""
    lines = [say("help.usage.one", line=_usage(command, say)), "", say(f"command.{command.name}.about"), ""]
    if command.keys:
        lines += [say("help.keys"), ""]
    lines += [say("help.options"), *_options((*command.options, *COMMON), say), "", say("help.examples")]
    return "\n".join([*lines, *(_INDENT + example for example in command.examples)])


def _usage(command: Command, say: Words) -> str:
    fewest, most = command.words
    word = say(f"word.{command.word}") if command.word else ""
    parts = ["archipel", command.name, *[word] * fewest]
    if most > fewest:
        parts.append(f"[{word} ...]")
    if command.keys:
        parts.append(f"[{say('help.key')} ...]")
    return " ".join([*parts, "[--options]"])


def _options(options: Iterable[Option], say: Words) -> list[str]:
    return _columns(
        (f"--{option.name}" + (f" {option.value}" if option.value else ""), say(f"option.{option.name}"))
        for option in options
    )


def _columns(rows: Iterable[tuple[str, str]]) -> list[str]:
    rows = list(rows)
    width = max(len(left) for left, _ in rows)
    return [f"{_INDENT}{left:<{width}}{_INDENT}{right}" for left, right in rows]

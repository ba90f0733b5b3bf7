"""What a command line may hold: `archipel COMMAND [words] [key=value ...] [--options]`.

A command is one file of `commands/` that declares itself with `Command` and does its work in `main`. Reading a line
never stops at the first mistake: all are kept in `Request.mistakes`, each with what is allowed and the nearest name.
Nothing heavy is imported here, dataclasses included: `archipel --help` must answer at once.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from experiments.language import LANGUAGES


class Option(NamedTuple):
    """An option `--name`; its help is the message `option.<name>`.

    `value` names what follows it (None: nothing does, the option is a flag). `read` turns the text into a value and
    raises ValueError where it cannot; what is allowed is then the message `allowed.<name>`.
    """

    name: str
    value: str | None = None
    read: Callable[[str], object] = str


class Command(NamedTuple):
    """What a command accepts; its texts are the messages `command.<name>` and `command.<name>.about`."""

    name: str
    examples: tuple[str, str]
    word: str | None = None
    """What its plain words are (SCENARIO, DIR...); None when it takes none."""
    words: tuple[int, int] = (0, 0)
    """Fewest and most plain words."""
    choices: tuple[str, ...] = ()
    """The only plain words allowed; empty: any."""
    keys: bool = False
    """Whether key=value is accepted."""
    options: tuple[Option, ...] = ()
    """Options of this command alone, before those of all commands."""
    own_keys: tuple[str, ...] = ()
    """Keys that the command reads itself: they are no keys of the configuration."""


class Mistake(NamedTuple):
    """One mistake on the line: message `mistake.<kind>`, what was given, what is allowed, the nearest name."""

    kind: str
    given: str
    allowed: str = ""
    nearest: str = ""


class Request:
    """A command line once read: plain words, key=value, values of options, and all that is wrong with it."""

    def __init__(self, command: Command, lang: str) -> None:
        self.command, self.lang = command, lang
        self.words: list[str] = []
        self.keys: list[str] = []
        self.options: dict[str, object] = {}
        self.mistakes: list[Mistake] = []

    def flag(self, name: str) -> bool:
        """Whether a flag was given."""
        return name in self.options

    def text(self, name: str) -> str | None:
        """Text of an option, None when it was not given."""
        value = self.options.get(name)
        return None if value is None else str(value)

    def number(self, name: str, default: int) -> int:
        """Whole number of an option."""
        value = self.options.get(name, default)
        assert isinstance(value, int)
        return value


def count(text: str) -> int:
    """A whole number >= 1."""
    value = int(text)
    if value < 1:
        raise ValueError(text)
    return value


def language(text: str) -> str:
    """One of the languages spoken here."""
    if text not in LANGUAGES:
        raise ValueError(text)
    return text


def depth(text: str) -> str:
    """How far causes are looked for."""
    if text not in ("no", "single", "full"):
        raise ValueError(text)
    return text


WORKERS = Option("workers", "N", count)
TRACE = Option("trace")
WHY = Option("why", "no|single|full", depth)
COMMON = (
    Option("lang", "fr|en", language),
    Option("out", "DIR"),
    Option("config-dir", "DIR"),
    Option("quiet"),
    Option("help"),
)


def nearest(given: str, names: Sequence[str]) -> str:
    """The name closest to what was given, "" when none is close."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(given, names, n=1)), "")


def is_key(token: str) -> bool:
    """Whether a token is an override of the configuration, in Hydra's grammar."""
    return not token.startswith("-") and ("=" in token or token.startswith(("~", "+")))


def read(command: Command, tokens: Sequence[str], lang: str) -> Request:
    """Sort the tokens that follow the name of the command; mistakes go to `mistakes`."""
    request = Request(command, lang)
    known = {f"--{option.name}": option for option in (*command.options, *COMMON)}
    rest = list(tokens)
    while rest:
        token = rest.pop(0)
        if token == "-h":
            request.options["help"] = True
        elif token.startswith("-"):
            _read_option(request, token, known, rest)
        elif is_key(token):
            request.keys.append(token)
        else:
            request.words.append(token)
    _check_words(request)
    return request


def _read_option(request: Request, token: str, known: dict[str, Option], rest: list[str]) -> None:
    name, equals, value = token.partition("=")
    option = known.get(name)
    if option is None:
        request.mistakes.append(Mistake("option", name, ", ".join(known), nearest(name, list(known))))
    elif option.value is None:
        if equals:
            request.mistakes.append(Mistake("flag", token, name))
        request.options[option.name] = True
    elif not equals and (not rest or rest[0].startswith("--")):
        request.mistakes.append(Mistake("no_value", name, f"{name} {option.value}"))
    else:
        text = value if equals else rest.pop(0)
        try:
            request.options[option.name] = option.read(text)
        except ValueError:
            request.mistakes.append(Mistake(f"value.{option.name}", f"{name} {text}"))


def _check_words(request: Request) -> None:
    command, words = request.command, request.words
    fewest, most = command.words
    if len(words) < fewest:
        request.mistakes.append(Mistake("too_few", " ".join(words), f"{fewest} {command.word}"))
    for extra in words[most:]:
        request.mistakes.append(Mistake("too_many", extra))
    for word in words[:most]:
        if command.choices and word not in command.choices:
            allowed = ", ".join(command.choices)
            request.mistakes.append(Mistake("choice", word, allowed, nearest(word, command.choices)))
    if not command.keys:
        request.mistakes.extend(Mistake("no_keys", key) for key in request.keys)

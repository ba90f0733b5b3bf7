"""Two ways to stop with a sentence rather than a traceback: bad input (exit code 2) and failed work (exit code 1)."""

from collections.abc import Callable, Iterable, Sequence

from experiments.grammar import Mistake, Request
from experiments.language import LANGUAGES, Words
from sim.core.errors import InputError, Problem
from sim.core.text import Text


class WorkFailed(Exception):
    """The input was good and the work could not be done: message `failed.<kind>` with its values."""

    def __init__(self, kind: str, **values: object) -> None:
        super().__init__(kind)
        self.kind, self.values = kind, values

    def render(self, lang: str) -> str:
        """The sentence, ready to print."""
        return Words(lang)(f"failed.{self.kind}", **self.values)


def both(key: str, **values: object) -> Text:
    """A message in the two languages."""
    return Text(*(Words(lang)(key, **values) for lang in LANGUAGES))


def refused(mistakes: Iterable[Mistake]) -> InputError:
    """The mistakes of a command line or of a folder, as one refusal."""
    return InputError(_problem(mistake) for mistake in mistakes)


def check_line(request: Request) -> None:
    """Refuse a line that holds mistakes, together with all that is wrong in its keys."""
    if not request.mistakes:
        return
    faults = list(refused(request.mistakes).problems)
    if request.command.keys:
        from experiments.configuration import compose

        keys = [key for key in request.keys if key.partition("=")[0] not in request.command.own_keys]
        faults += problems_of([lambda: compose(keys, request.text("config-dir"))])
    raise InputError(faults)


def problems_of(attempts: Sequence[Callable[[], object]]) -> list[Problem]:
    """What every attempt finds wrong, each problem once, in order."""
    found: dict[Problem, None] = {}
    for attempt in attempts:
        try:
            attempt()
        except InputError as error:
            found |= dict.fromkeys(error.problems)
    return list(found)


def _problem(mistake: Mistake) -> Problem:
    allowed = Text(mistake.allowed, mistake.allowed) if mistake.allowed else _declared(mistake.kind)
    return Problem(mistake.given, "", both(f"mistake.{mistake.kind}"), allowed, mistake.nearest or None)


def _declared(kind: str) -> Text | None:
    return both(f"allowed.{kind}") if f"allowed.{kind}" in Words(LANGUAGES[0]) else None

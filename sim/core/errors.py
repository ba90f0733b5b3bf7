"""What the product says when an input cannot be accepted: every fault at once, and how to mend each one."""

import json
import reprlib
from collections.abc import Iterable
from dataclasses import dataclass

from sim.core.text import Text

_LONGEST_VALUE = 80
_LARGEST_INT_BITS = 256
_HEADINGS = {
    "fr": ("Entrée refusée : 1 problème.", "Entrée refusée : {n} problèmes.", "Rien n'a été écrit."),
    "en": ("Input refused: 1 problem.", "Input refused: {n} problems.", "Nothing was written."),
}
_LABELS = {
    "fr": ("attendu : ", "nom le plus proche : ", " ({origin})", "  {i}. "),
    "en": ("expected: ", "nearest name: ", " ({origin})", "  {i}. "),
}


def shown(value: object) -> str:
    """`value` as one short printable line, in the notation of a configuration file."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and value.bit_length() > _LARGEST_INT_BITS:
        return f"<{value.bit_length()} bits>"
    if isinstance(value, str):
        return _short(json.dumps(value[: 2 * _LONGEST_VALUE], ensure_ascii=False))
    limits = reprlib.Repr()
    limits.maxlist = limits.maxdict = limits.maxtuple = 4
    return _short(limits.repr(value))


def _short(text: str) -> str:
    printable = "".join(c if c.isprintable() else "?" for c in text)
    return printable if len(printable) <= _LONGEST_VALUE else printable[: _LONGEST_VALUE - 3] + "..."


@dataclass(frozen=True)
class Problem:
    """One fault in an input: where, what was given, why it is refused, what is allowed."""

    key: str
    value: str
    reason: Text
    allowed: Text | None = None
    nearest: str | None = None
    origin: Text | None = None

    def render(self, lang: str = "fr") -> str:
        """Two or three lines: key, value and origin; then the reason, what is allowed, the nearest name."""
        allowed_label, nearest_label, origin_form, _ = _LABELS["en" if lang == "en" else "fr"]
        head = _short(self.key) + (f" = {self.value}" if self.value else "")
        if self.origin is not None:
            head += origin_form.format(origin=self.origin.of(lang))
        parts = [self.reason.of(lang)]
        if self.allowed is not None:
            parts.append(allowed_label + self.allowed.of(lang))
        if self.nearest is not None:
            parts.append(nearest_label + self.nearest)
        return head + "\n     " + ("; " if lang == "en" else " ; ").join(parts)


class InputError(ValueError):
    """A refused input. Carries all the problems that were found, never only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(self.problems)

    def render(self, lang: str = "fr") -> str:
        """The whole message, ready to print, without a traceback."""
        known = "en" if lang == "en" else "fr"
        one, many, end = _HEADINGS[known]
        item = _LABELS[known][3]
        lines = [one if len(self.problems) == 1 else many.format(n=len(self.problems))]
        lines += [item.format(i=i) + problem.render(lang) for i, problem in enumerate(self.problems, 1)]
        return "\n".join([*lines, end])

    def __str__(self) -> str:
        return self.render()


def refuse(key: str, value: object, fr: str, en: str, **details: object) -> InputError:
    """An `InputError` with a single problem; `details` are further fields of `Problem`."""
    return InputError([Problem(key, shown(value), Text(fr, en), **details)])  # type: ignore[arg-type]

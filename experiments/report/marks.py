"""A text in which every number says where it comes from: file, row, column.

A marked number stands between two characters of the private area of Unicode, with its origin; a text without marks is
plain. So sentences are put together with `format`, as everywhere, and a page can still trace each of their numbers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPEN, _MIDDLE, _END = "\ue000", "\ue001", "\ue002"
_MARKED = re.compile(f"{_OPEN}([^{_MIDDLE}]*){_MIDDLE}([^{_END}]*){_END}")


@dataclass(frozen=True)
class Origin:
    """Where a number stands."""

    file: str
    row: str
    column: str

    @property
    def text(self) -> str:
        """As a mark holds it."""
        return "|".join((self.file, self.row, self.column))


@dataclass(frozen=True)
class Span:
    """A piece of text, with its origin where it is a number."""

    text: str
    origin: Origin | None = None


def marked(text: str, origin: Origin) -> str:
    """The text of a number, marked."""
    return f"{_OPEN}{origin.text}{_MIDDLE}{text}{_END}"


def spans(text: str) -> Iterator[Span]:
    """The pieces of a text, in order."""
    at = 0
    for found in _MARKED.finditer(text):
        if found.start() > at:
            yield Span(text[at : found.start()])
        file, row, column = found[1].split("|")
        yield Span(found[2], Origin(file, row, column))
        at = found.end()
    if at < len(text):
        yield Span(text[at:])


def plain(text: str) -> str:
    """The text alone."""
    return "".join(span.text for span in spans(text))

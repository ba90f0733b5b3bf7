"""What was found while reading what a lab gave: faults, which stop; and what was filled or left out, which is said."""

from collections.abc import Sequence

from experiments.authority.places import Place
from experiments.language import LANGUAGES, Words, calendar_month, number
from experiments.refusal import both
from sim.core.errors import InputError, Problem, shown
from sim.core.text import Text

MOST_FAULTS = 100


class Findings:
    """Faults and remarks, in the order in which they are met."""

    def __init__(self) -> None:
        self.faults: list[Problem] = []
        self.said: list[Text] = []

    def fault(
        self, place: Place, value: object, kind: str, *, allowed: str = "", near: str = "", **words: object
    ) -> None:
        """Something that cannot be read: messages `authority.fault.<kind>` and `authority.allowed.<allowed>`."""
        self.faults.append(
            Problem(
                place.key,
                "" if value is None else shown(value),
                counted(f"authority.fault.{kind}", **words),
                both(f"authority.allowed.{allowed}") if allowed else None,
                near or None,
                place.text,
            )
        )

    def remark(self, kind: str, **words: object) -> None:
        """Something that was filled, rounded or left out: message `authority.said.<kind>`."""
        text = counted(f"authority.said.{kind}", **words)
        if text not in self.said:
            self.said.append(text)

    def settle(self, more: Sequence[Problem] = ()) -> None:
        """Refuse everything at once where there is a fault; of very many, the first, and how many there are."""
        found = [*self.faults, *more]
        if len(found) > MOST_FAULTS:
            rest = len(found) - MOST_FAULTS
            found[MOST_FAULTS:] = [Problem("...", "", both("authority.fault.more", n=rest))]
        if found:
            raise InputError(found)


def counted(key: str, **words: object) -> Text:
    """A message in both languages, numbers written as each writes them; a number of a line stays plain."""
    said = []
    for lang in LANGUAGES:
        numbers = {
            name: number(value, lang, 3)
            for name, value in words.items()
            if isinstance(value, int | float) and not isinstance(value, bool) and name != "line"
        }
        said.append(Words(lang)(key, **words | numbers))
    return Text(*said)


def dated(key: str, month: str) -> Text:
    """A message with a {month} of the calendar, given as 2032-03, in both languages."""
    year, rank = (int(part) for part in month.split("-"))
    return Text(*(Words(lang)(key, month=calendar_month(year, rank, lang)) for lang in LANGUAGES))


def lines_said(lines: Sequence[int]) -> str:
    """A few line numbers, and how many more there are."""
    first = ", ".join(str(line) for line in lines[:8])
    return f"{first}..." if len(lines) > 8 else first

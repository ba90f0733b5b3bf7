"""The ten questions that describe an authority, and the key of the configuration that each answer stands for.

The scales are those with which the cases of the study were coded (docs/coding-sheet.md): five sentences worth 0.1, 0.3,
0.5, 0.7 and 0.9. They say what a situation allows, never the worth of anybody.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from experiments.authority.findings import Findings
from experiments.authority.places import Place
from experiments.authority.values import Unreadable, Value, is_missing, month_of, number_of, plain, text_of, whole
from experiments.refusal import both
from sim.config import parameter_of
from sim.core.text import Text

Kind = Literal["name", "type", "count", "scale", "month"]
STEPS = 5
TYPES = ("commune", "epci", "departement", "region")


@dataclass(frozen=True)
class Question:
    """One question; its words are the messages `question.<name>`, those of its scale `question.<name>.<1..5>`."""

    name: str
    """As `archipel authority new name=answer` calls it."""
    kind: Kind
    key: str
    """Key of the configuration."""
    numbered: bool = True
    """One of the ten; the others are the name and the first month."""

    @property
    def text(self) -> Text:
        """The question."""
        return both(f"question.{self.name}")

    @property
    def anchors(self) -> tuple[Text, ...]:
        """Sentences of its scale, from the lowest; of a type, its choices."""
        if self.kind == "type":
            return tuple(both(f"question.type.{name}") for name in TYPES)
        steps = range(1, STEPS + 1) if self.kind == "scale" else ()
        return tuple(both(f"question.{self.name}.{step}") for step in steps)


QUESTIONS = (
    Question("name", "name", "authority.name", numbered=False),
    Question("start", "month", "calendar.start", numbered=False),
    Question("type", "type", "authority.type"),
    Question("inhabitants", "count", "authority.inhabitants"),
    Question("agents", "count", "authority.field_agents"),
    Question("levels", "count", "hierarchy.depth"),
    Question("sponsorship", "scale", "sponsorship.level"),
    Question("presence", "scale", "sponsorship.involvement"),
    Question("dgs", "scale", "sponsorship.administration"),
    Question("managers", "scale", "management.stance"),
    Question("links", "scale", "hierarchy.transversality"),
    Question("election", "month", "calendar.next_election"),
)
BY_NAME = {question.name: question for question in QUESTIONS}
NUMBERED = tuple(question for question in QUESTIONS if question.numbered)

Answer = str | int | float


@dataclass(frozen=True)
class Answers:
    """What was answered, as values of keys by name of question, and where each stands."""

    values: Mapping[str, Answer]
    places: Mapping[str, Place]

    def get(self, name: str) -> Answer | None:
        """The value of an answer; None where the question was left open."""
        return self.values.get(name)


def read_answer(question: Question, given: Value, place: Place, findings: Findings) -> Answer | None:
    """The value that an answer stands for; None where nothing is said, or where it is a fault."""
    if is_missing(given):
        return None
    try:
        return _READ[question.kind](question, given)
    except Unreadable as error:
        findings.fault(
            place,
            getattr(given, "text", given) if not isinstance(given, str) else given,
            error.kind,
            allowed=error.kind if error.kind in ("scale", "type", "month", "number") else "",
        )
    except _OutOfRange as error:
        findings.fault(place, given, "range", low=error.low, high=error.high)
    return None


class _OutOfRange(ValueError):
    """A number that the key does not take."""

    def __init__(self, low: float, high: float) -> None:
        super().__init__(low, high)
        self.low, self.high = low, high


def _name(question: Question, given: Value) -> str:
    return text_of(given)


def _type(question: Question, given: Value) -> str:
    """A type by its name or its rank, or the first words of what it is called."""
    said = plain(text_of(given))
    for rank, (name, text) in enumerate(zip(TYPES, question.anchors, strict=True), start=1):
        if said and said in (name, str(rank), plain(text.fr), plain(text.en), plain(text.fr).split()[0]):
            return name
    for name, words in _TYPE_WORDS.items():
        if any(word in said for word in words):
            return name
    raise Unreadable("type")


_TYPE_WORDS = {
    "epci": ("communaute", "metropole", "intercommun", "agglomeration", "epci"),
    "departement": ("departement", "department"),
    "region": ("region",),
    "commune": ("commune", "ville", "mairie", "town", "city", "municipality"),
}


def _count(question: Question, given: Value) -> int:
    """A whole number within what the key takes; the levels are counted without the DGS, the depth with him or her."""
    found = number_of(given)
    if found is None or found[1]:
        raise Unreadable("number")
    number = whole(found[0]) + (question.name == "levels")
    declared = parameter_of(question.key)
    assert declared is not None and declared.valid is not None
    low, high = declared.valid
    if not low <= number <= high:
        less = question.name == "levels"
        raise _OutOfRange(low - less, high - less)
    return number


def _scale(question: Question, given: Value) -> float:
    """A step of the scale, from 1 to 5, by its number (3, 3,5) or by its sentence, as a value from 0.1 to 0.9."""
    if isinstance(given, str):
        said = plain(given)
        for step, text in enumerate(question.anchors, start=1):
            if said in (plain(text.fr), plain(text.en), plain(f"{step} {text.fr}"), plain(f"{step} {text.en}")):
                return value_of_step(step)
    try:
        found = number_of(given)
    except Unreadable as error:
        raise Unreadable("scale" if error.kind == "number" else error.kind) from error
    if found is None or found[1] or not 1 <= found[0] <= STEPS:
        raise Unreadable("scale")
    return value_of_step(found[0])


def value_of_step(step: float) -> float:
    """The value of a step of a scale, 0.1 for 1 to 0.9 for 5; steps in between are allowed."""
    return round(0.2 * step - 0.1, 4)


def _month(question: Question, given: Value) -> str:
    found = month_of(given)
    if found is None:
        raise Unreadable("month")
    return f"{found[0]}-{found[1]:02}"


_READ: dict[Kind, Callable[[Question, Value], Answer]] = {
    "name": _name, "type": _type, "count": _count, "scale": _scale, "month": _month,
}  # fmt: skip

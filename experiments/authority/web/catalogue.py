"""What the page « Mon organisation » is told: its words, the ten questions with their scales, the plans it may tick."""

from typing import Any

from experiments.authority.questions import NUMBERED, QUESTIONS, TYPES, Question
from experiments.language import LANGUAGES
from experiments.language import catalogue as messages
from experiments.listing import titled
from experiments.plans.plan_file import GROUP
from experiments.refusal import both
from experiments.report.typography import typeset
from sim.core.text import Text

PREFIX = "own."
Pair = dict[str, str]


def pair(text: Text) -> Pair:
    """A text by language, as it is printed."""
    return {lang: typeset(words, lang) for lang, words in zip(LANGUAGES, text, strict=True)}


def catalogue() -> dict[str, Any]:
    """Everything that does not depend on what is described."""
    return {
        "words": {lang: _words(lang) for lang in LANGUAGES},
        "questions": [_question(question) for question in QUESTIONS],
        "types": [{"name": name, "text": pair(both(f"question.type.{name}"))} for name in TYPES],
        "plans": _plans(),
    }


def _words(lang: str) -> dict[str, str]:
    """Messages of the page as they are written: it fills in their values."""
    return {key.removeprefix(PREFIX): forms[0] for key, forms in messages(lang).items() if key.startswith(PREFIX)}


def _question(question: Question) -> dict[str, Any]:
    return {
        "name": question.name,
        "kind": question.kind,
        "number": NUMBERED.index(question) + 1 if question.numbered else None,
        "text": pair(question.text),
        "anchors": [pair(anchor) for anchor in question.anchors],
    }


def _plans() -> list[dict[str, Any]]:
    """The plans of the product, with what they do in a sentence."""
    entries = {lang: titled(GROUP, lang) for lang in LANGUAGES}
    return [
        {"name": each[0].name, "title": pair(Text(*(entry.text for entry in each)))}
        for each in zip(*entries.values(), strict=True)
    ]

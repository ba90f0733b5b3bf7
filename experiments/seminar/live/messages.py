"""What a page may say over its websocket, and how it is answered; whatever else comes gets an error, nothing else."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from experiments.seminar.cases import Case
from experiments.seminar.coding import compact
from experiments.seminar.question import Question, read_question
from experiments.seminar.words import Pair, french, said
from sim.core.errors import InputError

LARGEST_BYTES = 65_536
SLOTS = ("A", "B")
_LARGEST_RUN = 2**53
"""Whole numbers that JavaScript counts without a gap."""


class World(NamedTuple):
    """A page asks for the world of a question."""

    run: int
    slot: str
    question: Question


class Cancel(NamedTuple):
    """A page no longer wants what it asked for in a slot."""

    slot: str


class Refused(ValueError):
    """A message that is not one of those above; `told` says why in both languages."""

    def __init__(self, told: Pair, run: int | None = None) -> None:
        super().__init__(told["en"])
        self.told, self.run = told, run


def read_message(text: str | bytes | None, cases: Mapping[str, Case]) -> World | Cancel:
    """A message as the page meant it; `Refused` where it means nothing here."""
    content = _parsed(text)
    slot, run = content.get("slot"), _run(content.get("run"))
    if slot not in SLOTS:
        raise Refused(said("refused.slot"), run)
    if content.get("type") == "cancel":
        return Cancel(slot)
    if content.get("type") != "world":
        raise Refused(said("refused.type"), run)
    if run is None:
        raise Refused(said("refused.run"))
    try:
        return World(run, slot, read_question(content, cases))
    except InputError as error:
        raise Refused(problems(error), run) from None


def problems(error: InputError) -> Pair:
    """All that is wrong in a question, one line each."""
    fr, en = ("\n".join(problem.render(lang) for problem in error.problems) for lang in ("fr", "en"))
    return {"fr": french(fr), "en": en}


def answer(kind: str, content: Mapping[str, Any]) -> str:
    """An answer as it is sent."""
    return compact({"type": kind, **content})


def error(told: Pair, run: int | None, slot: str | None = None) -> str:
    """The answer to what cannot be done."""
    return answer("error", {"run": run, "slot": slot, **told})


def _run(value: object) -> int | None:
    """A run number, None where it is none."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value <= _LARGEST_RUN else None


def _parsed(text: str | bytes | None) -> dict[str, Any]:
    if not isinstance(text, str) or len(text) > LARGEST_BYTES:
        raise Refused(said("refused.form"))
    try:
        content = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise Refused(said("refused.form")) from None
    if not isinstance(content, dict):
        raise Refused(said("refused.form"))
    return content


def _no_constant(name: str) -> float:
    raise ValueError(name)

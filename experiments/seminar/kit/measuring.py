"""The hundred simulations of every world of the situations, kept beside this file: what the sheets print.

They are those of the pack and of `archipel compare`: simulation r has the luck, the parameters and the structure of
replicate r. Printing computes none of them; tests count them again.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from experiments.durable import keep
from experiments.seminar.cases import SIMULATIONS
from experiments.seminar.kit.situation import Situation, cases, situations
from experiments.seminar.question import Question, plan_for
from experiments.seminar.shares import BAND, LETTERS, Simulated, simulated

MEASURED = Path(__file__).with_name("measured.json")
DIGITS = 4
"""Decimals of a share of field agents: what a curve on paper can show."""


class Measured(NamedTuple):
    """What a world gave."""

    letters: str
    """The verdict of each simulation."""
    band: tuple[tuple[float, ...], ...]
    """Share of field agents who practise, by month: low, middle, high of the simulations."""


def label(question: Question) -> str:
    """The name of a world in the file: case, levers that moved, events."""
    levers = (f"{key}={value:g}" for key, value in question.levers)
    events = (f"{event.id}@{event.month}" for event in question.events)
    return " ".join((question.case, *levers, *events))


def lived(question: Question, replicates: Iterable[int]) -> list[Simulated]:
    """Some simulations of a world, in order."""
    return simulated(plan_for(cases()[question.case], question), list(replicates))


def letters(found: Iterable[Simulated]) -> str:
    """The verdicts of simulations, one letter each."""
    return "".join(LETTERS[each.row["verdict"]] for each in found)


def questions() -> list[Question]:
    """The worlds of all situations, each once."""
    return list(dict.fromkeys(asked for each in situations().values() for asked in each.questions()))


def measure() -> None:
    """Compute every world again, and write the file."""
    worlds = {}
    for question in questions():
        found = lived(question, range(SIMULATIONS))
        band = np.percentile([each.practice for each in found], BAND, axis=0)
        worlds[label(question)] = {"letters": letters(found), "band": [_rounded(line) for line in band]}
    keep(MEASURED, _readable(worlds))


def _rounded(line: Iterable[float]) -> list[float]:
    return [round(float(value), DIGITS) for value in line]


def _readable(worlds: Mapping[str, object]) -> str:
    """JSON with one line for the letters and one for each line of the band, so that a change can be read."""
    return json.dumps(worlds, separators=(",", ":")).replace(",[", ",\n[").replace('},"', '},\n\n"') + "\n"


@cache
def measured() -> dict[str, Measured]:
    """What the file holds, by the name of each world."""
    content = json.loads(MEASURED.read_text(encoding="utf-8"))
    return {
        name: Measured(world["letters"], tuple(tuple(line) for line in world["band"]))
        for name, world in content.items()
    }


def worlds_of(situation: Situation) -> tuple[Measured, Measured]:
    """The two worlds of a situation."""
    before, after = situation.questions()
    return measured()[label(before)], measured()[label(after)]

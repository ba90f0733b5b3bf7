"""What the figures of a study are drawn from, and how they name and mark things."""

from dataclasses import dataclass, field

import pandas as pd

from experiments.analysis.findings import Findings
from experiments.analysis.material import Material
from experiments.analysis.tracing import Cascade
from experiments.figures.style import INK, PRACTICE, QUIET, SECOND
from experiments.language import Words, number

SERIES = (
    (PRACTICE, "-", "o"),
    (SECOND, (0, (6, 1.5)), "s"),
    (INK, (0, (1.5, 1.2)), "^"),
    ("#ffa90e", (0, (4, 1.5, 1, 1.5)), "D"),
    ("#832db6", (0, (8, 2, 1, 2, 1, 2)), "v"),
    (QUIET, "-", "P"),
)
"""Colour (petroff10), line and mark of each value of a lever: three signs, so that grey print tells them apart."""


def limited(note: str, shown: int, whole: int, say: Words) -> str:
    """A note that also says how much of the whole is shown, where that is not all."""
    if shown >= whole:
        return note
    return f"{note} {say('figure.limit', shown=number(shown, say.lang), whole=number(whole, say.lang))}"


@dataclass(frozen=True)
class StudyFrames:
    """A study and what it says."""

    material: Material
    findings: Findings
    monthly: pd.DataFrame = field(default_factory=pd.DataFrame)
    """One row a run and month; empty where the study keeps no months."""
    islets: pd.DataFrame = field(default_factory=pd.DataFrame)
    """What is missing in islets."""
    cascade: Cascade | None = None

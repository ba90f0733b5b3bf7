"""Which round comes next, from what the rounds before have given; None where the study is at its end."""

from collections.abc import Sequence
from pathlib import Path

from experiments.study.first import first_round
from experiments.study.plan import StudyPlan
from experiments.study.rounds import Round


def next_round(plan: StudyPlan, folder: Path, rounds: Sequence[Round], keys: Sequence[str]) -> Round | None:
    """The next round of a study whose rounds so far are all computed."""
    return first_round(plan) if not rounds else None

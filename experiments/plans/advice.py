"""Which plan the worlds speak for, and how surely: a rule, so that nobody chooses after seeing the figures.

Of the plans that reach the goal in at least 8 worlds out of 10, the one that costs least (euros; days where euros are
equal). Where none does, the one that reaches it most often is named as the nearest, not as a choice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from experiments.plans.goal import WORLDS_OUT_OF_TEN, Goal
from experiments.plans.plan_file import NOTHING
from experiments.statistics import Estimate, wilson
from experiments.uncertainty import VARIANT

Readings = Mapping[str, pd.DataFrame]
LINE = WORLDS_OUT_OF_TEN / 10


class Confidence(StrEnum):
    """The word of confidence that stands with the sentence."""

    SURE = "sure"
    RATHER = "rather"
    UNSURE = "unsure"


class Answer(StrEnum):
    """What the sentence says."""

    REACHES = "reaches"
    """A plan reaches the goal in 8 worlds out of 10 or more."""
    NEAREST = "nearest"
    """None does; one comes nearest."""
    NONE = "none"
    """None reaches it in any world."""
    ANYWAY = "anyway"
    """Doing nothing reaches it too."""


@dataclass(frozen=True)
class Advice:
    """The answer, the plan it names, how surely, and who else reaches the goal."""

    answer: Answer
    plan: str
    share: Estimate
    """Worlds in which that plan reaches the goal."""
    confidence: Confidence
    reaching: tuple[str, ...]
    """Plans that reach the goal in 8 worlds out of 10, the cheapest first."""
    structures_agree: bool
    """Whether each structure of the model, alone, puts that plan on the same side of the line."""

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {
            "answer": self.answer.value, "plan": self.plan, "share": self.share.as_dict(),
            "confidence": self.confidence.value, "reaching": list(self.reaching),
            "structures_agree": self.structures_agree,
        }  # fmt: skip


def advice(readings: Readings, goal: Goal) -> Advice:
    """The advice on these plans; `readings` holds doing nothing first."""
    shares = {name: _share(frame, goal) for name, frame in readings.items()}
    plans = [name for name in readings if name != NOTHING]
    reaching = sorted((name for name in plans if shares[name].value >= LINE), key=lambda name: _cost(readings[name]))
    if shares[NOTHING].value >= LINE:
        answer, plan = Answer.ANYWAY, NOTHING
    elif reaching:
        answer, plan = Answer.REACHES, reaching[0]
    else:
        plan = max(plans, key=lambda name: (shares[name].value, readings[name]["lasting"].mean()))
        answer = Answer.NEAREST if shares[plan].value > 0 else Answer.NONE
    agree = _structures_agree(readings[plan], goal)
    return Advice(answer, plan, shares[plan], _confidence(shares[plan], agree), tuple(reaching), agree)


def _share(frame: pd.DataFrame, goal: Goal) -> Estimate:
    reached = goal.reached(frame)
    return wilson(int(reached.sum()), len(reached))


def _cost(frame: pd.DataFrame) -> tuple[float, float]:
    return float(frame["euros"].mean()), float(frame["days"].mean())


def _structures_agree(frame: pd.DataFrame, goal: Goal) -> bool:
    if VARIANT not in frame:
        return True
    sides = pd.Series(goal.reached(frame), frame.index).groupby(frame[VARIANT], sort=True).mean() >= LINE
    return sides.nunique() == 1


def _confidence(share: Estimate, agree: bool) -> Confidence:
    """Sure where the whole interval is on one side of the line and every structure too; unsure where neither is so."""
    clear = share.low >= LINE or share.high < LINE
    if clear and agree:
        return Confidence.SURE
    return Confidence.RATHER if clear or agree else Confidence.UNSURE

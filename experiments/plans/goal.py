"""A goal stated by the user: an outcome and a line that it must reach, read in each plausible world.

    goal=120                   at least 120 lasting practitioners more than by doing nothing
    goal=lasting>=120          the same
    goal=services>=6           six services reached; also practitioners, euros, days, elu_hours
    goal=diffusion             the verdict; or an outcome: goal=breadth>=0.5, goal=cynicism_involved<=0.02

A plan is judged by the share of worlds in which it reaches the goal.
"""

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.study.faults import Faults
from sim.config import Config, resolved
from sim.core.text import Text
from sim.outcomes.catalogue import catalogue
from sim.outcomes.verdict import DIFFUSION, ISLETS

WORLDS_OUT_OF_TEN = 8
"""A plan reaches a goal when it does so in at least so many plausible worlds out of ten."""
USUAL_SHARE = 0.05
"""Without a goal: so many lasting practitioners more, as a share of field agents (assumption)."""
LASTING = "lasting"
READINGS = (LASTING, "practitioners", "services", "euros", "days", "elu_hours")
"""Names of goals beside those of outcomes: columns of the readings."""
VERDICTS = (DIFFUSION, ISLETS)
_FORM = re.compile(r"([a-z_]+)\s*(>=|<=)\s*([0-9]+(?:\.[0-9]+)?)")


@dataclass(frozen=True)
class Goal:
    """A line on one measure; a verdict is the measure `verdict` with its name."""

    measure: str
    line: float = 0.0
    at_least: bool = True
    verdict: str = ""
    stated: bool = True
    """Whether the user stated it; False where it is the usual one."""

    @property
    def text(self) -> str:
        """As the command line spells it."""
        return self.verdict or f"{self.measure}{'>=' if self.at_least else '<='}{self.line:g}"

    def reached(self, readings: pd.DataFrame) -> NDArray[np.bool_]:
        """In which worlds it is reached [rows of the readings]; never where the measure is undefined."""
        if self.verdict:
            return (readings["kind"] == self.verdict).to_numpy(bool)
        values = readings[self.measure].to_numpy(float)
        return values >= self.line if self.at_least else values <= self.line


def usual_goal(base: Config) -> Goal:
    """One field agent in twenty more than by doing nothing, rounded to a figure that can be remembered."""
    agents = resolved(base).authority.field_agents
    assert agents is not None
    wanted = USUAL_SHARE * agents
    step = 10 if wanted >= 50 else 5 if wanted >= 20 else 1
    return Goal(LASTING, float(max(1, round(wanted / step) * step)), stated=False)


def read_goal(text: str) -> Goal:
    """The goal of a command line; an `InputError` where it is none."""
    said = text.strip().strip("'\"")
    if said in VERDICTS:
        return Goal("verdict", verdict=said)
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", said):
        said = f"{LASTING}>={said}"
    found, names = _FORM.fullmatch(said), [*READINGS, *(spec.name for spec in catalogue())]
    faults = Faults(Text("ligne de commande", "command line"))
    if found is None:
        faults.add("goal", text, "ce n'est pas un but", "this is not a goal",
                   "120, services>=6, breadth>=0.5, diffusion")  # fmt: skip
    elif found[1] not in names:
        faults.unknown("goal", found[1], names, "mesure inconnue", "unknown measure")
    faults.settle()
    assert found is not None
    return Goal(found[1], float(found[3]), found[2] == ">=")

"""Small things that the tests of plans are made from: a plan file, a base, a comparison that takes a second."""

from pathlib import Path

from experiments.commands.plans import COMMAND
from experiments.configuration import compose
from experiments.grammar import read
from experiments.plans.comparing import plans
from experiments.plans.plan_file import PlanFile, read_plan_file
from sim.config import Config

SMALL = ("authority=commune_150", "authority.simulated_citizens=0", "verdict.epsilon=0.02")
HEAD = 'title_fr: "Un essai"\ntitle_en: "A try"\nsource: "hypothèse"\n'
POINTS = 24


def plan_file(folder: Path, body: str, name: str = "essai") -> Path:
    """A plan with its titles, and this body."""
    path = folder / f"{name}.yaml"
    path.write_text(HEAD + body, encoding="utf-8")
    return path


def read_body(folder: Path, body: str) -> PlanFile:
    return read_plan_file(plan_file(folder, body))


def base(*keys: str) -> Config:
    return compose([*SMALL, *keys])


def compared(folder: Path, *tokens: str, points: int = POINTS) -> Path:
    """A folder of plans on a small authority."""
    line = [*SMALL, "replicates=6", *tokens, "--workers", "1", "--quiet", "--out", str(folder)]
    request = read(COMMAND, line, "fr")
    assert not request.mistakes
    assert plans(request, points=points) == 0
    return folder

"""The folder of a study: where it is, whether it may be used, and the files that make its result."""

from functools import partial
from pathlib import Path

from experiments.durable import PARTIAL
from experiments.grammar import Mistake, Request
from experiments.refusal import refused
from experiments.store import DESIGN, DICTIONARY, MANIFEST, MONTHLY, README, RUNS, SUMMARY
from experiments.study.chunks import FAILED, PARTS
from experiments.study.plan import COMMAND, StudyPlan
from experiments.study.rounds import PLAN, read_plan
from experiments.target import place

LOGS = "logs"
RESULT = (DESIGN, RUNS, MONTHLY, SUMMARY, DICTIONARY, README)
CSV = ("design.csv", "runs.csv", "monthly.csv")
_OWN = {*RESULT, *CSV, MANIFEST, PARTS, FAILED, PLAN, LOGS, "figures", "analysis"}


def folder_of(request: Request, plan: StudyPlan) -> Path:
    """The folder of a study: --out, else outputs/study-<name>-<short hash>; refused where another result is."""
    return place(request, f"{COMMAND}-{plan.name}", plan.hash, partial(_objection, plan))


def opened(folder: Path) -> StudyPlan:
    """The plan of a folder that holds a study; refused where it holds none."""
    if not folder.is_dir():
        raise refused([Mistake("no_folder", str(folder))])
    plan = read_plan(folder)
    if plan is None:
        raise refused([Mistake("no_study", str(folder))])
    return plan


def _objection(plan: StudyPlan, folder: Path) -> str | None:
    """Why the folder cannot take this study, None when it can: it is free, or it holds the same one.

    What another driver is writing, or had begun to write when it was killed, is nothing foreign.
    """
    names = {path.name for path in folder.iterdir() if not path.name.endswith(PARTIAL)}
    if names - _OWN:
        return "out_foreign"
    held = read_plan(folder)  # None where it was damaged: it is written again
    if held is None:
        return "out_taken" if names and not (folder / PLAN).is_dir() else None
    return None if held.hash == plan.hash else "out_taken"

"""The folder of a study: where it is, whether it may be used, and the files that make its result."""

import os
import re
from pathlib import Path

from experiments.grammar import Mistake, Request
from experiments.refusal import refused
from experiments.store import DESIGN, DICTIONARY, MANIFEST, MONTHLY, README, RUNS, SUMMARY
from experiments.study.chunks import FAILED, PARTS
from experiments.study.plan import StudyPlan
from experiments.study.rounds import PLAN, read_plan
from experiments.target import OUTPUTS

LOGS = "logs"
RESULT = (DESIGN, RUNS, MONTHLY, SUMMARY, DICTIONARY, README)
CSV = ("design.csv", "runs.csv", "monthly.csv")
_OWN = {*RESULT, *CSV, MANIFEST, PARTS, FAILED, PLAN, LOGS, "figures", "analysis"}
_LONGEST_NAME = 60


def folder_of(request: Request, plan: StudyPlan) -> Path:
    """The folder of a study: --out, else outputs/study-<name>-<short hash>; refused where another result is."""
    name = re.sub(r"[^\w-]+", "_", plan.name)[:_LONGEST_NAME]
    folder = Path(request.text("out") or Path(OUTPUTS, f"study-{name}-{plan.hash[:8]}"))
    kind = _objection(folder, plan)
    if kind is not None:
        raise refused([Mistake(kind, f"--out {folder}")])
    return folder


def opened(folder: Path) -> StudyPlan:
    """The plan of a folder that holds a study; refused where it holds none."""
    if not folder.is_dir():
        raise refused([Mistake("no_folder", str(folder))])
    plan = read_plan(folder)
    if plan is None:
        raise refused([Mistake("no_study", str(folder))])
    return plan


def _objection(folder: Path, plan: StudyPlan) -> str | None:
    existing = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    if not existing.is_dir():
        return "out_file"
    if not os.access(existing, os.W_OK | os.X_OK):
        return "out_denied"
    if not folder.exists() or not any(folder.iterdir()):
        return None
    if {path.name for path in folder.iterdir()} - _OWN:
        return "out_foreign"
    if not (folder / PLAN).is_dir():
        return "out_taken"
    held = read_plan(folder)  # None where it was damaged: it is written again
    return None if held is None or held.hash == plan.hash else "out_taken"

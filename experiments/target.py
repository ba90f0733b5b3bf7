"""Where a result goes, and whether it may go there: asked before an hour of computing, not after."""

import os
import re
from pathlib import Path

from experiments import manifest
from experiments.grammar import Mistake, Request
from experiments.plan import Plan
from experiments.refusal import refused
from experiments.store import MANIFEST, OWN_NAMES
from sim.core.errors import InputError

OUTPUTS = "outputs"
_LONGEST_NAME = 60


def target_of(request: Request, plan: Plan) -> Path:
    """The folder of a result: --out, else outputs/<command>-<name>-<short hash>; refused where it may not be."""
    name = re.sub(r"[^\w-]+", "_", plan.name)[:_LONGEST_NAME]
    folder = Path(request.text("out") or Path(OUTPUTS, f"{plan.command}-{name}-{plan.hash[:8]}"))
    kind = _objection(folder, plan)
    if kind is not None:
        raise refused([Mistake(kind, f"--out {folder}")])
    return folder


def _objection(folder: Path, plan: Plan) -> str | None:
    """Why the folder cannot take this result, None when it can: it is free, or it holds the same one."""
    existing = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    if not existing.is_dir():
        return "out_file"
    if not os.access(existing, os.W_OK | os.X_OK):
        return "out_denied"
    if not folder.exists():
        return None
    if (folder / MANIFEST).exists():
        return None if _holds(folder, plan) else "out_taken"
    return None if {path.name for path in folder.iterdir()} <= OWN_NAMES else "out_foreign"


def _holds(folder: Path, plan: Plan) -> bool:
    try:
        return manifest.read(folder).get("plan_hash") == plan.hash
    except InputError:
        return False

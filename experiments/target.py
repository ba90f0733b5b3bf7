"""Where a result goes, and whether it may go there: asked before an hour of computing, not after."""

import os
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from experiments import manifest
from experiments.grammar import Mistake, Request
from experiments.plan import Plan
from experiments.refusal import refused
from experiments.store import MANIFEST, OWN_NAMES
from sim.core.errors import InputError

OUTPUTS = "outputs"
_LONGEST_NAME = 70


def target_of(request: Request, plan: Plan) -> Path:
    """The folder of a result; refused where it may not be."""
    return place(request, f"{plan.command}-{plan.name}", plan.hash, partial(_objection, plan))


def place(request: Request, name: str, digest: str, objection: Callable[[Path], str | None]) -> Path:
    """--out, else outputs/<name>-<short hash>; refused where nothing can be written, or by `objection` to a folder.

    `objection` says of a folder that exists which mistake it would be to use it, None where it may be used.
    """
    short = re.sub(r"[^\w-]+", "_", name)[:_LONGEST_NAME]
    folder = Path(request.text("out") or Path(OUTPUTS, f"{short}-{digest[:8]}"))
    kind = _unwritable(folder) or (objection(folder) if folder.exists() else None)
    if kind is not None:
        raise refused([Mistake(kind, f"--out {folder}")])
    return folder


def _unwritable(folder: Path) -> str | None:
    existing = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    if not existing.is_dir():
        return "out_file"
    if not os.access(existing, os.W_OK | os.X_OK):
        return "out_denied"
    return None


def _objection(plan: Plan, folder: Path) -> str | None:
    """Why the folder cannot take this result, None when it can: it is free, or it holds the same one."""
    if (folder / MANIFEST).exists():
        return None if _holds(folder, plan) else "out_taken"
    return None if {path.name for path in folder.iterdir()} <= OWN_NAMES else "out_foreign"


def _holds(folder: Path, plan: Plan) -> bool:
    try:
        return manifest.read(folder).get("plan_hash") == plan.hash
    except InputError:
        return False

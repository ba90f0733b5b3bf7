"""`pack`: the seminar in one file, computed ahead."""

import sys
import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from experiments.durable import keep
from experiments.executors.joblib import cores
from experiments.grammar import Mistake, Request
from experiments.language import Words, number
from experiments.page import Page
from experiments.progress import tracked
from experiments.refusal import refused
from experiments.seminar.pack.checking import check
from experiments.seminar.pack.making import LARGEST_MB, Pack, make_pack
from experiments.seminar.pack.positions import small_grid, whole_grid
from experiments.target import OUTPUTS

DONE, FAILED = 0, 1
FILE, PARTS = "archipel-seminaire.html", "parts"
_OWN = {FILE, PARTS}
_MEGA, _KILO = 1e6, 1e3
_NAMED = 5
"""Faults that are named where there are many."""


def pack(request: Request) -> int:
    """Compute what is missing, read it again, write the file, say what it weighs; 1 where it is faulty or too heavy."""
    started, say, quick = time.time(), Words(request.lang), request.flag("quick")
    folder = _folder(request, "pack-quick" if quick else "pack")
    grid = small_grid() if quick else whole_grid()
    made = make_pack(
        grid,
        folder / PARTS,
        request.lang,
        request.number("workers", cores()),
        partial(_shown, say=say, quiet=request.flag("quiet")),
    )
    page = Page(quiet=request.flag("quiet"))
    checked = check(made.html, grid)
    if checked.faults:
        named = ", ".join(checked.faults[:_NAMED])
        print(say("pack.faulty", n=len(checked.faults), names=named), file=sys.stderr)
        return FAILED
    keep(folder / FILE, made.html)
    heavy = _tell(page, made, folder / FILE, say)
    page.note(say("pack.checked", positions=checked.positions, afresh=checked.afresh))
    page.note(say("time", seconds=number(time.time() - started, say.lang), workers=request.number("workers", cores())))
    if request.flag("quiet"):
        print(folder / FILE)
    return FAILED if heavy else DONE


def _shown(items: Iterable[object], total: int, stage: str, *, say: Words, quiet: bool) -> Iterable[object]:
    return tracked(items, total, say(f"pack.progress.{stage}"), quiet=quiet)


def _tell(page: Page, made: Pack, path: Path, say: Words) -> bool:
    """Say what was made; True where the file is too heavy."""
    weight = path.stat().st_size / _MEGA
    page.line(say.count("pack.positions", made.positions))
    told = {"weight": number(weight, say.lang, 1), "most": number(LARGEST_MB, say.lang)}
    page.line(say("pack.weight", heaviest=number(made.heaviest_trajectory / _KILO, say.lang, 1), **told))
    page.line(say("pack.file", path=path))
    if weight > LARGEST_MB:
        page.line(say("pack.heavy", **told), "bold")
    return weight > LARGEST_MB


def _folder(request: Request, name: str) -> Path:
    """The folder of the pack: --out, else outputs/<name>; refused where something else is."""
    folder = Path(request.text("out") or Path(OUTPUTS, name))
    if folder.exists() and not folder.is_dir():
        raise refused([Mistake("out_file", f"--out {folder}")])
    if folder.is_dir() and not {path.name for path in folder.iterdir()} <= _OWN:
        raise refused([Mistake("out_foreign", f"--out {folder}")])
    return folder

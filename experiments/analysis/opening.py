"""A study, opened to be analysed: refused before anything is computed where its folder is not what was written.

The manifest seals itself and every table, so that what was cut, changed or put in from elsewhere is seen. What another
hand may have sealed (columns, numbers and verdicts that no study has) is refused here too, all of it at once.
"""

from pathlib import Path

import pandas as pd

from experiments import manifest
from experiments.grammar import Mistake
from experiments.refusal import refused
from experiments.store import DESIGN, MANIFEST, MONTHLY, RUNS
from experiments.study.reading import Study
from experiments.table import MAIN
from experiments.uncertainty import MEMBER
from sim.outcomes.verdict import VERDICTS

TABLES = (DESIGN, RUNS, MONTHLY)
NAMED = ("run_id", "point_id", "verdict")
NOTES = {"morris": ("trajectory",), "saltelli": ("base", "move")}
"""What the rows of a design made for indices say of themselves."""
COUNTED = ("replicate", "seed", *MAIN)


def opened(folder: str) -> Study:
    """The study of a folder, whole and unchanged."""
    study = Study.open(folder)
    _same_bytes(study)
    plan = study.plan
    faults = list(_faults(study, [factor.key for factor in plan.factors]))
    if faults:
        raise refused(faults)
    return study


def _same_bytes(study: Study) -> None:
    """Whether manifest and tables are the bytes that were written."""
    if not manifest.is_intact(study.folder):
        raise refused([_mistake("broken", study, MANIFEST)])
    known = study.manifest.get("files", {})
    wrong = [name for name in TABLES if not _is(study.folder / name, known.get(name))]
    if wrong:
        raise refused([_mistake("broken", study, name) for name in wrong])


def _mistake(kind: str, study: Study, file: str, allowed: str = "") -> Mistake:
    """A fault of one file of the folder; a long path would be cut before the name of the file."""
    return Mistake(kind, str(Path(study.folder.name, file)), allowed)


def _is(path: Path, checksum: str | None) -> bool:
    return path.is_file() and manifest.checksum(path) == checksum


def _faults(study: Study, keys: list[str]) -> list[Mistake]:
    """What the tables lack that every study has."""
    runs, design = study.runs, study.design
    lacking = [_mistake("no_column", study, RUNS, name) for name in (*NAMED, *COUNTED) if name not in runs]
    notes = NOTES.get(study.manifest["study"]["design"]["kind"], ())
    lacking += [_mistake("no_column", study, DESIGN, name) for name in ("point_id", *keys, *notes)
                if name not in design]  # fmt: skip
    if lacking:
        return lacking
    if runs.empty:
        return [_mistake("no_runs", study, RUNS)]
    numbers = [name for name in (*COUNTED, *([MEMBER] if MEMBER in runs else [])) if not _is_number(runs[name])]
    odd = [_mistake("not_numbers", study, f"{RUNS}: {name}") for name in numbers]
    unknown = sorted(set(runs["verdict"].dropna().astype(str)) - set(VERDICTS))
    odd += [_mistake("verdict_value", study, f"{RUNS}: {name}", ", ".join(VERDICTS)) for name in unknown]
    if not runs["point_id"].isin(design["point_id"]).all():
        odd.append(_mistake("foreign_points", study, RUNS))
    return odd


def _is_number(column: pd.Series) -> bool:
    """Numbers, yes or no, or nothing at all."""
    return bool(pd.api.types.is_numeric_dtype(column) or column.isna().all())

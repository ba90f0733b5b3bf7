"""`replay` and `verify`: a stored result against its manifest, and against what the code gives again."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from experiments import manifest
from experiments.bits import computed, differing, fingerprint, stored
from experiments.grammar import Mistake, Request
from experiments.language import Words
from experiments.manifest import Manifest, code_hash, plan_of
from experiments.page import Page
from experiments.refusal import refused
from experiments.result import IDENTITY, Result, load
from experiments.runner import Engine, Run, run_one
from experiments.store import MANIFEST, files_of
from sim.config import effective_horizon
from sim.core.errors import InputError
from sim.outcomes.verdict import LABELS
from sim.simulation import simulate

HOLDS, FAILS = 0, 1
SAMPLE = 2
"""Rows that `verify` runs again where nothing else is asked."""
_SHOWN = 8
"""Names that are written out where many things differ."""

Findings = Iterator[tuple[str, list[str]]]
"""Checks, each with what it found wrong."""


def replay(request: Request, engine: Engine = simulate) -> int:
    """Run one row of a result again, alone; 1 unless it is the same bits."""
    folder, say = Path(request.words[0]), Words(request.lang)
    content = manifest.read(folder)
    result = _loaded(content, folder)
    row = _row(result, request.text("run"))
    line = result.runs.iloc[row]
    before, after = stored(result, row), computed(_again(result, row, engine))
    wrong = differing(before, after)
    page = Page(quiet=request.flag("quiet"))
    page.line(say("replay.row", row=row, run_id=line["run_id"], scenario=line["scenario"], seed=line["seed"]))
    page.line(say("replay.verdict", verdict=LABELS[line["verdict"]].of(say.lang)))
    page.line(say("replay.prints", stored=fingerprint(before), again=fingerprint(after)))
    page.line(say("replay.differs", names=_some(wrong)) if wrong else say("replay.same"), "bold")
    _explain_code(page, content, say, bool(wrong))
    page.keep(request, "replay")
    return FAILS if wrong else HOLDS


def verify(request: Request, engine: Engine = simulate) -> int:
    """Check the manifest, the files, their completeness and a sample of runs; 1 unless all hold."""
    folder, say = Path(request.words[0]), Words(request.lang)
    content = manifest.read(folder)
    page = Page(quiet=request.flag("quiet"))
    failed = False
    for check, wrong in _checks(folder, content, request.number("sample", SAMPLE), engine):
        failed |= bool(wrong)
        said = say(f"verify.{check}")
        page.line(say("verify.wrong", check=said, names=_some(wrong)) if wrong else said)
    _explain_code(page, content, say, failed)
    page.line(say("verify.fails" if failed else "verify.holds"), "bold")
    page.keep(request, "verify")
    return FAILS if failed else HOLDS


def _checks(folder: Path, content: Manifest, sample: int, engine: Engine) -> Findings:
    """The checks in order; what cannot be read ends them."""
    intact = manifest.is_intact(folder)
    yield "manifest", [] if intact else [MANIFEST]
    if not intact:
        return
    yield "files", _wrong_files(folder, content)
    try:
        result = load(plan_of(content), folder)
    except (InputError, OSError) as error:
        yield "read", [str(error).splitlines()[0]]
        return
    incomplete = _missing_runs(result)
    yield "complete", incomplete
    if not incomplete:  # a row that is out of its place names no run
        yield "sample", _changed_runs(result, sample, engine)


def _wrong_files(folder: Path, content: Manifest) -> list[str]:
    """Files that are missing or whose bytes are not those of the manifest."""
    listed, present = content["files"], set(files_of(folder))
    return sorted(n for n, known in listed.items() if n not in present or manifest.checksum(folder / n) != known)


def _missing_runs(result: Result) -> list[str]:
    """Runs of the plan that are not in their place in the tables, or not with all their months."""
    plan, rows = result.plan, result.runs[list(IDENTITY)].itertuples(index=False, name=None)
    months = result.monthly.groupby("run_id")["month"].agg(list)
    wrong = []
    for s, scenario in enumerate(plan.scenarios):
        lived = list(range(effective_horizon(scenario.config)))
        for r in range(plan.replicates):
            run_id = plan.run_id(s, r)
            if next(rows, None) != (run_id, scenario.name, r, plan.seed(r)) or months.get(run_id) != lived:
                wrong.append(run_id)
    return wrong + [str(row[0]) for row in rows]


def _changed_runs(result: Result, sample: int, engine: Engine) -> list[str]:
    """Runs of a sample, spread evenly over the rows, that are no longer the same bits."""
    chosen = np.unique(np.linspace(0, len(result.runs) - 1, sample).round().astype(int))
    changed = (row for row in chosen if differing(stored(result, row), computed(_again(result, row, engine))))
    return [str(result.runs["run_id"].iloc[row]) for row in changed]


def _again(result: Result, row: int, engine: Engine) -> Run:
    scenario, replicate = divmod(row, result.plan.replicates)
    return run_one(result.plan, scenario, replicate, engine=engine)


def _loaded(content: Manifest, folder: Path) -> Result:
    """A result that is whole; refused where a file is missing or broken: `verify` says which."""
    plan = plan_of(content)
    try:
        result = load(plan, folder)
    except OSError as error:
        raise refused([Mistake("broken", str(folder))]) from error
    if not manifest.is_intact(folder) or _missing_runs(result):
        raise refused([Mistake("broken", str(folder))])
    return result


def _row(result: Result, asked: str | None) -> int:
    """The row that `--run` names by its number or its run_id."""
    ids = result.runs["run_id"].tolist()
    if asked in ids:
        return ids.index(asked)
    if asked is not None and asked.isdecimal() and int(asked) < len(ids):
        return int(asked)
    raise refused([Mistake("run", f"--run {asked or ''}".strip(), f"0..{len(ids) - 1}, {ids[0]}...")])


def _explain_code(page: Page, content: Manifest, say: Words, failed: bool) -> None:
    """Where something differs and the code is not the one of the result, say so: it is the likely reason."""
    if failed and content["code"]["hash"] != code_hash():
        page.note(say("verify.code", then=content["code"]["hash"][:12], now=code_hash()[:12]))


def _some(names: list[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (f"... ({len(names)})" if len(names) > _SHOWN else "")

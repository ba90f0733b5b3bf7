"""`replay` and `verify`: a stored result against its manifest, and against what the code gives again."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np

from experiments import manifest
from experiments.bits import Record, bits_of, computed, differing, fingerprint, kept, same_decisions
from experiments.grammar import Mistake, Request
from experiments.language import Words
from experiments.manifest import Manifest, code_hash, plan_of
from experiments.page import Page
from experiments.refusal import refused
from experiments.result import IDENTITY, load
from experiments.runner import Engine, Run, run_one
from experiments.store import MANIFEST, files_of
from sim.config import Config, effective_horizon
from sim.core.errors import InputError
from sim.outcomes.verdict import LABELS
from sim.simulation import RunRecord, simulate

HOLDS, FAILS = 0, 1
SAMPLE = 2
"""Rows that `verify` runs again where nothing else is asked."""
_SHOWN = 8
"""Names that are written out where many things differ."""

Findings = Iterator[tuple[str, list[str]]]
"""Checks, each with what it found wrong."""


class Rows(Protocol):
    """The rows of a stored result."""

    ids: list[str]
    """run_id of each."""
    elsewhere: bool
    """Whether they were computed on another processor or with other libraries: sums may then differ by rounding."""

    def line(self, row: int) -> Mapping[str, Any]:
        """A row as plain values."""

    def stored(self, row: int) -> Record:
        """What the files say came out of a run."""

    def again(self, row: int, engine: Engine) -> Run:
        """The run of a row, lived again."""

    def missing(self) -> list[str]:
        """Runs of the plan that are not there as they should be."""


def replay(request: Request, engine: Engine = simulate) -> int:
    """Run one row of a result again, alone; 1 unless it is the same bits, or on another machine the same decisions."""
    folder, say = Path(request.words[0]), Words(request.lang)
    content = manifest.read(folder)
    rows = _loaded(content, folder)
    row = _row(rows.ids, request.text("run"))
    line, before, run = rows.line(row), rows.stored(row), rows.again(row, engine)
    bits, again = bits_of(*before), computed(run)
    wrong = differing(bits, again)
    alike = bool(wrong) and same_decisions(before, (run.outcomes, run.monthly))
    page = Page(quiet=request.flag("quiet"))
    page.line(say("replay.row", row=row, run_id=line["run_id"], scenario=line["scenario"], seed=line["seed"]))
    page.line(say("replay.verdict", verdict=LABELS[line["verdict"]].of(say.lang)))
    page.line(say("replay.prints", stored=fingerprint(bits), again=fingerprint(again)))
    page.line(say("replay.differs", names=_some(wrong)) if wrong else say("replay.same"), "bold")
    if alike:
        page.line(say("replay.alike"), "bold")
    _explain_code(page, content, say, bool(wrong))
    page.keep(request, "replay")
    return FAILS if wrong and not (alike and rows.elsewhere) else HOLDS


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


class StoredRun(NamedTuple):
    """One run of a result: its line, the configuration and the seed that it had, its place among its fellows."""

    line: Mapping[str, Any]
    config: Config
    seed: int
    fellows: list[Mapping[str, Any]]
    """Lines of all replicates of the same scenario (or point of a study), in order; its own among them."""


def stored_run(folder: Path, asked: str | None) -> StoredRun:
    """One row of a result that is whole, by its number or its run_id.

    The run is lived again on the way: what it was given cannot be read off the tables alone.
    """
    rows = _loaded(manifest.read(folder), folder)
    row = _row(rows.ids, asked)
    given: list[tuple[Config, int]] = []

    def engine(config: Config, seed: int) -> RunRecord:
        given.append((config, seed))
        return simulate(config, seed)

    rows.again(row, engine)
    ((config, seed),) = given
    line = rows.line(row)
    alike = (each for each in map(rows.line, range(len(rows.ids))) if _kind(each) == _kind(line))
    return StoredRun(line, config, seed, sorted(alike, key=lambda each: each["replicate"]))


def _kind(line: Mapping[str, Any]) -> tuple[object, object]:
    return line["scenario"], line.get("point_id")


def _checks(folder: Path, content: Manifest, sample: int, engine: Engine) -> Findings:
    """The checks in order; what cannot be read ends them."""
    intact = manifest.is_intact(folder)
    yield "manifest", [] if intact else [MANIFEST]
    if not intact:
        return
    yield "files", _wrong_files(folder, content)
    try:
        rows = _rows(content, folder)
        incomplete = rows.missing()
    except (InputError, OSError) as error:
        yield "read", [str(error).splitlines()[0]]
        return
    yield "complete", incomplete
    if not incomplete:  # a row that is out of its place names no run
        yield from _sampled(rows, sample, engine)


def _wrong_files(folder: Path, content: Manifest) -> list[str]:
    """Files that are missing or whose bytes are not those of the manifest."""
    listed, present = content["files"], set(files_of(folder))
    return sorted(n for n, known in listed.items() if n not in present or manifest.checksum(folder / n) != known)


def _sampled(rows: Rows, sample: int, engine: Engine) -> Findings:
    """Whether a sample of runs, spread evenly over the rows, gives the same bits, or only the same decisions."""
    alike: list[str] = []
    changed: list[str] = []
    for row in np.unique(np.linspace(0, len(rows.ids) - 1, sample).round().astype(int)):
        before, run = rows.stored(int(row)), rows.again(int(row), engine)
        if differing(bits_of(*before), computed(run)):
            same = same_decisions(before, (run.outcomes, run.monthly))
            (alike if same else changed).append(rows.ids[row])
    yield ("alike" if alike and not changed else "sample"), changed or ([] if rows.elsewhere else alike)


class _ResultRows:
    """The rows of a run or a comparison."""

    def __init__(self, content: Manifest, folder: Path) -> None:
        self.result = load(plan_of(content), folder)
        self.ids = self.result.runs["run_id"].tolist()
        self.elsewhere = content["libraries"] != manifest.libraries()

    def line(self, row: int) -> Mapping[str, Any]:
        """A row as plain values."""
        return {str(name): value for name, value in self.result.runs.iloc[row].items()}

    def stored(self, row: int) -> Record:
        """What the tables say."""
        return kept(self.result, row)

    def again(self, row: int, engine: Engine) -> Run:
        """The run lived again."""
        scenario, replicate = divmod(row, self.result.plan.replicates)
        return run_one(self.result.plan, scenario, replicate, engine=engine)

    def missing(self) -> list[str]:
        """Runs of the plan that are not in their place in the tables, or not with all their months."""
        plan, rows = self.result.plan, self.result.runs[list(IDENTITY)].itertuples(index=False, name=None)
        months = self.result.monthly.groupby("run_id")["month"].agg(list)
        wrong = []
        for s, scenario in enumerate(plan.scenarios):
            lived = list(range(effective_horizon(scenario.config)))
            for r in range(plan.replicates):
                run_id = plan.run_id(s, r)
                if next(rows, None) != (run_id, scenario.name, r, plan.seed(r)) or months.get(run_id) != lived:
                    wrong.append(run_id)
        return wrong + [str(row[0]) for row in rows]


def _rows(content: Manifest, folder: Path) -> Rows:
    """The rows of a result, or of a study."""
    if content["command"] == "study":
        from experiments.study.rows import StudyRows

        return StudyRows(folder)
    return _ResultRows(content, folder)


def _loaded(content: Manifest, folder: Path) -> Rows:
    """The rows of a result that is whole; refused where a file is missing or broken: `verify` says which."""
    try:
        rows = _rows(content, folder)
        whole = manifest.is_intact(folder) and not rows.missing()
    except OSError as error:
        raise refused([Mistake("broken", str(folder))]) from error
    if not whole:
        raise refused([Mistake("broken", str(folder))])
    return rows


def _row(ids: list[str], asked: str | None) -> int:
    """The row that `--run` names by its number or its run_id."""
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

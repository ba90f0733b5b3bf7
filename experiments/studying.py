"""`study`, `worker` and `gather`: a design computed here, or its chunks on a cluster, and the tables put together."""

import errno
import shutil
import sys
import time
from pathlib import Path

from experiments.executors import EXTRAS, Setup, missing_library
from experiments.grammar import Mistake, Request
from experiments.language import Words, number, percent
from experiments.page import Page
from experiments.refusal import WorkFailed, refused
from experiments.runner import Engine
from experiments.study.allocation import next_round
from experiments.study.chunks import FAILED, Failure, key_of, receipt
from experiments.study.driver import Ledger, compute_number, drive, leftovers, place_of
from experiments.study.finishing import Finished, finish, started
from experiments.study.folder import LOGS, folder_of, opened
from experiments.study.plan import StudyPlan
from experiments.study.rounds import points_of, rounds_of, write_plan, write_round
from experiments.study.spec import plan_asked
from experiments.study.telling import Telling
from experiments.work import workers
from sim.outcomes.verdict import LABELS
from sim.simulation import simulate

DONE, FAILED_SOME = 0, 1
_SHOWN = 5
"""Chunks given up that are told one by one; all are in the folder."""


def study(request: Request, engine: Engine = simulate) -> int:
    """Compute a study to its end, or say what it would cost, or write its plan for a cluster."""
    at, say, page = time.time(), Words(request.lang), Page(quiet=request.flag("quiet"))
    kind = executor_of(request)
    plan = plan_asked(request)
    folder = folder_of(request, plan)
    if request.flag("dry-run"):
        from experiments.study.estimating import dry_run

        return dry_run(plan, folder, workers(request), page, say, engine)
    if request.flag("plan"):
        return write_for_cluster(plan, folder, request, say)
    setup = Setup(crew(request, kind), folder=folder / LOGS, address=request.text("scheduler"))
    compiling(request, say)
    ledger = _driven(plan, folder, kind, setup, Telling(say, quiet=request.flag("quiet")), engine)
    about = {**started(at), "executor": kind, "workers": setup.workers}
    return _finished(plan, folder, ledger, request, page, say, about)


def worker(request: Request, engine: Engine = simulate) -> int:
    """Compute one chunk of a planned study."""
    folder, say, page = Path(request.words[0]), Words(request.lang), Page(quiet=request.flag("quiet"))
    plan = opened(folder)
    rounds = rounds_of(folder, plan)
    total = sum(len(rnd.chunks) for rnd in rounds)
    asked = request.text("chunk")
    place = None if asked is None else place_of(rounds, int(asked))
    if place is None:
        raise refused([Mistake("chunk", f"--chunk {asked or ''}".strip(), f"0..{total - 1}")])
    outcome = compute_number(folder, *place, engine)
    if isinstance(outcome, Failure):
        page.line(say("study.chunk.failed", chunk=asked, reason=outcome.reason, folder=folder / FAILED), "bold")
        return FAILED_SOME
    page.line(say("study.chunk.done", chunk=asked, runs=say.count("count.runs", outcome.rows)))
    return DONE


def gather(request: Request) -> int:
    """Put together what the workers of a planned study have computed; write its next round where there is one."""
    at, folder, say = time.time(), Path(request.words[0]), Words(request.lang)
    page = Page(quiet=request.flag("quiet"))
    plan = opened(folder)
    rounds = rounds_of(folder, plan)
    ledger = Ledger(rounds)
    for rnd in rounds:
        ledger.keys += [key_of(plan, points_of(rounds), chunk) for chunk in rnd.chunks]
    missing = [number for number, key in enumerate(ledger.keys) if receipt(folder, key) is None]
    if missing:
        listed = ",".join(map(str, missing[:20])) + ("..." if len(missing) > 20 else "")
        raise WorkFailed("missing_chunks", n=len(missing), total=len(ledger.keys), chunks=listed, folder=folder)
    following = next_round(plan, folder, rounds, ledger.keys)
    if following is not None:
        write_round(folder, plan, following)
        page.line(say("study.next_round", chunks=len(following.chunks), first=len(ledger.keys)))
        return FAILED_SOME
    return _finished(plan, folder, ledger, request, page, say, started(at))


def executor_of(request: Request) -> str:
    """The executor asked for, else joblib where there are several workers; refused where its library is missing."""
    kind = request.text("executor") or ("serial" if workers(request) == 1 else "joblib")
    library = missing_library(kind)
    if library is not None:
        remedy = f"pip install '{library}' (archipel[{kind}])"
        raise refused([Mistake("executor_library", f"--executor {kind}", remedy)])
    if kind == "slurm" and shutil.which("sbatch") is None:
        raise refused([Mistake("no_slurm", f"--executor {kind}", "--plan, archipel worker, archipel gather")])
    if request.text("scheduler") and kind not in EXTRAS:
        raise refused([Mistake("scheduler_alone", f"--scheduler {request.text('scheduler')}", "--executor dask")])
    return kind


def crew(request: Request, kind: str) -> int:
    """How many may compute at once: the number asked for, else one a core; on SLURM, what is usual there."""
    if kind != "slurm":
        return workers(request)
    from experiments.executors.slurm import MOST_AT_ONCE

    return request.number("workers", MOST_AT_ONCE)


def compiling(request: Request, say: Words) -> None:
    """Say that rules are about to be compiled, where they are."""
    from sim.core.compile import is_cached

    if not request.flag("quiet") and not is_cached():
        print(say("compiling"), file=sys.stderr)


def write_for_cluster(plan: StudyPlan, folder: Path, request: Request, say: Words) -> int:
    """Write plan and first round, print the file that a cluster wants, and nothing else there."""
    from experiments.study.sbatch import sbatch

    rounds = rounds_of(folder, plan)
    if not rounds:
        first = next_round(plan, folder, [], [])
        assert first is not None
        write_plan(folder, plan)
        write_round(folder, plan, first)
        rounds = [first]
    (folder / LOGS).mkdir(exist_ok=True)
    print(sbatch(folder.absolute(), rounds), end="")
    if not request.flag("quiet"):
        chunks = say.count("study.chunks", sum(len(rnd.chunks) for rnd in rounds))
        print(say("study.planned", chunks=chunks, folder=folder), file=sys.stderr)
    return DONE


def _driven(plan: StudyPlan, folder: Path, kind: str, setup: Setup, telling: Telling, engine: Engine) -> Ledger:
    try:
        return drive(plan, folder, kind, setup, telling, engine)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise WorkFailed("disk_full") from error
        raise


def _finished(
    plan: StudyPlan, folder: Path, ledger: Ledger, request: Request, page: Page, say: Words, about: dict[str, object]
) -> int:
    """Write the result, say what it is; 1 where chunks were given up."""
    kept = [key for key in ledger.keys if key not in ledger.failures]
    if not kept:
        raise WorkFailed("no_chunk", folder=folder / FAILED)
    as_csv = request.text("format") == "csv"
    missing = sorted(ledger.failures)
    receipts = [done for key in kept if (done := receipt(folder, key)) is not None]
    about = about | {"cpu_seconds": round(sum(done.seconds for done in receipts), 1), "reused": ledger.reused}
    found = finish(plan, folder, ledger.rounds, kept, missing, as_csv=as_csv, circumstances=about)
    _tell(plan, folder, ledger, found, page, say)
    if request.flag("quiet"):
        print(folder)
    return FAILED_SOME if ledger.failures else DONE


def _tell(plan: StudyPlan, folder: Path, ledger: Ledger, found: Finished, page: Page, say: Words) -> None:
    lang = say.lang
    page.title(plan.texts.get(f"title_{lang}") or plan.name)
    points = len(points_of(ledger.rounds))
    page.line(say("study.done", points=say.count("study.points", points), runs=say.count("count.runs", found.rows)))
    for name, n in sorted(found.verdicts.items(), key=lambda each: -each[1]):
        page.line(say("study.share", verdict=LABELS[name].of(lang), share=percent(n / found.rows, lang)))
    if found.two_modes:
        page.line(say("study.two_modes", points=say.count("study.points", found.two_modes)))
    if found.precision is not None and ledger.whole:
        said = found.precision
        rest = len(said.estimates) - said.reached
        page.line(say("study.precision", width=number(said.until.half_width, lang, 4), outcome=said.until.outcome,
                      reached=said.reached, rest=rest, most=said.until.most))
    if ledger.reused:
        page.note(say("study.reused", chunks=ledger.reused, total=len(ledger.keys)))
    stale = leftovers(folder, ledger.keys)
    if stale:
        page.note(say("study.stale", parts=stale))
    for failure in list(ledger.failures.values())[:_SHOWN]:
        page.line(say("study.failed", chunk=failure.key, reason=failure.reason, folder=folder / FAILED), "bold")
    page.line(say("study.files", folder=folder))
    page.note(say("study.try", folder=folder))

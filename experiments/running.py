"""`run`: one scenario, its replicates, what became of practice."""

import time
from pathlib import Path

from experiments.explaining import SINGLE, print_why, write_why
from experiments.grammar import Request
from experiments.language import Words
from experiments.page import Page
from experiments.pictures import draw_result
from experiments.planning import plan_one
from experiments.result import Result
from experiments.runner import Engine
from experiments.store import AGENTS, EVENTS, staged, write_table
from experiments.table import print_outcomes, print_structures, print_verdicts
from experiments.target import target_of
from experiments.typical import typical_replicate
from experiments.work import compute, print_files, print_head, write
from sim.simulation import simulate

DONE = 0


def write_trace(result: Result, folder: Path) -> None:
    """The typical run, person by person, and what happened in it."""
    from experiments.tracing import trace

    replicate = typical_replicate(result.runs)
    agents, events = trace(result.plan.config(0, replicate), result.plan.seed(replicate))
    write_table(agents, folder / AGENTS)
    write_table(events, folder / EVENTS)


def run(request: Request, engine: Engine = simulate) -> int:
    """Compute, print, write."""
    started, say = time.time(), Words(request.lang)
    plan = plan_one(request)
    target = target_of(request, plan)
    result = compute(plan, request, say("progress.runs"), engine)
    page, (measures,) = Page(quiet=request.flag("quiet")), result.summary.scenarios.values()
    print_head(page, plan, say)
    print_verdicts(page, measures, say)
    print_structures(page, plan, result.summary, say)
    print_outcomes(page, measures, plan, say)
    whys = print_why(page, result, request, SINGLE)
    with staged(target) as folder:
        write_why(whys, folder)
        if request.flag("trace"):
            write_trace(result, folder)
        write(result, folder, lambda r, f: draw_result(r, f, say, engine), started, request)
    print_files(page, target, request, say)
    page.note(say("try.run", scenario=plan.scenarios[0].name))
    return DONE

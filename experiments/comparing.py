"""`compare`: several scenarios under the same luck, and what differs from the first."""

import time

from experiments.explaining import NO, print_why, write_why
from experiments.grammar import Request
from experiments.language import Words
from experiments.page import Page
from experiments.pictures import draw_result
from experiments.plan import Plan
from experiments.planning import plan_several
from experiments.runner import Engine
from experiments.store import staged
from experiments.summary import Summary
from experiments.table import print_differences, print_pair, print_shares, print_structures
from experiments.target import target_of
from experiments.work import compute, print_files, print_head, write
from sim.simulation import simulate

DONE = 0


def compare(request: Request, engine: Engine = simulate) -> int:
    """Compute, print shares and paired differences, write."""
    started, say = time.time(), Words(request.lang)
    plan = plan_several(request, request.words, "-".join(request.words))
    target = target_of(request, plan)
    result = compute(plan, request, say("progress.runs"), engine)
    page = Page(quiet=request.flag("quiet"))
    print_head(page, plan, say)
    print_comparison(page, plan, result.summary, say)
    whys = print_why(page, result, request, NO)
    with staged(target) as folder:
        write_why(whys, folder)
        write(result, folder, lambda r, f: draw_result(r, f, say, engine), started, request)
    print_files(page, target, request, say)
    page.note(say("try.compare", target=target))
    return DONE


def print_comparison(page: Page, plan: Plan, summary: Summary, say: Words) -> None:
    """Shares of every scenario, then what differs from the first."""
    print_shares(page, plan, summary, say)
    if len(plan.scenarios) == 2:
        print_pair(page, plan, summary, say)
    else:
        print_differences(page, plan, summary, say)
    print_structures(page, plan, summary, say)
    page.note(say("note.paired"))

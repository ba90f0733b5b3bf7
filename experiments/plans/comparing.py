"""`plans`: roll-out plans against doing nothing and against one another, under the same luck, over plausible worlds."""

import shlex
import time
from pathlib import Path

from experiments.grammar import Request
from experiments.language import Words
from experiments.page import Page
from experiments.pictures import draw_result
from experiments.plans.asked import Asked, read_request
from experiments.plans.exploring import DRAFT_POINTS, POINTS, Explored, Means, around_today, explore, two_supports
from experiments.plans.findings import Findings, findings, named_plan, read_all, write_findings
from experiments.plans.printing import print_findings, print_plans_head
from experiments.result import Result
from experiments.runner import Engine
from experiments.store import staged
from experiments.target import target_of
from experiments.work import compute, print_files, print_time, workers, write
from sim.simulation import simulate

DONE = 0


def plans(request: Request, engine: Engine = simulate, points: int | None = None) -> int:
    """Compute, print the table and the frontier, write.

    Args:
        request: the command line.
        engine: what makes a run.
        points: of the sample around the plan that is named; None: as many as the precision asks for.
    """
    started, say = time.time(), Words(request.lang)
    asked = read_request(request)
    target = target_of(request, asked.plan)
    result = compute(asked.plan, request, say("progress.runs"), engine)
    found = _find(result, asked, request, engine, points or (DRAFT_POINTS if asked.draft else POINTS))
    page = Page(quiet=request.flag("quiet"))
    print_plans_head(page, asked, say)
    print_findings(page, found, say)
    with staged(target) as folder:
        write_findings(found, folder, command_line(request))
        write(result, folder, lambda r, f: _draw(r, f, say, engine), started, request)
    print_time(page, time.time() - started, request, say)
    print_files(page, target, request, say)
    page.note(say("plans.try", target=target))
    return DONE


def command_line(request: Request) -> str:
    """The line that computes the same again; where the result goes and how it is shown are left out."""
    flags = ["--draft"] if request.flag("draft") else []
    folder = request.text("config-dir")
    flags += [] if folder is None else ["--config-dir", folder]
    return shlex.join(["archipel", request.command.name, *request.keys, *flags])


def _find(result: Result, asked: Asked, request: Request, engine: Engine, points: int) -> Findings:
    read = read_all(result, asked)
    told, named = named_plan(read, asked)
    around, supports = _explore(asked, named, request, engine, points)
    return findings(result, asked, read, told, around, supports)


def _explore(asked: Asked, named: str, request: Request, engine: Engine, points: int) -> tuple[Explored, Explored]:
    """The named plan with everything moved a little, then with the two supports alone moved over their whole range."""
    steps = next(len(file.interventions) for file in asked.files if file.name == named)
    config = next(scenario.config for scenario in asked.plan.scenarios if scenario.name == named)
    label, quiet = Words(request.lang)("plans.progress"), request.flag("quiet")
    means = Means(points, engine, label, workers(request), quiet)
    all_of_it = explore(asked.plan, named, steps, around_today(config, steps), means)
    return all_of_it, explore(asked.plan, named, steps, two_supports(config), means)


def _draw(result: Result, folder: Path, say: Words, engine: Engine) -> None:
    draw_result(result, folder, say, engine)

"""`headline`: one town under seven conditions, then where practice spreads by sponsorship and managers' stance.

The main job of `make run`. Two results: the comparison, and in its folder `phase/` the grid of the phase picture, which
`replay` and `verify` accept as any other.
"""

import time
from itertools import product
from pathlib import Path

from experiments.comparing import print_comparison
from experiments.configuration import composed
from experiments.explaining import SINGLE, print_why, write_why
from experiments.grammar import Request
from experiments.language import Words, number
from experiments.page import Page
from experiments.pictures import draw_phase, draw_result
from experiments.plan import Plan, Scenario
from experiments.planning import comparing, kept, plan_several, spread_of
from experiments.result import Result
from experiments.runner import Engine
from experiments.store import PHASE, staged
from experiments.target import target_of
from experiments.units import RUNS, written
from experiments.work import compute, print_files, print_head, print_time, write
from sim.config import resolved, with_values
from sim.outcomes.verdict import DIFFUSION
from sim.simulation import simulate

DONE = 0
SCENARIOS = (
    "transfo_strong_sponsor",
    "transfo_weak_sponsor",
    "transfo_mayor_leaves",
    "transfo_alternance",
    "transfo_deep",
    "transfo_dear",
    "transfo_heavy",
)
SPONSORSHIP = (0.1, 0.3, 0.5, 0.7, 0.9)
STANCE = (0.2, 0.4, 0.6, 0.8)
DEPTH = (3, 5)
RETENTION = (0.74, 1.0)
RETENTION_KEY = "hierarchy.signal_retention"
PHASE_BASE = ("scenario=transfo", "authority=commune_600", "programme.launch=given")
PHASE_REPLICATES = 12


def headline(request: Request, engine: Engine = simulate) -> int:
    """Both parts, each with its own time."""
    say, page = Words(request.lang), Page(quiet=request.flag("quiet"))
    plan = plan_several(request, SCENARIOS, "transfo")
    target, grid = target_of(request, plan), phase_plan(request)
    _comparison(plan, target, request, page, engine)
    page.line()
    _phase(grid, target / PHASE, request, page, engine)
    page.line()
    print_files(page, target, request, say)
    page.note(say("try.headline", target=target))
    return DONE


def phase_plan(request: Request) -> Plan:
    """Sponsorship x managers' stance x depth x retention of the sponsor's signal, under the keys of the line.

    In a town of 600 field agents where the line names no other; the programme is launched in any case.
    """
    base, given = comparing(composed([*PHASE_BASE, *request.keys], request.text("config-dir")))
    spread = spread_of(base)
    cells = product(DEPTH, RETENTION, STANCE, SPONSORSHIP)
    scenarios = (
        Scenario(
            f"d{depth}-k{retention:g}-m{stance:g}-s{level:g}",
            resolved(
                with_values(
                    base,
                    {
                        "hierarchy.depth": depth,
                        RETENTION_KEY: retention,
                        "management.stance": stance,
                        "sponsorship.level": level,
                    },
                )
            ),
            kept(spread, given | {RETENTION_KEY}),
        )
        for depth, retention, stance, level in cells
    )
    return Plan("headline", "phase", tuple(scenarios), base.seed, min(PHASE_REPLICATES, base.replicates), spread)


def _comparison(plan: Plan, target: Path, request: Request, page: Page, engine: Engine) -> None:
    started, say = time.time(), Words(request.lang)
    result = compute(plan, request, say("progress.headline"), engine)
    computed = time.time()
    print_head(page, plan, say)
    print_comparison(page, plan, result.summary, say)
    print_time(page, computed - started, request, say)
    whys = print_why(page, result, request, SINGLE)
    with staged(target) as folder:
        write_why(whys, folder)
        write(result, folder, lambda r, f: draw_result(r, f, say, engine), started, request)


def _phase(plan: Plan, target: Path, request: Request, page: Page, engine: Engine) -> None:
    started, say = time.time(), Words(request.lang)
    result = compute(plan, request, say("progress.phase"), engine)
    computed = time.time()
    page.title(say("phase.title"))
    agents = number(plan.scenarios[0].config.authority.field_agents, say.lang)
    page.line(say("phase.about", agents=agents, runs=plan.replicates))
    _print_grid(page, result, say)
    page.line(say("phase.equation.sponsor"))
    page.line(say("phase.equation.chain"))
    print_time(page, computed - started, request, say)
    with staged(target) as folder:
        write(result, folder, lambda r, f: draw_phase(r, f, say), started, request)


def _print_grid(page: Page, result: Result, say: Words) -> None:
    """Share of diffusion by sponsorship, for each depth and retention, over all stances of managers."""
    diffusion = (result.runs["verdict"] == DIFFUSION).groupby(result.runs["scenario"]).mean()
    rows = []
    for depth, retention in product(DEPTH, RETENTION):
        cells = [
            diffusion[[f"d{depth}-k{retention:g}-m{stance:g}-s{level:g}" for stance in STANCE]].mean()
            for level in SPONSORSHIP
        ]
        label = say("phase.kept" if retention == 1 else "phase.lost", depth=depth)
        rows.append([label, *(written(cell, RUNS, say.lang) for cell in cells)])
    page.table([say("phase.header"), *(written(level, "0..1", say.lang) for level in SPONSORSHIP)], rows)

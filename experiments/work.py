"""From a plan to the files of its result: what `run`, `compare` and `headline` have in common."""

import platform
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from experiments import manifest
from experiments.cases import notes, with_kind
from experiments.ensemble import shipped
from experiments.executors.joblib import cores
from experiments.grammar import Request
from experiments.language import LANGUAGES, Words, number
from experiments.page import Page
from experiments.plan import Plan
from experiments.result import Result, gather
from experiments.runner import Engine, execute
from experiments.store import (
    FIGURES,
    MANIFEST,
    MONTHLY,
    README,
    RUNS,
    SUMMARY,
    as_json,
    write_table,
    write_text,
)
from sim.config import effective_horizon
from sim.core.compile import is_cached
from sim.simulation import simulate

Drawing = Callable[[Result, Path], object]


def compute(plan: Plan, request: Request, label: str, engine: Engine = simulate) -> Result:
    """All runs of a plan; says first that rules are being compiled where that is still to be done."""
    quiet = request.flag("quiet")
    if not quiet and not is_cached():
        print(Words(request.lang)("compiling"), file=sys.stderr)
    return gather(plan, execute(plan, label, workers=workers(request), quiet=quiet, engine=engine))


def write(result: Result, folder: Path, draw: Drawing, started: float, request: Request) -> None:
    """All files of a result in a fresh folder, the manifest last."""
    write_table(result.run_table, folder / RUNS)
    write_table(result.monthly_table, folder / MONTHLY)
    said = {"uncertainty": result.plan.spread.kind.value, **result.summary.as_dict()}
    write_text(as_json(said), folder / SUMMARY)
    draw(result, folder / FIGURES)
    write_text(readme(result.plan), folder / README)
    circumstances = {
        "started": datetime.fromtimestamp(started, UTC).isoformat(timespec="seconds"),
        "seconds": round(time.time() - started, 3),
        "workers": workers(request),
        "host": platform.node(),
    }
    write_text(as_json(manifest.describe(result.plan, folder, circumstances)), folder / MANIFEST)


def readme(plan: Plan) -> str:
    """What the files of a folder are, in every language."""
    parts = []
    for lang in LANGUAGES:
        say = Words(lang)
        titles = "\n".join(_titles(plan, lang))
        runs, said = say.count("count.runs", plan.replicates), " ".join(uncertainties(plan, say))
        parts.append(say("readme", command=plan.command, titles=titles, runs=runs, seed=plan.root, uncertainty=said))
    return "\n".join(parts)


def _titles(plan: Plan, lang: str) -> list[str]:
    """The scenarios, one line each; those of a grid, which share their title, on one line."""
    say = Words(lang)
    titles = [with_kind(scenario.title(lang), scenario.config, say) for scenario in plan.scenarios]
    if len(set(titles)) < len(titles):
        return [f"- {title} (x {titles.count(title)})" for title in dict.fromkeys(titles)]
    return [f"- `{scenario.name}` : {title}" for scenario, title in zip(plan.scenarios, titles, strict=True)]


def workers(request: Request) -> int:
    """How many processes may compute: the number asked for, else one for each core."""
    return request.number("workers", cores())


def print_head(page: Page, plan: Plan, say: Words) -> None:
    """What was simulated, what the intervals carry, and the reservations that every number needs."""
    config = plan.scenarios[0].config
    if len(plan.scenarios) == 1:
        page.title(plan.scenarios[0].title(say.lang))
    runs, last = say.count("count.runs", plan.replicates), (config.observe_months or (0,))[-1]
    page.line(say("head", runs=runs, months=effective_horizon(config), seed=plan.root, month=last))
    for said in notes(plan.scenarios, say):
        page.line(said)
    print_uncertainty(page, plan, say)
    page.line()


def print_uncertainty(page: Page, plan: Plan, say: Words) -> None:
    """What to think of the values, and of the intervals."""
    for sentence in uncertainties(plan, say):
        page.note(sentence)


def uncertainties(plan: Plan, say: Words) -> Iterator[str]:
    """Which of the three uncertainties the intervals carry, and which keys keep the value that was given."""
    ensemble, kind = plan.spread.ensemble, plan.spread.kind.value
    yield say("uncertainty.uncalibrated" if ensemble is None and shipped() is None else "uncertainty.calibrated")
    members = 1 if ensemble is None else min(plan.replicates, ensemble.size)
    yield say(f"uncertainty.{kind}", members=number(members, say.lang))
    given = sorted(set().union(*(scenario.given for scenario in plan.scenarios)))
    if given:
        yield say("uncertainty.given", keys=", ".join(given))


def print_files(page: Page, target: Path, request: Request, say: Words) -> None:
    """Where the files are; the path alone where the user asked for quiet."""
    if request.flag("quiet"):
        print(target)
    else:
        page.line(say("files", target=target))


def print_time(page: Page, seconds: float, request: Request, say: Words) -> None:
    """How long the computing took, on how many processes."""
    page.note(say("time", seconds=number(seconds, say.lang), workers=workers(request)))

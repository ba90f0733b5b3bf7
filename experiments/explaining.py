"""Where the commands ask why: after the tables, one explanation a scenario, printed and kept in `why.json`."""

import time
from pathlib import Path

from experiments.grammar import Request
from experiments.language import LANGUAGES, Words
from experiments.page import Page
from experiments.plan import Scenario
from experiments.result import Result, as_rows
from experiments.store import WHY, as_json, write_text
from experiments.why import Why, explain
from experiments.why.engine import engine_of
from experiments.why.parallel import on_processes
from experiments.work import print_time, workers

NO, SINGLE, FULL = "no", "single", "full"

Whys = dict[str, Why]


def print_why(page: Page, result: Result, request: Request, default: str) -> Whys:
    """Explain each scenario of a result and print it; nothing where the user asks for none."""
    depth, say = request.text("why") or default, Words(request.lang)
    if depth == NO:
        return {}
    started = time.time()
    page.line()
    page.title(say("why.title"))
    whys = {}
    for scenario in result.plan.scenarios:
        why = whys[scenario.name] = why_of(result, scenario, request, depth)
        if len(result.plan.scenarios) > 1:
            page.line(f"{scenario.title(request.lang)} — {why.sentence()}")
        else:
            for line in why.lines():
                page.line(line)
    print_time(page, time.time() - started, request, say)
    return whys


def why_of(result: Result, scenario: Scenario, request: Request, depth: str) -> Why:
    """Explain the commonest verdict of one scenario of a result."""
    say, runs = Words(request.lang), result.runs[result.runs["scenario"] == scenario.name]
    engine = engine_of(result.plan, scenario)
    many = on_processes(workers(request), say("progress.why"), quiet=request.flag("quiet"), engine=engine)
    rows, full = as_rows(runs), depth == FULL
    return explain(scenario.config, rows, lang=request.lang, full=full, simulate_many=many, engine=engine)


def write_why(whys: Whys, folder: Path) -> None:
    """Keep the explanations, in every language, with all that was tried; no file where there is none."""
    if whys:
        write_text(as_json({name: _kept(why) for name, why in whys.items()}), folder / WHY)


def _kept(why: Why) -> dict[str, object]:
    causes = [
        {
            "name": cause.name,
            "share_with": cause.share_with,
            "share_without": cause.share_without,
            "difference": cause.difference,
            "interval": list(cause.interval),
            "named": cause.named,
        }
        for cause in why.causes
    ]
    sentences = {lang: why.sentence(lang) for lang in LANGUAGES}
    return {"verdict": why.verdict, "share": why.share.value, "sentence": sentences, "causes": causes}

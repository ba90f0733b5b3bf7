"""`export-replay`: one stored run, or two side by side, as one HTML file that plays them anywhere."""

from pathlib import Path
from typing import Any

from experiments.checking import StoredRun, stored_run
from experiments.durable import keep
from experiments.grammar import Mistake, Request
from experiments.language import Words
from experiments.page import Page
from experiments.refusal import refused
from experiments.seminar.cases import Case
from experiments.seminar.catalogue import Computed, catalogue
from experiments.seminar.coding import block
from experiments.seminar.page_file import with_data
from experiments.seminar.shares import counted
from experiments.seminar.words import pair, said
from experiments.seminar.worlds import as_world, live_through
from experiments.uncertainty import VARIANT
from sim.config import resolved
from sim.core.text import Text

DONE = 0
SLOTS = ("A", "B")
SCENARIO = "scenario"
"""The only lever of a replay: which of its runs is looked at."""


def title(run: StoredRun) -> Text:
    """What a run is called: the title of its scenario, its name where it has none, and its number."""
    c, number = run.config, run.line["replicate"]
    fr, en = c.title_fr or c.scenario, c.title_en or c.scenario
    return Text(f"{fr}, simulation {number}", f"{en}, simulation {number}")


def export_replay(request: Request) -> int:
    """Live the runs again, write the file."""
    say, page = Words(request.lang), Page(quiet=request.flag("quiet"))
    runs = _runs(Path(request.words[0]), request.text("run"))
    name = f"replay-{'-'.join(str(run.line['run_id']) for run in runs)}.html"
    target = Path(request.text("out") or Path(request.words[0]).parent, name)
    if target.parent.exists() and not target.parent.is_dir():
        raise refused([Mistake("out_file", f"--out {target.parent}")])
    keep(target, replay_of(runs, request.lang))
    page.line(say("replay.written", path=target))
    if request.flag("quiet"):
        print(target)
    return DONE


def replay_of(runs: list[StoredRun], lang: str) -> str:
    """The page with these runs, and nothing else to choose from."""
    config = resolved(runs[0].config)
    case = Case(config.scenario, config, frozenset())
    blocks: dict[str, str] = {}
    computed: Computed = []
    for at, (slot, run) in enumerate(zip(SLOTS, runs, strict=False)):
        levers = {SCENARIO: float(at)}
        asked = {"case": case.id, "levers": levers, "events": [], "seed": _place(run)}
        world, layout = as_world(live_through(resolved(run.config), run.seed), asked)
        variants = [str(each.get(VARIANT) or "") for each in run.fellows]
        shares = counted(run.fellows, variants, len(run.fellows))
        blocks[f"block-{slot}"] = block({"world": world, "shares": shares})
        blocks.setdefault(f"layout-{layout['id']}", block(layout))
        computed.append((case.id, levers, [], slot))
    told = catalogue([case], lang, openings={}, computed=[], events=[])
    return with_data(blocks, told | _only(told["cases"][0], runs, computed))


def _place(run: StoredRun) -> int:
    """Which square of its fellows a run is."""
    return [each["run_id"] for each in run.fellows].index(run.line["run_id"])


def _only(case: dict[str, Any], runs: list[StoredRun], computed: Computed) -> dict[str, Any]:
    """The parts of the catalogue that say what a replay holds."""
    positions = [{"value": float(at), "text": pair(title(run))} for at, run in enumerate(runs)]
    lever = {
        "id": SCENARIO,
        "name": said("replay.lever"),
        "low": 0.0,
        "high": float(len(runs) - 1),
        "step": 1.0,
        "unit": "",
        "anchors": positions,
        "positions": positions,
    }
    opening = {
        slot: {"case": case["id"], "levers": levers, "events": [], "seed": _place(run)}
        for run, (_, levers, _, slot) in zip(runs, computed, strict=True)
    }
    return {
        "cases": [case | {"levers": {SCENARIO: 0.0}}],
        "levers": [lever],
        "computed": [list(each) for each in computed],
        "opening": opening,
    }


def _runs(folder: Path, asked: str | None) -> list[StoredRun]:
    """The run that `--run` names, or two of them parted by a comma."""
    names = (asked or "").split(",")
    if len(names) > len(SLOTS):
        raise refused([Mistake("runs", f"--run {asked}")])
    return [stored_run(folder, name or None) for name in names]

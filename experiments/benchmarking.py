"""`bench`: what was measured, as a table, and as JSON where the user names a folder."""

import platform
from pathlib import Path

from experiments.bench import peers
from experiments.bench.report import Line, measured
from experiments.grammar import Request
from experiments.language import Words, number
from experiments.page import Page
from experiments.progress import tracked
from experiments.store import as_json, write_text

DONE = 0
FILE = "bench.json"
_ABOUT = 17


def bench(request: Request) -> int:
    """Measure and print; a target that is not met is reported as such, and is no failure of the command."""
    say, page = Words(request.lang), Page(quiet=request.flag("quiet"))
    lines = list(
        tracked(measured(quick=request.flag("quick")), _ABOUT, say("progress.bench"), quiet=request.flag("quiet"))
    )
    if not peers.present():
        page.line(say("bench.no_peers"))
    page.table(
        [say(f"bench.column.{name}") for name in ("what", "value", "spread", "target", "met")],
        [_row(line, say) for line in lines],
    )
    page.note(say("bench.note"))
    if request.text("out"):
        folder = Path(str(request.text("out")))
        folder.mkdir(parents=True, exist_ok=True)
        write_text(
            as_json({"platform": platform.platform(), "lines": [line.as_dict() for line in lines]}), folder / FILE
        )
        page.line(say("files", target=folder))
    return DONE


def _row(line: Line, say: Words) -> list[str]:
    """One measurement in words."""

    def written(value: float) -> str:
        return number(value, say.lang, 2 if value < 10 else 0)

    low, high = line.spread
    told = say(line.what) + (f" ({number(line.agents, say.lang)})" if line.agents else "")
    met = say("bench.met" if line.met else "bench.unmet")
    if line.checked is False:
        met = say("bench.differs")
    spread = "" if low == high else f"{written(low)} – {written(high)}"
    return [told, written(line.value), spread, f"{'≥' if line.at_least else '≤'} {written(line.target)}", met]

"""A small example of the data of the page: one case, three positions of political sponsorship, without an event.

    python -m experiments.seminar.sample DIR

writes DIR/catalogue.json (as in a pack: three positions exist), DIR/live-catalogue.json (as in the live app) and, for
each position, DIR/world-<n>.json, DIR/layout-<n>.json, DIR/shares-<n>.json and DIR/block-<n>.txt (the same three, as a
data block of the pack).
"""

import json
import sys
from pathlib import Path

from experiments.seminar.cases import open_case, open_cases, shipped_cases
from experiments.seminar.catalogue import Computed, catalogue
from experiments.seminar.coding import block
from experiments.seminar.question import Question, plan_for
from experiments.seminar.shares import shares_of, simulated
from experiments.seminar.worlds import world_of

CASE = "fictional_commune"
LEVER = "sponsorship.level"
POSITIONS = (0.3, 0.6, 0.9)
RUNS = 20


def write_sample(folder: Path) -> None:
    """Write the example into a folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    case = open_case(CASE)
    computed: Computed = []
    for at, value in enumerate(POSITIONS):
        question = Question(case.id, ((LEVER, value),))
        world, layout = world_of(case, question)
        plan = plan_for(case, question)
        shares = shares_of(plan, simulated(plan, range(RUNS)))
        for name, content in (("world", world), ("layout", layout), ("shares", shares)):
            (folder / f"{name}-{at}.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        whole = {"world": world, "shares": shares, "layout": layout}
        (folder / f"block-{at}.txt").write_text(block(whole), encoding="utf-8")
        computed.append((case.id, {LEVER: value}, [], str(at)))
    live = catalogue(open_cases(shipped_cases()).values(), "fr", openings={})
    for name, content in (
        ("catalogue", catalogue([case], "fr", openings={}, computed=computed, events=[])),
        ("live-catalogue", live),
    ):
        (folder / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    write_sample(Path(sys.argv[1]))

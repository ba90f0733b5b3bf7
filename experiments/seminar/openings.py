"""Which simulation each case shows first: a typical one of its commonest verdict, over its hundred plausible worlds.

The numbers are kept in `openings.json`, so that the live app opens at once; a case that is not there shows its first
simulation.

    python -m experiments.seminar.openings

computes them again (two minutes).
"""

import json
from functools import cache
from pathlib import Path

from experiments.durable import keep
from experiments.seminar.cases import Case, open_cases, shipped_cases
from experiments.seminar.question import Question, plan_for
from experiments.seminar.shares import simulated
from experiments.why.typical import commonest, typical

FILE = Path(__file__).parent / "openings.json"


@cache
def openings() -> dict[str, int]:
    """Number of the simulation that each case shows first, by case."""
    kept: dict[str, int] = json.loads(FILE.read_text(encoding="utf-8"))
    return kept


def opening_of(case: Case) -> int:
    """The typical simulation of a case."""
    plan = plan_for(case, Question(case.id))
    rows = [each.row for each in simulated(plan, range(plan.replicates))]
    return typical(rows, commonest(rows))


def main() -> None:
    """Compute the numbers of all cases that come with the product."""
    found = {name: opening_of(case) for name, case in open_cases(shipped_cases()).items()}
    keep(FILE, json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()

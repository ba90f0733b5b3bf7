"""Live a small world and write down all that it went through: one program for the compiled and for the plain rules.

`NUMBA_DISABLE_JIT=1 python -m tests.oracle.uncompiled NAME` writes it as JSON.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from sim.core.compile import compiled
from tests.oracle.cases import CASES, Case
from tests.oracle.record import stocks_of_engine


def history(case: Case) -> list[dict[str, list[Any]]]:
    """Stocks and columns of the product at each close."""
    live = case.start()
    months = []
    for month in range(live.months):
        live.advance(month + 1)
        row = live.log.monthly[month]
        months.append(stocks_of_engine(live.world) | {name: [row[name].item()] for name in row.dtype.names})
    return months


def find(name: str) -> Case:
    return next(case for case in CASES if case.name == name)


if __name__ == "__main__":
    json.dump({"compiled": compiled, "months": history(find(sys.argv[1]))}, sys.stdout)

"""Reading all patterns under each condition: what was read is kept at once, so that work taken up again goes on."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from experiments.ablation.conditions import Condition
from experiments.manifest import code_hash
from experiments.patterns import Reading, evaluate
from experiments.plan import digest
from experiments.store import write_text

Row = dict[str, object]
"""One part of one pattern under one condition."""

PARTS = "parts"


def read_all(
    conditions: Sequence[Condition], patterns: Sequence[str], folder: Path, *, replicates: int, root: int, workers: int
) -> Iterator[tuple[Condition, list[Row]]]:
    """Each condition with its rows, in order; a condition read before under the same code is not read again."""
    (folder / PARTS).mkdir(parents=True, exist_ok=True)
    for condition in conditions:
        key = digest([code_hash(), condition.name, condition.values, list(patterns), replicates, root])[:16]
        part = folder / PARTS / f"{condition.name}-{key}.json"
        rows = _kept(part)
        if rows is None:
            readings = evaluate(patterns, values=condition.values, replicates=replicates, root=root, workers=workers)
            rows = [row for reading in readings.values() for row in rows_of(condition, reading)]
            _keep(rows, part)
        yield condition, rows


def rows_of(condition: Condition, reading: Reading) -> Iterator[Row]:
    """A reading as rows, one for each of its parts; one row without a value where the model cannot measure it."""
    head: Row = {"condition": condition.name, "pattern": reading.id, "holds": reading.passed}
    if not reading.parts:
        yield head | {"part": None, "value": None, "low": None, "high": None, "passed": None}
    for part in reading.parts:
        numbers = {name: _number(getattr(part, name)) for name in ("value", "low", "high")}
        yield head | {"part": part.name, **numbers, "passed": part.passed}


def _number(value: float) -> float | None:
    return None if value != value else float(value)


def _kept(part: Path) -> list[Row] | None:
    """The rows of a part with its own checksum; None where there is none, or where it is not whole."""
    try:
        kept = json.loads(part.read_text(encoding="utf-8"))
        rows: list[Row] = kept["rows"]
        return rows if kept["sha256"] == digest(rows) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None  # it is read again


def _keep(rows: list[Row], part: Path) -> None:
    passing = part.with_suffix(f".{os.getpid()}")
    write_text(json.dumps({"sha256": digest(rows), "rows": rows}, ensure_ascii=False), passing)
    passing.replace(part)

"""Units of work: one point, one group of patterns, a few replicates. Each is one file that is whole or is not there.

The name of a file is the hash of all that decides its content: code, point, patterns, replicates, luck. Computing a
chunk once or five times, here or in two processes on one folder, gives the same bytes. A file whose checksum is wrong
is computed again. A chunk that fails leaves its reason in `failed/` and never stops the others.
"""

import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from experiments.calibration.simulator import Simulator
from experiments.calibration.space import Values
from experiments.durable import keep, named_after, store, stored
from experiments.patterns.pattern import Row

PARTS, FAILED = "parts", "failed"
DONE, SKIPPED, BROKEN = "done", "skipped", "broken"

Notes = dict[str, list[Row]]
"""By pattern, one row a replicate."""


@dataclass(frozen=True)
class Chunk:
    """What is to be computed."""

    code: str
    values: Values
    ids: tuple[str, ...]
    first: int
    """First replicate."""
    last: int
    """The one after the last replicate."""
    root: int

    @property
    def key(self) -> str:
        """Its name."""
        return named_after([self.code, self.values, self.ids, self.first, self.last, self.root])


def work(simulator: Simulator, folder: Path, deadline: float, chunk: Chunk) -> str:
    """Compute a chunk unless it is there, or time is up; says what became of it."""
    if load(folder, chunk) is not None:
        return DONE
    if time.time() > deadline:
        return SKIPPED
    try:
        rows = [simulator.note(chunk.ids, chunk.values, chunk.root, r) for r in range(chunk.first, chunk.last)]
    except Exception:  # kept with its reason, and told at the end: one point must not stop a thousand
        keep(folder / FAILED / f"{chunk.key}.txt", f"{chunk}\n\n{traceback.format_exc()}")
        return BROKEN
    notes = {name: [_plain(row[name]) for row in rows] for name in chunk.ids}
    store(folder / PARTS / f"{chunk.key}.json", notes)
    return DONE


def load(folder: Path, chunk: Chunk) -> Notes | None:
    """The notes of a chunk; None where its file is missing or damaged."""
    kept = stored(folder / PARTS / f"{chunk.key}.json")
    return None if kept is None else {name: [_numbers(row) for row in rows] for name, rows in kept.items()}


def _plain(row: Row) -> dict[str, Any]:
    """Numbers that JSON can hold: undefined ones become null."""
    return {name: _listed(np.asarray(value, dtype=np.float64)) for name, value in row.items()}


def _listed(value: np.ndarray) -> Any:  # noqa: ANN401
    if value.ndim == 0:
        return None if np.isnan(value) else float(value)
    return [_listed(inner) for inner in value]


def _numbers(row: dict[str, Any]) -> Row:
    return {name: np.array(value, dtype=np.float64) for name, value in row.items()}


def together(parts: Sequence[Notes]) -> Notes:
    """Notes of chunks that follow one another, as one."""
    return {name: [row for part in parts for row in part[name]] for name in parts[0]} if parts else {}

"""Units of work, of retry and of storage. Each is one Parquet file that is whole or is not there.

The name of a chunk is the hash of all that decides its content: code, ground of the study, points and replicates.
Computing it once or five times, here or in two processes on one folder, gives the same bytes. Beside each part stands
its receipt, written after it: checksum, verdicts, time, and on which processor with which libraries. A part without a
receipt, or whose bytes are not those of the receipt, does not count and is computed again.
"""

import time
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from experiments import manifest
from experiments.durable import named_after, store, stored, whole
from experiments.runner import Engine, Run, run_of
from experiments.store import Table, read_table, write_table
from experiments.study.columns import part_table, tally
from experiments.study.plan import Cells, StudyPlan
from experiments.study.processor import processor
from experiments.study.rounds import Chunk
from sim.simulation import simulate

FORMAT = 1
PARTS, FAILED = "parts", "failed"


@dataclass(frozen=True)
class Receipt:
    """What is known of a chunk that is done."""

    key: str
    sha256: str
    rows: int
    verdicts: Mapping[str, int]
    seconds: float
    """CPU time of its runs, s."""
    processor: Mapping[str, str]


@dataclass(frozen=True)
class Failure:
    """Why a chunk could not be computed, and how to see it again."""

    key: str
    reason: str


def key_of(plan: StudyPlan, points: Sequence[Cells], chunk: Chunk) -> str:
    """The name of a chunk."""
    pieces = [[[list(points[at]) for at in piece.points], piece.first, piece.last] for piece in chunk]
    return named_after([FORMAT, manifest.code_hash(), plan.ground, pieces])


def compute(
    plan: StudyPlan, points: Sequence[Cells], chunk: Chunk, folder: Path, number: int, engine: Engine = simulate
) -> Receipt | Failure:
    """Compute a chunk unless it is there; what fails in a run is kept with its reason, and stops no other chunk."""
    key = key_of(plan, points, chunk)
    done = receipt(folder, key)
    if done is not None:
        return done
    started = time.process_time()
    runs: list[Run] = []
    cells = [points[at] for piece in chunk for at, _ in piece.runs]
    for at, (_, replicate) in zip(cells, (run for piece in chunk for run in piece.runs), strict=True):
        try:
            config = plan.config(at, replicate)
            runs.append(run_of(config, plan.seed(at, replicate), replicate, engine))
        except OSError:
            raise  # of the machine, not of the chunk
        except Exception:
            return _failed(plan, at, replicate, folder, key, number)
    return write_part(folder, key, part_table(plan, cells, runs), tally(runs), time.process_time() - started)


def write_part(folder: Path, key: str, rows: Table, verdicts: Mapping[str, int], seconds: float) -> Receipt:
    """Put a part and its receipt in their places."""
    path = folder / PARTS / f"{key}.parquet"
    with whole(path) as temporary:
        write_table(rows, temporary)
        checksum = manifest.checksum(temporary)
    made = Receipt(key, checksum, rows.num_rows, verdicts, round(seconds, 3), processor())
    store(folder / PARTS / f"{key}.json", vars(made))
    (folder / FAILED / f"{key}.json").unlink(missing_ok=True)
    return made


def receipt(folder: Path, key: str) -> Receipt | None:
    """The receipt of a chunk whose part is whole to the last bit; None where it is to be computed."""
    said: dict[str, Any] | None = stored(folder / PARTS / f"{key}.json")
    path = folder / PARTS / f"{key}.parquet"
    try:
        if said is None or manifest.checksum(path) != said["sha256"]:
            return None
        return Receipt(**said)
    except (OSError, TypeError, LookupError):
        return None


def read_part(folder: Path, key: str) -> Table:
    """The rows of a part, its checksums verified; raises OSError where it is not whole."""
    return read_table(folder / PARTS / f"{key}.parquet")


def quarantine(folder: Path, key: str, number: int, said: Mapping[str, Any]) -> Failure:
    """Keep the reason why a chunk is given up, with the line that computes it again alone."""
    line = f"archipel worker {folder} --chunk {number}"
    store(folder / FAILED / f"{key}.json", {"chunk": number, "key": key, "replay": line, **said})
    return Failure(key, str(said["reason"]))


def _failed(plan: StudyPlan, cells: Cells, replicate: int, folder: Path, key: str, number: int) -> Failure:
    said = traceback.format_exc()
    reason = said.strip().splitlines()[-1]
    seed, point = plan.seed(cells, replicate), plan.point_id(cells)
    about = {"reason": reason, "traceback": said, "seed": seed, "point_id": point, "replicate": replicate}
    return quarantine(folder, key, number, {**about, "run_id": plan.run_id(cells, replicate)})

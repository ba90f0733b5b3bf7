"""Files of a result, written so that nothing half done looks whole.

A table is Parquet with a checksum on every page, verified at each reading. A folder is prepared beside its target under
a hidden name; its files then take their places one by one, the manifest last. The same content gives the same bytes.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

MANIFEST = "manifest.json"
RUNS = "runs.parquet"
MONTHLY = "monthly.parquet"
SUMMARY = "summary.json"
README = "README.md"
FIGURES = "figures"
PHASE = "phase"
WHY = "why.json"
AGENTS = "agents.parquet"
EVENTS = "events.parquet"
DESIGN = "design.parquet"
DICTIONARY = "dictionary.json"
OWN_NAMES = frozenset({MANIFEST, RUNS, MONTHLY, SUMMARY, README, FIGURES, PHASE, WHY, AGENTS, EVENTS})

Column = Sequence[object] | np.ndarray
Table = pa.Table


def table(columns: Mapping[str, Column]) -> pa.Table:
    """Columns of one length as a table: None and nan become null, a column without any value becomes text."""
    return pa.table({name: _array(values) for name, values in columns.items()})


def write_table(rows: pa.Table, path: Path, *, described: bool = False) -> None:
    """A table as Parquet, with a checksum on every page; `described` keeps what is said of its columns."""
    with writing(path, rows.schema, described=described) as put:
        put(rows)
    _flush(path)


@contextmanager
def writing(path: Path, schema: pa.Schema, *, described: bool = False) -> Iterator[Callable[[pa.Table], None]]:
    """A table written piece by piece."""
    form = {"compression": "zstd", "write_page_checksum": True, "store_schema": described}
    with pq.ParquetWriter(path, schema, **form) as writer:
        yield writer.write_table


def read_table(path: Path, columns: Sequence[str] | None = None) -> pa.Table:
    """A table or some of its columns, page checksums verified; raises OSError where a byte has changed."""
    try:
        return pq.read_table(path, columns=None if columns is None else list(columns), page_checksum_verification=True)
    except (OSError, pa.ArrowException) as error:
        raise OSError(f"{path.name}: {error}") from error


def as_json(content: object) -> str:
    """Readable JSON, accents kept; nan is refused, for JSON has none."""
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def write_text(content: str, path: Path) -> None:
    """A text in UTF-8, with the same line ends on every platform."""
    path.write_bytes(content.encode("utf-8"))
    _flush(path)


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """A folder to fill, which becomes `target` when the block ends well and vanishes when it does not."""
    target = target.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    stage = target.with_name(f".{target.name}.{os.getpid()}.partial")
    shutil.rmtree(stage, ignore_errors=True)  # of a process that was killed, whose number came back
    stage.mkdir()
    try:
        yield stage
        _publish(stage, target)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def files_of(folder: Path) -> list[str]:
    """Every file of a result but its manifest, relative to the folder, in order."""
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in files if name != MANIFEST)


def _publish(stage: Path, target: Path) -> None:
    """Move every file to its place, the manifest last: until then its checksums tell that the folder is not whole."""
    target.mkdir(exist_ok=True)
    shutil.rmtree(target / FIGURES, ignore_errors=True)
    for name in [*files_of(stage), MANIFEST]:
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        (stage / name).replace(place)


def _array(values: Column) -> pa.Array:
    array = pa.array(values, from_pandas=True)
    return array.cast(pa.string()) if pa.types.is_null(array.type) else array


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())

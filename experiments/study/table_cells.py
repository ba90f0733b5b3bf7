"""The cells of a table of points, from CSV or Parquet: names of its columns, values as they stand, empty ones None.

A CSV file may come from a French or an English spreadsheet: semicolons, tabs or commas, a mark at its start, the coding
of Windows; where commas do not separate columns, they may stand in numbers.
"""

import csv
from collections import Counter
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from experiments.csv_text import decoded, separator
from experiments.study.factors import Cell
from experiments.study.faults import Faults

MOST_ROWS, MOST_BYTES = 1_000_000, 200_000_000
_TOLD = 10
"""Lines of a wrong length that are told one by one."""


@dataclass(frozen=True)
class Table:
    """Columns, all of one length."""

    names: list[str]
    columns: list[list[Cell]]
    lines: list[int]
    """Number of each row in its file, as a spreadsheet shows it."""
    decimal: str = "."
    """What stands before the decimals of a number that is written as a text."""


def read_cells(path: Path, faults: Faults) -> Table | None:
    """The table of a file; None where it cannot be read, which is told."""
    readers = {".parquet": _parquet, ".csv": _csv}
    if path.suffix.lower() not in readers:
        faults.add("design.file", str(path), "un fichier .csv ou .parquet", "a .csv or .parquet file")
        return None
    try:
        if path.stat().st_size > MOST_BYTES:
            faults.add("design.file", str(path), "fichier trop grand", "file too large", f"1..{MOST_BYTES}")
            return None
        table = readers[path.suffix.lower()](path, faults)
    except (OSError, ValueError, pa.ArrowException, csv.Error) as error:
        reason = str(error).splitlines()[0]
        faults.add("design.file", str(path), f"fichier illisible : {reason}", f"file cannot be read: {reason}")
        return None
    return None if table is None else _sound(table, path, faults)


def _sound(table: Table, path: Path, faults: Faults) -> Table | None:
    """The table, where it has rows, and columns with a name each."""
    twice = [name for name, n in Counter(table.names).items() if n > 1]
    for name in twice:
        told = name or '""'
        faults.add(path.name, told, "colonne écrite deux fois", "column written twice")
    if not twice and "" in table.names:
        faults.add(path.name, table.names.index("") + 1, "colonne sans nom", "column without a name")
    if not table.names or not 1 <= len(table.lines) <= MOST_ROWS:
        faults.add("design.file", str(path), f"de 1 à {MOST_ROWS} lignes", f"1 to {MOST_ROWS} rows")
    return None if twice or "" in table.names or not table.names or not 1 <= len(table.lines) <= MOST_ROWS else table


def _csv(path: Path, faults: Faults) -> Table | None:
    found = decoded(path.read_bytes())
    if found is None:
        faults.add("design.file", str(path), "ce n'est pas un texte", "this is not a text")
        return None
    text, _ = found
    between = separator(text)
    reader = csv.reader(StringIO(text, newline=""), delimiter=between, strict=True)
    rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader]
    rows = [(line, row) for line, row in rows if any(row)]
    (_, names), *rows = rows or [(1, [])]
    while names and not names[-1] and not any(any(row[len(names) - 1 :]) for _, row in rows):
        names = names[:-1]  # a spreadsheet may write columns that were emptied
    rows = [(line, row[: len(names)] if not any(row[len(names) :]) else row) for line, row in rows]
    wrong = [(line, len(row)) for line, row in rows if len(row) != len(names)]
    for line, length in wrong[:_TOLD]:
        faults.add(path.name, length, f"ligne {line} : {len(names)} cellules sont attendues",
                   f"line {line}: {len(names)} cells are expected")
    if wrong:
        return None
    columns: list[list[Cell]] = [[row[at] or None for _, row in rows] for at in range(len(names))]
    return Table(names, columns, [line for line, _ in rows], "." if between == "," else ",")


def _parquet(path: Path, faults: Faults) -> Table:
    table = pq.read_table(path)
    kept = [at for at, name in enumerate(table.column_names) if not name.startswith("__index_level_")]
    columns = [table.column(at).to_pylist() for at in kept]
    for at, column in zip(kept, columns, strict=True):
        odd = next((cell for cell in column if not isinstance(cell, bool | int | float | str | None)), None)
        if odd is not None:
            faults.add(f"{path.name}:{table.column_names[at]}", str(odd), "un nombre, un texte, vrai ou faux",
                       "a number, a text, true or false")
    plain = [[_plain(cell) for cell in column] for column in columns]
    return Table([table.column_names[at] for at in kept], plain, list(range(1, table.num_rows + 1)))


def _plain(cell: object) -> Cell:
    """A cell that a table may hold; what it may not was told."""
    if not isinstance(cell, bool | int | float | str) or cell != cell:
        return None
    return cell

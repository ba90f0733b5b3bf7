"""Reads the points of a study from a CSV or a Parquet file, each cell as its key wants it."""

from collections.abc import Sequence
from pathlib import Path

from experiments.study.factors import LEVER, Cell, Factor, Level, cell_of
from experiments.study.faults import Faults
from experiments.study.levers import Options
from experiments.study.table_cells import Table, read_cells
from sim.config import Parameter, iter_parameters, parameter_of

_KINDS = ("float", "int", "bool", "choice")
_TRUE_OR_FALSE = {"true": True, "vrai": True, "false": False, "faux": False}


def read_points(path: Path, options: Options, faults: Faults) -> tuple[list[Factor], list[list[Cell]]]:
    """The factors that the columns name, and the rows."""
    table = read_cells(path, faults)
    if table is None:
        return [], []
    found = [
        _column(name, cells, table, options, path, faults)
        for name, cells in zip(table.names, table.columns, strict=True)
    ]
    made = [each for each in found if each is not None]
    return [factor for factor, _ in made], [list(row) for row in zip(*(cells for _, cells in made), strict=True)]


def _column(
    name: str, cells: Sequence[Cell], table: Table, options: Options, path: Path, faults: Faults
) -> tuple[Factor, list[Cell]] | None:
    """A column as a factor and its cells."""
    where = f"{path.name}:{name}"
    if name in options:
        for cell in dict.fromkeys(cells):
            if cell not in options[name]:
                faults.unknown(where, str(cell), options[name], "option inconnue", "unknown option")
        levels = tuple(Level(str(cell), {}, (name, str(cell))) for cell in dict.fromkeys(cells))
        return Factor(name, LEVER, levels), [str(cell) for cell in cells]
    known = parameter_of(name)
    if known is None or known.kind not in _KINDS or not known.decides:
        keys = [key for key, p in iter_parameters() if p.kind in _KINDS and p.decides]
        faults.unknown(where, name, [*keys, *options], "clé inconnue", "unknown key")
        return None
    values = [_typed(cell, known, table.decimal) for cell in cells]
    wrong: dict[Cell, int] = {}
    for value, line in zip(values, table.lines, strict=True):
        if isinstance(value, str) and known.kind != "choice":
            wrong.setdefault(value, line)
    for value, line in wrong.items():
        yes_or_no = known.kind == "bool"
        fr, en = ("vrai ou faux", "true or false") if yes_or_no else ("un nombre", "a number")
        faults.add(where, value, f"ligne {line} : {fr} est attendu", f"line {line}: {en} is expected")
    if wrong:
        return None
    levels = tuple(Level(cell_of(value), {name: value}) for value in dict.fromkeys(values))
    return Factor(name, LEVER, levels), values


def _typed(cell: Cell, known: Parameter, decimal: str) -> Cell:
    """A cell in the kind that its key wants; a text that is no such thing stays one.

    A Parquet column of whole numbers with a hole in it holds others; a CSV file holds texts.
    """
    if isinstance(cell, str) and known.kind in ("float", "int", "bool"):
        cell = _read(cell, known.kind, decimal)
    if isinstance(cell, bool) or not isinstance(cell, float | int):
        return cell
    if known.kind == "float":
        return float(cell)
    return int(cell) if known.kind == "int" and cell == cell // 1 else cell


def _read(text: str, kind: str, decimal: str) -> Cell:
    """What a text means where a number, or yes or no, is wanted; the text itself where it means nothing."""
    if text.lower() == "null":
        return None
    if kind == "bool":
        return _TRUE_OR_FALSE.get(text.lower(), text)
    try:
        spelled = text.replace(decimal, ".")
        return int(spelled) if spelled.lstrip("+-").isdecimal() else float(spelled)
    except ValueError:
        return text

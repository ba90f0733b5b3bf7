"""Reads the points of a study from a CSV or a Parquet file, each cell as its key wants it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from experiments.study.factors import LEVER, Cell, Factor, Level, cell_of
from experiments.study.faults import Faults
from experiments.study.levers import Options
from sim.config import Parameter, iter_parameters, parameter_of

MOST_ROWS = 1_000_000


def read_points(path: Path, options: Options, faults: Faults) -> tuple[list[Factor], list[list[Cell]]]:
    """The factors that the columns name, and the rows."""
    frame = _frame(path, faults)
    if frame is None:
        return [], []
    factors, columns = [], []
    for name in map(str, frame.columns):
        cells = [_plain(value) for value in frame[name]]
        made = _column(name, cells, options, path, faults)
        if made is not None:
            factors.append(made[0])
            columns.append(made[1])
    return factors, [list(row) for row in zip(*columns, strict=True)]


def _frame(path: Path, faults: Faults) -> pd.DataFrame | None:
    try:
        if path.suffix == ".parquet":
            frame = pd.read_parquet(path)
        elif path.suffix == ".csv":
            frame = pd.read_csv(path)
        else:
            faults.add("design.file", str(path), "un fichier .csv ou .parquet", "a .csv or .parquet file")
            return None
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0]
        faults.add("design.file", str(path), f"fichier illisible : {reason}", f"file cannot be read: {reason}")
        return None
    if frame.empty or len(frame) > MOST_ROWS:
        faults.add("design.file", str(path), f"de 1 à {MOST_ROWS} lignes", f"1 to {MOST_ROWS} rows")
        return None
    return frame


def _column(
    name: str, cells: Sequence[Any], options: Options, path: Path, faults: Faults
) -> tuple[Factor, list[Cell]] | None:
    """A column as a factor and its cells."""
    if name in options:
        for cell in dict.fromkeys(cells):
            if cell not in options[name]:
                faults.unknown(f"{path.name}:{name}", str(cell), options[name], "option inconnue", "unknown option")
        levels = tuple(Level(str(cell), {}, (name, str(cell))) for cell in dict.fromkeys(cells))
        return Factor(name, LEVER, levels), [str(cell) for cell in cells]
    known = parameter_of(name)
    if known is None or known.kind not in ("float", "int", "bool", "choice") or not known.decides:
        keys = [key for key, p in iter_parameters() if p.kind in ("float", "int", "bool", "choice") and p.decides]
        faults.unknown(f"{path.name}:{name}", name, [*keys, *options], "clé inconnue", "unknown key")
        return None
    values = [_typed(cell, known) for cell in cells]
    levels = tuple(Level(cell_of(value), {name: value}) for value in dict.fromkeys(values))
    return Factor(name, LEVER, levels), [cell_of(value) for value in values]


def _plain(value: Any) -> Any:  # noqa: ANN401
    if pd.isna(value):
        return None
    return value.item() if hasattr(value, "item") else value


def _typed(cell: Any, known: Parameter) -> Any:  # noqa: ANN401
    """A number in the kind that its key wants: a column with a hole in it turns whole numbers into others."""
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        if known.kind == "float":
            return float(cell)
        if known.kind == "int" and cell == int(cell):
            return int(cell)
    return cell

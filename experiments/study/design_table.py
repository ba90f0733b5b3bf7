"""The design as a table: one row a row of the design, with what became of it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.csv

from experiments.durable import whole
from experiments.store import DESIGN, write_table
from experiments.study.columns import factor_type
from experiments.study.first import drawn
from experiments.study.plan import Cells, StudyPlan
from experiments.study.rounds import Round, points_of

ROLE = b"role"


def design_table(plan: StudyPlan, rounds: Sequence[Round], more: Mapping[str, Mapping[int, object]]) -> pa.Table:
    """point_id, notes of the design, the columns that vary (their role said in each), replicates, what else is known.

    `more` are columns by point number.
    """
    design, points = drawn(plan), points_of(rounds)
    numbers = {cells: at for at, cells in enumerate(points)}
    rows = [*design.rows, *points[len(rounds[0].points) :]]
    extra = len(rows) - len(design.rows)
    columns: dict[str, pa.Array] = {"point_id": pa.array([plan.point_id(cells) for cells in rows])}
    fields = [pa.field("point_id", pa.string())]
    for name, notes in design.notes.items():
        columns[name] = pa.array([*notes, *[None] * extra])
        fields.append(pa.field(name, columns[name].type))
    if len(rounds) > 1:
        columns["round"] = pa.array([_round_of(rounds, numbers[cells]) for cells in rows], pa.int32())
        fields.append(pa.field("round", pa.int32()))
    for at, factor in enumerate(plan.factors):
        kind = factor_type(factor)
        columns[factor.key] = pa.array([_cell(cells, at, kind) for cells in rows], kind)
        fields.append(pa.field(factor.key, kind, metadata={ROLE: factor.role.encode()}))
    for name, values in {"replicates": replicates(rounds), **more}.items():
        columns[name] = pa.array([values.get(numbers[cells]) for cells in rows])
        fields.append(pa.field(name, columns[name].type))
    return pa.table(columns, pa.schema(fields))


def write_design(folder: Path, table: pa.Table, *, as_csv: bool) -> None:
    """The design in its place."""
    with whole(folder / DESIGN) as temporary:
        write_table(table, temporary, described=True)
    if as_csv:
        with whole((folder / DESIGN).with_suffix(".csv")) as temporary:
            pa.csv.write_csv(table, temporary)


def replicates(rounds: Sequence[Round]) -> dict[int, int]:
    """How many replicates each point has, by its number."""
    played: dict[int, int] = {}
    for rnd in rounds:
        for piece in (piece for chunk in rnd.chunks for piece in chunk):
            for point in piece.points:
                played[point] = max(played.get(point, 0), piece.last)
    return played


def _round_of(rounds: Sequence[Round], point: int) -> int:
    return max(rnd.number for rnd in rounds if rnd.first_point <= point)


def _cell(cells: Cells, at: int, kind: pa.DataType) -> object:
    value = cells[at]
    if value is None:
        return None
    return float(value) if pa.types.is_float64(kind) else str(value) if pa.types.is_string(kind) else value

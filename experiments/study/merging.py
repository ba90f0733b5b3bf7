"""From parts to tables, in the order of the plan, a few parts in memory at a time: same parts, same bytes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from experiments.durable import whole
from experiments.store import MONTHLY, RUNS, writing
from experiments.study.chunks import PARTS, read_part
from experiments.study.columns import MONTH_PREFIX

ROWS_HELD = 2_000
"""Rows of the run table put together before they are written, one row group."""
Put = Callable[[pa.Table], None]


def merge(folder: Path, keys: Sequence[str], *, as_csv: bool) -> int:
    """Write runs and months of all parts; how many runs there are. Raises OSError where a part is not whole."""
    runs_schema, months_schema = _schemas(folder, keys)
    rows = 0
    with ExitStack() as stack:
        put_runs = stack.enter_context(_table(folder / RUNS, runs_schema, as_csv=as_csv))
        put_months = stack.enter_context(_table(folder / MONTHLY, months_schema, as_csv=as_csv))
        for table in _batches(folder, keys):
            put_runs(_as(table, runs_schema))
            put_months(_months(table, months_schema))
            rows += table.num_rows
    return rows


@contextmanager
def _table(path: Path, schema: pa.Schema, *, as_csv: bool) -> Iterator[Put]:
    """A table that takes its place when it is whole, with a CSV file of the same beside it where one is asked for."""
    with ExitStack() as stack:
        puts: list[Put] = [stack.enter_context(writing(stack.enter_context(whole(path)), schema))]
        if as_csv:
            temporary = stack.enter_context(whole(path.with_suffix(".csv")))
            puts.append(stack.enter_context(pa.csv.CSVWriter(temporary, schema)).write_table)

        def put_all(rows: pa.Table) -> None:
            for put in puts:
                put(rows)

        yield put_all


def _batches(folder: Path, keys: Sequence[str]) -> Iterator[pa.Table]:
    """The parts in order, put together until they make a row group."""
    held: list[pa.Table] = []
    rows = 0
    for key in keys:
        held.append(read_part(folder, key))
        rows += held[-1].num_rows
        if rows >= ROWS_HELD:
            yield _together(held)
            held, rows = [], 0
    if held:
        yield _together(held)


def _together(tables: Sequence[pa.Table]) -> pa.Table:
    """Tables end to end, each column in one piece."""
    return pa.concat_tables(tables, promote_options="permissive").combine_chunks()


def _schemas(folder: Path, keys: Sequence[str]) -> tuple[pa.Schema, pa.Schema]:
    """Columns of the two tables: those of all parts, in the order in which they first appear."""
    fields: dict[str, pa.DataType] = {}
    for key in keys:
        for field in pq.read_schema(folder / PARTS / f"{key}.parquet"):
            fields.setdefault(field.name, field.type)
    runs = pa.schema([(name, kind) for name, kind in fields.items() if not name.startswith(MONTH_PREFIX)])
    months = [(name.removeprefix(MONTH_PREFIX), pa.float64()) for name in fields if name.startswith(MONTH_PREFIX)]
    return runs, pa.schema([("run_id", pa.string()), ("month", pa.int32()), *months])


def _as(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """The columns of a schema, empty where a part has none of that name."""
    known: Mapping[str, pa.ChunkedArray] = {name: table[name] for name in table.column_names}
    columns = [known.get(field.name, pa.nulls(table.num_rows, field.type)) for field in schema]
    return pa.table(columns, schema=schema)


def _months(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """One row a run and month."""
    names = schema.names[2:]
    if not names:
        return schema.empty_table()
    lists = table[f"{MONTH_PREFIX}{names[0]}"].combine_chunks()
    lengths = pc.list_value_length(lists)
    months = [pa.array(range(length), pa.int32()) for length in lengths.to_pylist()]
    columns = [table["run_id"].take(pc.list_parent_indices(lists)), pa.chunked_array(months, pa.int32())]
    columns += [pc.list_flatten(table[f"{MONTH_PREFIX}{name}"].combine_chunks()) for name in names]
    return pa.table([pa.chunked_array([c]) if isinstance(c, pa.Array) else c for c in columns], schema=schema)

"""State variables, table by table."""

from math import inf

from experiments.description.columns import STOCK, Column, Table, tables
from experiments.description.markdown import code, section, sections, table
from experiments.language import Words
from experiments.listing import span


def block(say: Words) -> str:
    """One section a table of the world: what a row is, then its columns."""
    return sections(_section(each, say) for each in tables())


def _section(declared: Table, say: Words) -> str:
    header = [say(f"description.{name}") for name in ("column", "symbol", "meaning", "unit", "range", "kind")]
    rows = [_row(name, column, say) for name, column in declared.columns.items()]
    title = f"{declared.title.of(say.lang)} (`{declared.name}`)"
    return section(title, say("description.rows", text=declared.rows.of(say.lang)), table(header, rows))


def _row(name: str, column: Column, say: Words) -> list[str]:
    ends = "" if (column.low, column.high) == (-inf, inf) else span(column.low, column.high, say)
    kind = say("description.stock" if column.kind == STOCK else "description.fixed")
    return [code(name), column.symbol, column.text.of(say.lang), say(f"quantity.{column.unit}"), ends, kind]

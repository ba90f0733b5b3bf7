"""Entities: what the tables of the world stand for."""

from experiments.description.columns import STOCK, Table, tables
from experiments.description.markdown import code, table
from experiments.language import Words


def block(say: Words) -> str:
    """One line a table: the entity, its rows, its stocks."""
    header = [say(f"description.{name}") for name in ("entity", "table", "row", "stocks")]
    return table(header, (_row(each, say) for each in tables()))


def _row(declared: Table, say: Words) -> list[str]:
    stocks = [code(name) for name, column in declared.columns.items() if column.kind == STOCK]
    return [declared.title.of(say.lang), code(declared.name), declared.rows.of(say.lang), ", ".join(stocks)]

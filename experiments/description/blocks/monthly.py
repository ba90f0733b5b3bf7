"""Monthly columns."""

from experiments.description.markdown import code, table
from experiments.language import Words
from sim.observation import COLUMNS


def block(say: Words) -> str:
    """One line a column: name, meaning, unit."""
    header = [say(f"description.{name}") for name in ("column", "meaning", "unit")]
    rows = ([code(name), c.text.of(say.lang), say(f"quantity.{c.unit}")] for name, c in COLUMNS.items())
    return table(header, rows)

"""Random draws: the phase of each, and what its words decide."""

from experiments.description.markdown import code, table
from experiments.language import Words
from sim.core import phases


def block(say: Words) -> str:
    """One line a phase: number, name, row, what is drawn."""
    found = sorted((value, name) for name, value in vars(phases).items() if isinstance(value, int))
    header = [say(f"description.{name}") for name in ("phase", "name", "draw")]
    return table(header, ([str(value), code(name), say(f"draw.{name}")] for value, name in found))

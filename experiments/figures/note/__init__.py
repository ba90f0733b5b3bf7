"""Figures of a note: small, without title (the note has it), readable in grey, wide as a page or half a page.

Each takes plain data and its words; the numbers that it draws stand in numbers.csv or in the tables of the folder.
"""

from matplotlib.figure import Figure

from experiments.figures import style
from experiments.figures.note.fan import Panel, fan
from experiments.figures.note.frontier import Point, frontier
from experiments.figures.note.phase import Cell, phase
from experiments.figures.note.tornado import Bar, tornado


def as_svg(figure: Figure) -> str:
    """The figure with its words drawn: a PDF, and a page on any machine, need no font for it."""
    return style.as_svg(figure, words=False)


__all__ = ["Bar", "Cell", "Panel", "Point", "as_svg", "fan", "frontier", "phase", "tornado"]

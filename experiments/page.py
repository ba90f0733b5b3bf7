"""What a command prints: lines and tables on the output, kept as text where the user asks for a file of it."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from experiments.grammar import Mistake, Request
from experiments.refusal import refused
from experiments.store import write_text

_WIDTH = 120
"""Columns where there is no terminal to ask."""
_GAP, _NARROWEST = 3, 12
"""Between two columns of a table; the least for its names where figures are to stay on one line."""


class Sheet(Console):
    """A console that leaves the departure of its reader to the command."""

    def on_broken_pipe(self) -> None:
        """Raise it again: rich would end the process as a failure."""
        raise BrokenPipeError


class Page:
    """A sheet that is printed as it is written; `quiet` keeps it blank."""

    def __init__(self, *, quiet: bool = False) -> None:
        free = sys.stdout.isatty() or "COLUMNS" in os.environ
        width = None if free else _WIDTH
        self._console = Sheet(quiet=quiet, record=True, markup=False, highlight=False, width=width)

    def title(self, text: str) -> None:
        """A heading."""
        self._console.print(Text(text, style="bold"))

    def line(self, text: str = "", style: str = "") -> None:
        """A sentence, folded at the width of the page."""
        self._console.print(Text(text, style=style))

    def text(self, text: str) -> None:
        """Lines as they are, never folded."""
        self._console.print(Text(text), soft_wrap=True)

    def note(self, text: str) -> None:
        """A reservation or a hint, less visible."""
        self.line(text, "dim")

    def table(self, header: Sequence[str], *sections: Sequence[Sequence[str]]) -> None:
        """A table, its sections parted by a line: names on the left, figures on the right."""
        table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
        for heading, width in zip(header, self._widths(header, sections), strict=True):
            table.add_column(heading, justify="right" if table.columns else "left", width=width)
        for rows in sections:
            for row in rows:
                table.add_row(*row)
            table.add_section()
        self._console.print(table)
        self._console.print()

    def _widths(self, header: Sequence[str], sections: Sequence[Sequence[Sequence[str]]]) -> list[int | None]:
        """Figures and, if there is room, headings on one line each; names on what is left.

        Free where the page is too narrow for that.
        """
        lines = [row for rows in sections for row in rows]
        names, *figures = (max(len(row[column]) for row in lines) for column in range(len(header)))
        names = max(names, len(header[0]))
        room = self._console.width - _GAP * len(figures)
        whole = [max(figure, len(head)) for figure, head in zip(figures, header[1:], strict=True)]
        folded = [max(figure, *map(len, head.split())) for figure, head in zip(figures, header[1:], strict=True)]
        if names + sum(whole) <= room:
            return [names, *whole]
        left = room - sum(folded)
        return [min(names, left), *folded] if left >= _NARROWEST else [None] * len(header)

    def keep(self, request: Request, name: str) -> None:
        """Write the whole page as `name`.txt in the folder of --out, where one is asked for."""
        out = request.text("out")
        if out is None:
            return
        folder = Path(out)
        if folder.exists() and not folder.is_dir():
            raise refused([Mistake("out_file", f"--out {out}")])
        folder.mkdir(parents=True, exist_ok=True)
        write_text(self._console.export_text(styles=False), folder / f"{name}.txt")

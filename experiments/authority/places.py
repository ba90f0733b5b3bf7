"""Where something stands in a file that a lab gave: sheet, line and column, said in both languages."""

import re
from dataclasses import dataclass

from experiments.language import LANGUAGES, Words
from experiments.refusal import both
from sim.core.text import Text

_FILE = re.compile(r"\.[a-z]{3,4}$")
"""How the name of a file ends: a place of such a name is the file."""


@dataclass(frozen=True)
class Place:
    """A sheet, or a line of it, or a cell."""

    sheet: str
    line: int = 0
    """From 1, as a spreadsheet counts; 0: the sheet as a whole."""
    letter: str = ""
    """Of the column, as a spreadsheet names it."""
    column: str = ""
    """Its heading."""
    asked: bool = False
    """The answer to a question of this name rather than a sheet."""

    @property
    def key(self) -> str:
        """In the notation of spreadsheets: `Services!B7`."""
        return f"{self.sheet}!{self.letter}{self.line}" if self.line else self.sheet

    @property
    def text(self) -> Text:
        """In words."""
        if self.asked:
            return both("authority.question", name=self.sheet)
        where = both(f"authority.{self._kind}", name=self.sheet)
        return where if not self.line else Text(*(self._at(where.of(lang), lang) for lang in LANGUAGES))

    def _at(self, where: str, lang: str) -> str:
        say, column = Words(lang), self.column or self.letter
        return say("authority.cell" if self.letter else "authority.line", where=where, line=self.line, column=column)

    @property
    def _kind(self) -> str:
        """A table in CSV, and a workbook as a whole, are files; the rest are sheets."""
        return "file" if _FILE.search(self.sheet.casefold()) else "sheet"


def letter_of(column: int) -> str:
    """Name of a column from its rank, from 0: A, B, ... Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name

"""Where something stands in a file that a lab gave: sheet, line and column, said in both languages."""

from dataclasses import dataclass

from experiments.refusal import both
from sim.core.text import Text


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
        if not self.line:
            return both("authority.sheet", sheet=self.sheet)
        if not self.letter:
            return both("authority.line", sheet=self.sheet, line=self.line)
        return both("authority.cell", sheet=self.sheet, line=self.line, column=self.column or self.letter)


def letter_of(column: int) -> str:
    """Name of a column from its rank, from 0: A, B, ... Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name

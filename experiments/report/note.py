"""The parts of a note, whatever shows it: texts may hold marked numbers (see `marks`)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from experiments.report.marks import Span, spans


@dataclass(frozen=True)
class Heading:
    """A title inside the note."""

    text: str
    level: Literal[2, 3] = 2


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `warning` and `answer` stand in a frame, `small` is a note under something."""

    text: str
    look: Literal["plain", "warning", "answer", "small"] = "plain"


@dataclass(frozen=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Command:
    """A line to type."""

    line: str


@dataclass(frozen=True)
class Table:
    """A table: the first column names the rows; a row of `strong` is set off."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    strong: int = -1
    small: bool = False


@dataclass(frozen=True)
class Picture:
    """A figure as SVG, with what to say to those who do not see it."""

    name: str
    svg: str
    title: str
    caption: str
    alt: str


@dataclass(frozen=True)
class Beside:
    """Two pictures side by side, each with its title."""

    left: Picture
    right: Picture


Block = Heading | Paragraph | Bullets | Command | Table | Picture | Beside


@dataclass(frozen=True)
class Note:
    """The whole document."""

    lang: str
    title: str
    subtitle: str
    first: tuple[Block, ...]
    second: tuple[Block, ...]
    annex_title: str
    annex: tuple[Block, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All its parts, in order."""
        return (*self.first, *self.second, *self.annex)


def texts_of(block: Block) -> Iterator[str]:
    """All texts of a part, numbers marked."""
    if isinstance(block, Heading | Paragraph):
        yield block.text
    elif isinstance(block, Bullets):
        yield from block.items
    elif isinstance(block, Command):
        yield block.line
    elif isinstance(block, Table):
        yield from (block.caption, *block.header, *(cell for row in block.rows for cell in row))
    elif isinstance(block, Beside):
        yield from (*texts_of(block.left), *texts_of(block.right))
    else:
        yield from (block.title, block.caption, block.alt)


def numbers_in(blocks: tuple[Block, ...]) -> list[Span]:
    """Every marked number of these parts once, in order."""
    found = (span for block in blocks for text in texts_of(block) for span in spans(text))
    return list(dict.fromkeys(span for span in found if span.origin is not None))

"""Markdown, as the pages of the description write it."""

from collections.abc import Iterable, Sequence


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; a column in which every cell is empty is left out."""
    lines = [list(row) for row in rows]
    kept = [k for k in range(len(header)) if any(line[k] for line in lines)]
    shown = [[header[k] for k in kept], ["---"] * len(kept), *([cell(line[k]) for k in kept] for line in lines)]
    return "\n".join(f"| {' | '.join(line)} |" for line in shown)


def cell(text: str) -> str:
    """A text on one line, with no bar that would end the cell."""
    return " ".join(text.split()).replace("|", "\\|")


def code(text: str) -> str:
    """A name of the code; nothing for nothing."""
    return f"`{text}`" if text else ""


def section(title: str, *parts: str, level: int = 3) -> str:
    """A title and what stands under it; empty parts are left out."""
    return "\n\n".join([f"{'#' * level} {title}", *(part for part in parts if part)])


def sections(parts: Iterable[str]) -> str:
    """Several sections, one after the other."""
    return "\n\n".join(parts)

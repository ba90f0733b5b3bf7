"""Levels of headings that a page needs on the site: one title, then no level skipped.

Pages written for the repository may have several titles, or sections of the third level under the title; side bars and
screen readers want an outline.
"""

import re

from sphinx.application import Sphinx

_HEADING = re.compile(r"^#{1,6} ")
_FENCE = re.compile(r"^(```+|~~~+)")


def outlined(text: str) -> str:
    """The page with each heading one level below the nearest one above that ranks higher; the first is the title."""
    lines = text.split("\n")
    open_levels: list[int] = []
    for line in _headings(lines)[1:]:
        marks, _, words = lines[line].partition(" ")
        while open_levels and open_levels[-1] >= len(marks):
            open_levels.pop()
        open_levels.append(len(marks))
        lines[line] = f"{'#' * (1 + len(open_levels))} {words}"
    return "\n".join(lines)


def before_second(text: str, part: str) -> str:
    """The page with a part put at the end of what stands under its title, before any section."""
    lines = text.split("\n")
    at = _headings(lines)[1:2] or [len(lines)]
    return "\n".join([*lines[: at[0]], part, *lines[at[0] :]])


def _headings(lines: list[str]) -> list[int]:
    """Numbers of the lines that are headings, not those of code."""
    found, fence = [], ""
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and line.startswith(fence):
            fence = ""
        elif not fence and _HEADING.match(line):
            found.append(number)
    return found


def _outline(app: Sphinx, docname: str, source: list[str]) -> None:
    source[0] = outlined(source[0])


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("source-read", _outline, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

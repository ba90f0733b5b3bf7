"""Diagrams of arrows as tables of three columns: what draws them in a repository is a script of megabytes."""

import re

from sphinx.application import Sphinx
from texts import ARROWS

_DIAGRAM = re.compile(r"^```mermaid\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ARROW = re.compile(r"^\s*(\w+)(?:\[(.+?)\])? (?:-- (.+?) )?--> (\w+)(?:\[(.+?)\])?$")
_NAMED = re.compile(r"(\w+)\[(.+?)\]")


def table(diagram: str, language: str) -> str:
    """The arrows of a diagram, one a row: from, what passes, to.

    Raises:
        ValueError: a line that is no arrow.
    """
    names = dict(_NAMED.findall(diagram))
    rows = []
    for line in diagram.splitlines()[1:]:
        arrow = _ARROW.match(line)
        if not arrow:
            raise ValueError(f"no arrow: {line!r}")
        rows.append([names.get(arrow[1], arrow[1]), arrow[3] or "", names.get(arrow[4], arrow[4])])
    return "\n".join(f"| {' | '.join(row)} |" for row in (ARROWS[language], ["---"] * 3, *rows))


def _tabulate(app: Sphinx, docname: str, source: list[str]) -> None:
    source[0] = _DIAGRAM.sub(lambda found: table(found[1], app.config.language), source[0])


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("source-read", _tabulate)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

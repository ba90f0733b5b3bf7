"""The side bar, read from the pages that list others: docs/index.* and docs/decisions/README.md.

A heading of the second level opens a group, an entry of a list is a page, an entry below it a page under that page. So
what a reader of the repository clicks through and what the site shows are said once, and a page that no list names
fails the build.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from editions import editions, target
from headings import before_second
from sphinx.application import Sphinx

_ENTRY = re.compile(r"^( *)- (?:\*\*)?\[([^\]]+)\]\(([^)#\s:]+)\)")
_LISTS = ("docs/index.fr", "docs/index.en", "docs/decisions/README")


@dataclass
class Group:
    """Pages under one caption, with their titles; and those that stand under another page."""

    caption: str
    entries: list[tuple[str, str]] = field(default_factory=list)


def groups(text: str, root: Path, page: str, language: str) -> tuple[list[Group], dict[str, Group]]:
    """The groups of a page of lists, and the groups that its inner lists put under other pages."""
    found: list[Group] = []
    under: dict[str, Group] = {}
    above = ""
    for line in text.splitlines():
        if line.startswith("## "):
            found.append(Group(line.removeprefix("## ")))
        entry = _ENTRY.match(line)
        to = entry and target(root, page, entry[3])
        if not entry or not to or language not in editions(to) or not found:
            continue
        name = to.removesuffix(".md")
        if entry[1]:
            under.setdefault(above, Group("")).entries.append((entry[2], name))
        else:
            above = name
            found[-1].entries.append((entry[2], name))
    return [group for group in found if group.entries], under


def toctree(group: Group) -> str:
    """The group as the directive that Sphinx reads."""
    caption = f":caption: {group.caption}\n" if group.caption else ""
    lines = "\n".join(f"{title} </{name}>" for title, name in group.entries)
    return f"\n\n```{{toctree}}\n:hidden:\n{caption}\n{lines}\n```\n"


def _append(app: Sphinx, docname: str, source: list[str]) -> None:
    root, language = Path(app.srcdir), app.config.language
    for name in _LISTS:
        if language not in editions(f"{name}.md"):
            continue
        own, under = groups((root / f"{name}.md").read_text(encoding="utf-8"), root, f"{name}.md", language)
        mine = own if name == docname else [under[docname]] if docname in under else []
        if mine:
            source[0] = before_second(source[0], "".join(toctree(group) for group in mine))


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("source-read", _append)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

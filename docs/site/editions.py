"""Which page belongs to which edition of the site, French or English, and links that cross from one to the other.

Two editions rather than one: each has the interface, the `lang` attribute and the search stems of its language.
"""

import os
import re
from pathlib import Path
from typing import Any

from docutils.nodes import document
from sphinx.application import Sphinx
from texts import OTHER_EDITION

ALL = ("fr", "en")
_FOUND = ("README.fr.md", "README.md", "CONTRIBUTING.md", "GLOSSARY.md", "VISION.md", "CHANGELOG.md",
          "examples/README.md", "docs/**/*.md")  # fmt: skip
_EDITIONS = {"GLOSSARY.md": ALL, "docs/coding-sheet.md": ("fr",)}
"""Pages whose name does not say their language; any other without `.fr` is English."""
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)#\s:]+)(#[^)\s]*)?\)")


def editions(page: str) -> tuple[str, ...]:
    """Languages in whose edition a page stands, by its path in the repository."""
    return _EDITIONS.get(page) or (("fr",) if page.endswith(".fr.md") else ("en",))


def pages(root: Path, language: str) -> list[str]:
    """Paths of all pages of an edition."""
    found = {path.relative_to(root).as_posix() for pattern in _FOUND for path in root.glob(pattern)}
    return sorted(page for page in found if language in editions(page))


def target(root: Path, page: str, link: str) -> str | None:
    """The page (path in the repository) that a relative link of a page leads to; a folder stands for its README."""
    path = Path(os.path.normpath(root / Path(page).parent / link))
    if path.is_dir():
        path /= "README.md"
    return path.relative_to(root).as_posix() if path.suffix == ".md" and path.is_file() else None


def crossing(page: str, edition: str, to: str) -> str:
    """Address of a page in an edition, relative to a page of the other."""
    there = Path("..", edition, to.removesuffix(".md") + ".html")
    return Path(os.path.relpath(there, Path(page).parent)).as_posix()


def mended(text: str, root: Path, page: str, language: str) -> str:
    """The text of a page with its links to folders and to the other edition leading where they should."""

    def mend(found: re.Match[str]) -> str:
        words, link, part = found[1], found[2], found[3] or ""
        to = target(root, page, link)
        if to is None:
            return found[0]
        if language in editions(to):
            return f"[{words}]({os.path.relpath(root / to, (root / page).parent)}{part})"
        return f'<a href="{crossing(page, editions(to)[0], to)}{part}">{words}</a>'

    return _LINK.sub(mend, text)


def _mend(app: Sphinx, docname: str, source: list[str]) -> None:
    source[0] = mended(source[0], Path(app.srcdir), f"{docname}.md", app.config.language)


def _sibling(app: Sphinx, docname: str, template: str, context: dict[str, Any], tree: document | None) -> None:
    """Tell the template where the same page stands in the other edition, or else where that edition begins."""
    root, language = Path(app.srcdir), app.config.language
    (other,) = (lang for lang in ALL if lang != language)
    stem = docname.removesuffix(f".{language}")
    names = [f"{stem}.{other}.md", f"{stem}.md", f"docs/index.{other}.md"]
    there = next(name for name in names if (root / name).is_file() and other in editions(name))
    context["sibling"] = crossing(f"{docname}.md", other, there)
    context["other"], context["other_edition"] = other, OTHER_EDITION[language]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("source-read", _mend, priority=600)
    app.connect("html-page-context", _sibling)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

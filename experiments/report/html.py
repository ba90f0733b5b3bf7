"""The note as one HTML file: figures inlined, nothing fetched, every number with its origin in data attributes."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from experiments.language import Words
from experiments.report.marks import spans
from experiments.report.note import Note
from experiments.report.typography import typeset

FOLDER = Path(__file__).parent / "templates"
_PROLOGUE = re.compile(r"^.*?(?=<svg)", re.DOTALL)
_METADATA = re.compile(r"<metadata>.*?</metadata>", re.DOTALL)
_STYLE = re.compile(r"<style.*?</style>", re.DOTALL)
_NAMESPACES = re.compile(r'\sxmlns(?::\w+)?="[^"]*"')
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_SIZE = re.compile(r'(<svg[^>]*?)\s(?:height|width)="[^"]*"')


def as_html(note: Note) -> str:
    """The whole page."""
    kinds = {"kind": lambda block: type(block).__name__.lower(), "inline": _inline(note.lang), "svg": inlined}
    page = _environment().get_template("note.html.j2").render(note=note, say=Words(note.lang), **kinds)
    return "\n".join(line.rstrip() for line in page.splitlines()) + "\n"


@cache
def _environment() -> Environment:
    files = FileSystemLoader(FOLDER)
    return Environment(loader=files, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _inline(lang: str) -> Callable[[str], Markup]:
    """Text as HTML: typeset, escaped, marked numbers in <data>."""

    def show(text: str) -> Markup:
        pieces = []
        for span in spans(typeset(text, lang)):
            if span.origin is None:
                pieces.append(escape(span.text))
                continue
            where = Markup('data-file="{}" data-row="{}" data-column="{}"').format(
                span.origin.file, span.origin.row, span.origin.column
            )
            pieces.append(Markup('<span class="n" {}>{}</span>').format(where, span.text))
        return Markup("").join(pieces)

    return show


def inlined(svg: str, name: str) -> Markup:
    """An SVG that can stand in a page: no prologue, no reference elsewhere, names of its own, as wide as its place."""
    text = _PROLOGUE.sub("", svg, count=1)
    for pattern in (_METADATA, _STYLE, _NAMESPACES, _TITLE):
        text = pattern.sub("", text)
    for _ in range(2):
        text = _SIZE.sub(r"\1", text)
    text = re.sub(r'\bid="', f'id="{name}-', text)
    text = re.sub(r'(?:xlink:)?href="#', f'href="#{name}-', text)
    text = text.replace("url(#", f"url(#{name}-")
    return Markup(text.replace("<svg", '<svg aria-hidden="true" focusable="false"', 1).strip())

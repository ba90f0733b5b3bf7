"""The page in one language, its numbers as a file, its pictures: from three gathered studies to docs/."""

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType

from experiments.headline_study.answer import answer
from experiments.headline_study.material import Headline
from experiments.headline_study.sections import (
    channels,
    conclusions,
    origins,
    overturn,
    phase,
    sensitivity,
    thresholds,
    uncertainties,
    verdicts,
)
from experiments.headline_study.source import how, limits, provenance
from experiments.headline_study.told import Book
from experiments.language import LANGUAGES, Words

SECTIONS: tuple[ModuleType, ...] = (
    phase, verdicts, conclusions, sensitivity, channels, origins, uncertainties, thresholds, overturn,
)  # fmt: skip
STEM = "headline-study"


def measured(study: Headline) -> Book:
    """All numbers of the page."""
    book = Book()
    for section in SECTIONS:
        book.add(section.measure(study))
    return book


def text(study: Headline, book: Book, lang: str, seconds: float | None = None) -> str:
    """The page; `seconds` that its numbers took, None where nobody measured."""
    say = Words(lang)
    parts = [f"# {say('headstudy.title')}", say("headstudy.lead"), answer(book.lines, say)]
    for section in SECTIONS:
        told = [each for each in book.lines if each.section == section.NAME]
        parts += [f"## {say(f'headstudy.heading.{section.NAME}')}", section.write(told, say)]
        if told:
            parts.append(_traced(section.NAME, book, say))
    parts += [f"## {say('headstudy.heading.design')}", how(study, say)]
    parts += [f"## {say('headstudy.heading.limits')}", limits(study, say)]
    parts += [f"## {say('headstudy.heading.source')}", provenance(study, say, seconds)]
    return "\n\n".join(parts) + "\n"


def pages(study: Headline, book: Book, seconds: float | None = None) -> Mapping[str, str]:
    """Name of each text file -> its content."""
    found = {f"{STEM}.{lang}.md": text(study, book, lang, seconds) for lang in LANGUAGES}
    return found | {f"{STEM}.csv": book.as_csv()}


def write(study: Headline, folder: Path) -> Sequence[Path]:
    """Write page, numbers and pictures; returns the files."""
    from experiments.figures.headline_study import draw_all
    from experiments.store import write_text

    started, book, paths = time.monotonic(), measured(study), []
    folder.mkdir(parents=True, exist_ok=True)
    for lang in LANGUAGES:
        paths += draw_all(book.lines, folder / "images" / STEM, lang)
    for name, content in pages(study, book, time.monotonic() - started).items():
        write_text(content, folder / name)
        paths.append(folder / name)
    return paths


def _traced(section: str, book: Book, say: Words) -> str:
    first, last = book.span(section)
    return say("headstudy.rows", first=first, last=last, file=f"{STEM}.csv")

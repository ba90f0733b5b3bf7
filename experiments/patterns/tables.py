"""Patterns as tables: expected, observed with its interval, held or not; on the page and in Markdown."""

from collections.abc import Mapping
from math import floor, isfinite, isnan, log10

from experiments.language import UNDEFINED, Words, number
from experiments.page import Page
from experiments.patterns.catalogue import catalogue
from experiments.patterns.reading import Finding, Reading

_SIGNIFICANT, _MOST_DIGITS = 3, 5


def short(value: float, lang: str) -> str:
    """A number with three significant digits."""
    if not isfinite(value):
        return UNDEFINED if isnan(value) else "∞"
    digits = _SIGNIFICANT - 1 - floor(log10(abs(value))) if value else 0
    return number(value, lang, digits=min(_MOST_DIGITS, max(0, digits)))


def observed(finding: Finding, say: Words) -> str:
    """The value and its 95 % interval."""
    interval = say("interval", low=short(finding.low, say.lang), high=short(finding.high, say.lang))
    return f"{short(finding.value, say.lang)} ({interval})"


def mark(passed: bool | None, say: Words) -> str:
    """Held, not held, or nothing to hold."""
    return "" if passed is None else say("validate.yes" if passed else "validate.no")


def lines(read: Mapping[str, Reading], say: Words) -> list[list[str]]:
    """A line a pattern, then one a part: words, expected, observed, held, how sure, grade."""
    rows = []
    for name, reading in read.items():
        known = catalogue()[name]
        sure = UNDEFINED if isnan(reading.support) else number(100 * reading.support, say.lang)
        rows.append([f"{name} {known.title.of(say.lang)}", "", "", mark(reading.passed, say), sure, known.grade])
        texts = {part.name: part.text for part in known.parts}
        rows += [
            [
                f"  {texts[part.name].of(say.lang)}",
                part.accepted.written(say.lang) if part.accepted else "",
                observed(part, say),
                mark(part.passed, say),
                "",
                "",
            ]
            for part in reading.parts
        ]
        if known.unmeasured is not None:
            rows.append([f"  {known.unmeasured.of(say.lang)}", "", say("validate.unmeasured"), "", "", ""])
    return rows


def header(say: Words) -> list[str]:
    """Headings of `lines`."""
    return [say(f"validate.column.{name}") for name in ("pattern", "expected", "observed", "held", "support", "grade")]


def print_parts(page: Page, read: Mapping[str, Reading], say: Words) -> None:
    """The table of one variant."""
    page.table(header(say), lines(read, say))


def variant_lines(readings: Mapping[str, Mapping[str, Reading]], say: Words) -> list[list[str]]:
    """A line a pattern, a column a variant."""
    names = list(next(iter(readings.values())))
    return [
        [
            f"{name} {catalogue()[name].title.of(say.lang)}",
            *(mark(read[name].passed, say) for read in readings.values()),
        ]
        for name in names
    ]


def variant_header(readings: Mapping[str, Mapping[str, Reading]], say: Words) -> list[str]:
    """Headings of `variant_lines`."""
    return [say("validate.column.pattern"), *(say(f"validate.short.{variant}") for variant in readings)]


def print_variants(page: Page, readings: Mapping[str, Mapping[str, Reading]], say: Words) -> None:
    """Which pattern holds in which structural variant."""
    page.table(variant_header(readings, say), variant_lines(readings, say))


def markdown(head: list[str], rows: list[list[str]]) -> str:
    """A table in Markdown; names of patterns in bold, their parts below."""
    written = [" | ".join(_cell(text, first=at == 0) for at, text in enumerate(row)) for row in rows]
    return "\n".join(f"| {line} |" for line in [" | ".join(head), " | ".join("---" for _ in head), *written]) + "\n"


def _cell(text: str, *, first: bool) -> str:
    safe = text.replace("|", "\\|")
    if not first:
        return safe
    return f"&nbsp;&nbsp;{safe.strip()}" if safe.startswith(" ") else f"**{safe}**"

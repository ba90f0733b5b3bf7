"""The tables of an analysis: as CSV for machines, as Markdown for readers of either language."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import isfinite

import pandas as pd

from experiments.analysis.findings import Findings
from experiments.analysis.material import TARGETS
from experiments.analysis.words import (
    box_sentences,
    key_name,
    limit_sentences,
    measure_name,
    minus,
    outcome_name,
    setting_name,
    span_name,
    survival_sentences,
    unit_of,
    value_name,
    variant_name,
)
from experiments.language import UNDEFINED, Words, number, percent
from experiments.statistics import Estimate
from experiments.units import difference, interval, written

Lines = list[list[str]]
MOST_ROWS = 40
"""Lines of a table for readers; the CSV file holds all of them."""


def markdown(findings: Findings, title: str, say: Words, pictures: Mapping[str, str] | None = None) -> str:
    """The whole analysis as one page; `pictures`: file of each figure drawn in this language, with what it shows."""
    parts = [f"# {say('analysis.title', title=title)}", "", say("analysis.about"), ""]
    parts += [line for sentence in limit_sentences(findings.limits, say) for line in (sentence, "")]
    parts += _in_words(findings, say)
    parts += [line for name, shows in (pictures or {}).items() for line in (f"![{shows}]({name})", "")]
    for name in ("shares", "uncertainties", "contrasts", "interactions", "sensitivity", "tipping", "modes", "survival"):
        header, lines = _TABLES[name](findings, say)
        if lines:
            parts += [f"## {say(f'analysis.{name}')}", "", say(f"analysis.{name}.about"), "", *grid(header, lines), ""]
            if len(lines) > MOST_ROWS:
                parts += [say("analysis.more", name=f"{name}.csv", n=len(lines) - MOST_ROWS), ""]
    return minus("\n".join(parts))


def _in_words(findings: Findings, say: Words) -> list[str]:
    """Boxes, then conclusions and whether they hold under every structure: what a reader wants first."""
    boxed, held = (
        list(box_sentences(findings.boxes, say)), list(survival_sentences(findings.survival, say)),
    )  # fmt: skip
    if not boxed and not held:
        return []
    parts = [f"## {say('analysis.boxes')}", ""]
    for about, sentences in (("analysis.boxes.about", boxed), ("analysis.survival.about", held)):
        if sentences:
            parts += [say(about), "", *(f"- {sentence}" for sentence in sentences), ""]
    return parts


def grid(header: Sequence[str], lines: Lines) -> Iterator[str]:
    """A Markdown table; figures on the right."""
    yield f"| {' | '.join(header)} |"
    yield "|" + "---|" * len(header)
    for line in lines[:MOST_ROWS]:
        yield f"| {' | '.join(cell.replace('|', '/') for cell in line)} |"


def _shares(findings: Findings, say: Words) -> tuple[list[str], Lines]:
    header = [say(f"analysis.column.{name}") for name in
              ("lever", "value", "outcome", "estimate", "repetition", "parameters", "structure")]  # fmt: skip
    lines = []
    for row in _targets(findings.shares).to_dict("records"):
        unit, lever = unit_of(row["outcome"]), row["lever"]
        told = f"{written(row['value'], unit, say.lang)} ({_span(row, '', unit, say)})"
        if row["low_mode"] is not None and row["low_mode"] == row["low_mode"]:
            low, high = (written(row[mode], unit, say.lang) for mode in ("low_mode", "high_mode"))
            told = say("analysis.two", low=low, high=high, share=number(100 * row["upper"], say.lang), mean=told)
        doubts = [_span(row, f"{name}_", unit, say) for name in ("repetition", "parameters", "structure")]
        span = span_name(lever, row["start"], row["end"], say)
        name = key_name(lever, say) if lever else say("analysis.whole")
        lines.append([name, span, measure_name(row["outcome"], say), told, *doubts])
    return header, lines


def _uncertainties(findings: Findings, say: Words) -> tuple[list[str], Lines]:
    header = [say(f"analysis.column.{name}") for name in ("outcome", "uncertainty", "part")]
    lines = []
    for row in _targets(findings.uncertainties).to_dict("records"):
        low, high = (number(100 * row[end], say.lang) for end in ("low", "high"))
        part = f"{percent(row['value'], say.lang, 0)} ({say('interval', low=low, high=high)})"
        lines.append([outcome_name(row["outcome"], say), say(f"analysis.{row['uncertainty']}"), part])
    return header, lines


def contrast_lines(findings: Findings, say: Words, *, extremes: bool = False) -> tuple[list[str], Lines]:
    """Paired contrasts of the main outcomes; `extremes`: from the first value of each lever to its last only."""
    header = [say(f"analysis.column.{name}") for name in ("lever", "start", "end", "outcome", "effect", "pairs")]
    ordered = _targets(findings.contrasts).sort_values("extremes", ascending=False, kind="stable")
    rows = [row for row in ordered.to_dict("records") if row["extremes"] or not extremes]
    return header, [
        [key_name(row["lever"], say), *(value_name(row["lever"], row[end], say) for end in ("start", "end")),
         measure_name(row["outcome"], say), difference(_estimate(row), unit_of(row["outcome"]), say),
         number(row["n"], say.lang)]
        for row in rows
    ]  # fmt: skip


def _interactions(findings: Findings, say: Words) -> tuple[list[str], Lines]:
    header = [say(f"analysis.column.{name}") for name in ("lever", "start", "end", "other", "outcome", "effect")]
    return header, [
        [key_name(row["lever"], say), *(value_name(row["lever"], row[end], say) for end in ("start", "end")),
         key_name(row["other"], say), measure_name(row["outcome"], say),
         difference(_estimate(row), unit_of(row["outcome"]), say)]
        for row in findings.interactions.to_dict("records")
    ]  # fmt: skip


def _sensitivity(findings: Findings, say: Words) -> tuple[list[str], Lines]:
    header = [say(f"analysis.column.{name}") for name in ("outcome", "key", "index", "value", "floor", "found")]
    return header, [
        [outcome_name(row["outcome"], say), _keys(row, say), say(f"analysis.index.{row['index']}"),
         _bare(row, say), number(row["floor"], say.lang, 3), say("analysis.yes" if row["found"] else "analysis.no")]
        for row in findings.sensitivity.to_dict("records")
    ]  # fmt: skip


def _keys(row: dict, say: Words) -> str:
    """A key, or the two of a pair."""
    own = key_name(row["key"], say)
    return own if not isinstance(row["other"], str) else say("analysis.pair", first=own,
                                                             other=key_name(row["other"], say))  # fmt: skip


def _tipping(findings: Findings, say: Words) -> tuple[list[str], Lines]:
    header = [say(f"analysis.column.{name}") for name in ("setting", "variant", "axis", "crossing")]
    lines = []
    for row in findings.tipping.to_dict("records"):
        kind = "always" if row["always"] else "never" if row["never"] else None
        told = say(f"analysis.{kind}") if kind else f"{number(row['value'], say.lang, 2)} ({_ends(row, say)})"
        variant = variant_name(row["variant"], say) if row["variant"] else say("analysis.all")
        lines.append([setting_name(row["setting"], say) or UNDEFINED, variant, key_name(row["axis"], say), told])
    return header, lines


def _ends(row: dict, say: Words) -> str:
    """The interval of a crossing; what leaves the values tried says on which side."""
    known = [number(row[end], say.lang, 2) if isfinite(row[end]) else None for end in ("low", "high")]
    if known == [None, None]:
        return say("analysis.beyond")
    low, high = (each or say(f"analysis.beyond.{end}") for each, end in zip(known, ("low", "high"), strict=True))
    return say("interval", low=low, high=high)


def _modes(findings: Findings, say: Words) -> tuple[list[str], Lines]:
    header = [say(f"analysis.column.{name}") for name in ("setting", "outcome", "low_mode", "high_mode", "upper")]
    return header, [
        [setting_name(row["setting"], say), outcome_name(row["outcome"], say),
         *(written(row[mode], unit_of(row["outcome"]), say.lang) for mode in ("low_mode", "high_mode")),
         f"{number(100 * row['value'], say.lang)} ({_span(row, '', 'share of runs', say)})"]
        for row in findings.modes.to_dict("records")
    ]  # fmt: skip


def _survival(findings: Findings, say: Words) -> tuple[list[str], Lines]:
    header = [say(f"analysis.column.{name}") for name in ("lever", "outcome", "variant", "effect", "status")]
    return header, [
        [key_name(row["lever"], say), measure_name(row["outcome"], say), variant_name(row["variant"], say),
         difference(_estimate({**row, "n": 0}), unit_of(row["outcome"]), say), say(f"analysis.status.{row['status']}")]
        for row in findings.survival.to_dict("records")
    ]  # fmt: skip


_TABLES: dict[str, Callable[[Findings, Words], tuple[list[str], Lines]]] = {
    "shares": _shares,
    "uncertainties": _uncertainties,
    "contrasts": contrast_lines,
    "interactions": _interactions,
    "sensitivity": _sensitivity,
    "tipping": _tipping,
    "modes": _modes,
    "survival": _survival,
}


def _targets(table: pd.DataFrame) -> pd.DataFrame:
    return table[table["outcome"].isin(TARGETS)] if len(table) else table


def _estimate(row: dict) -> Estimate:
    return Estimate(row["value"], row["low"], row["high"], int(row["n"]))


def _span(row: dict, prefix: str, unit: str, say: Words) -> str:
    low, high = row[f"{prefix}low"], row[f"{prefix}high"]
    if low is None or low != low:
        return UNDEFINED
    return interval(Estimate(low, low, high, 0), unit, say)


def _bare(row: dict, say: Words) -> str:
    value = number(row["value"], say.lang, 3)
    if row["low"] != row["low"]:
        return value
    return f"{value} ({say('interval', low=number(row['low'], say.lang, 3), high=number(row['high'], say.lang, 3))})"

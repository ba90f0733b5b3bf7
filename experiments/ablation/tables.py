"""What was read under each condition, as tables: tidy rows for analysis, a grid in Markdown for readers."""

from collections.abc import Sequence
from math import floor, log10

from experiments.ablation.conditions import Condition
from experiments.ablation.reading import Row
from experiments.language import Words, number

Read = Sequence[tuple[Condition, Sequence[Row]]]
"""Conditions in order, each with its rows."""


def grid(read: Read, patterns: Sequence[str], say: Words) -> str:
    """One line a condition, one column a pattern: does it hold, and the first of the numbers that decide.

    What differs from the first line, where everything is in place, is in bold.
    """
    (_, first), *_ = read
    reference = held(first)
    lines = [_line([say("ablation.condition"), *patterns]), _line(["---", *(":-:" for _ in patterns)])]
    lines += [
        _line([condition.text.of(say.lang), *(_cell(rows, name, reference[name], say) for name in patterns)])
        for condition, rows in read
    ]
    return "\n".join(lines) + "\n"


def held(rows: Sequence[Row]) -> dict[str, bool]:
    """Whether each pattern holds."""
    return {str(row["pattern"]): bool(row["holds"]) for row in rows}


def lost(read: Read) -> dict[str, list[str]]:
    """Patterns that hold with everything in place and no longer do, by condition."""
    (_, first), *others = read
    reference = held(first)
    return {
        condition.name: [name for name, holds in held(rows).items() if reference[name] and not holds]
        for condition, rows in others
    }


def _cell(rows: Sequence[Row], pattern: str, reference: bool, say: Words) -> str:
    own = [row for row in rows if row["pattern"] == pattern]
    deciding = next((row for row in own if row["passed"] is not None), own[0])
    holds, value = bool(own[0]["holds"]), deciding["value"]
    mark = say("ablation.holds") if holds else say("ablation.fails")
    text = f"{mark} {_short(float(str(value)), say) if value is not None else '–'}"
    return text if holds == reference else f"**{text}**"


def _short(value: float, say: Words) -> str:
    """A number to two significant digits."""
    digits = 2 if value == 0 else max(0, 1 - floor(log10(abs(value))))
    return number(value, say.lang, digits)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"

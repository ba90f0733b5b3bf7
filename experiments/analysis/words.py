"""Findings in plain words, in both languages: names of levers, values, boxes."""

import re
from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any

import pandas as pd

from experiments.analysis.survival import HOLDS, WEAKER
from experiments.language import UNDEFINED, Words, number
from experiments.table import unit_note
from experiments.units import RUNS
from sim.config import parameter_of
from sim.outcomes.catalogue import catalogue
from sim.outcomes.verdict import LABELS, VERDICTS

MOST_LABEL = 60
_MINUS = re.compile(r"(?<![\w–-])-(?=\d)")


def key_name(key: str, say: Words) -> str:
    """A short name of a lever or of an uncertain key."""
    if f"key.{key}" in say:
        return say(f"key.{key}")
    known = parameter_of(key)
    if known is None:
        return key
    words = known.text.of(say.lang).split(":")[0].split(".")[0].split(";")[0].strip()
    return words if len(words) <= MOST_LABEL else key


def axis_name(key: str, say: Words) -> str:
    """A short name of a key with the unit of its numbers, where the name does not tell it."""
    known, name = parameter_of(key), key_name(key, say)
    unit = f"analysis.unit.{known.unit}" if known is not None else ""
    return f"{name} ({say(unit)})" if unit in say and "(" not in name else name


def value_name(key: str, value: object, say: Words) -> str:
    """A value of a key, as the language writes it; a choice by its own word."""
    if isinstance(value, bool) or value in ("True", "False"):  # a column of choices holds them as text
        return say("analysis.yes" if str(value) == "True" else "analysis.no")
    if isinstance(value, float | int):
        return number(float(value), say.lang, digits=2)
    if value is None:
        return UNDEFINED
    kind, _, size = str(value).rpartition("_")
    if f"choice.{key}.{kind}" in say and size.isdigit():
        return say(f"choice.{key}.{kind}", n=number(int(size), say.lang))
    return say(f"choice.{key}.{value}") if f"choice.{key}.{value}" in say else str(value)


def measure_name(outcome: str, say: Words) -> str:
    """Name of an outcome at the head of a bare number: shares of runs with their unit."""
    name = outcome_name(outcome, say)
    return name + say("unit.runs") if outcome in VERDICTS else name


def minus(text: str) -> str:
    """The text with true minus signs."""
    return _MINUS.sub("−", text)


def outcome_name(outcome: str, say: Words) -> str:
    """Name of a verdict or of an outcome, with the unit that its number does not carry."""
    if outcome in VERDICTS:
        return LABELS[outcome].of(say.lang)
    spec = next(spec for spec in catalogue() if spec.name == outcome)
    return str(getattr(spec, say.lang)).split(":")[0].strip() + unit_note(spec.unit, say)


def setting_name(setting: Mapping[str, Any], say: Words) -> str:
    """Values of several levers."""
    return ", ".join(f"{key_name(key, say)} {value_name(key, value, say)}" for key, value in setting.items())


def bound_name(key: str, low: object, high: object, among: object, say: Words) -> str:
    """What one key must be: `sponsorship ≥ 0.6`, `at most 3 levels`."""
    name = key_name(key, say)
    if isinstance(among, str):
        values = ", ".join(value_name(key, value, say) for value in among.split(", "))
        return say("analysis.among", name=name, values=values)
    known = parameter_of(key)
    unit = f"analysis.count.{known.unit}" if known is not None and known.kind == "int" else ""
    ends = [None if _is_none(end) else value_name(key, end, say) for end in (low, high)]
    if unit in say:
        names = dict(zip(("low", "high"), ends, strict=True))
        kind = "between" if None not in ends else "most" if ends[0] is None else "least"
        return say(f"analysis.{kind}", unit=say(unit), **names)
    if None not in ends:
        return f"{ends[0]} ≤ {name} ≤ {ends[1]}"
    return f"{name} ≤ {ends[1]}" if ends[0] is None else f"{name} ≥ {ends[0]}"


def often(share: float, say: Words) -> str:
    """A share in words: `9 of 10`, in hundreds where tenths would say never or always of what is neither."""
    tenths = round(10 * share)
    exact = share in (0.0, 1.0)
    if 0 < tenths < 10 or exact:
        return say("analysis.often", times=tenths, total=10)
    return say("analysis.often", times=number(100 * share, say.lang), total=100)


def box_sentences(boxes: pd.DataFrame, say: Words) -> Iterator[str]:
    """One sentence a box, those of a verdict in order."""
    for (verdict, at), bounds in boxes.groupby(["verdict", "box"], sort=False):
        first = bounds.iloc[0]
        rows = bounds.to_dict("records")
        parts = [bound_name(str(row["key"]), row["low"], row["high"], row["among"], say) for row in rows]
        rank = sorted(set(boxes.loc[boxes["verdict"] == verdict, "box"])).index(at)
        yield say(
            "analysis.box" if rank == 0 else "analysis.box.next",
            bounds=say("analysis.and").join(parts),
            verdict=outcome_name(str(verdict), say),
            often=often(first["value"], say),
            low=number(100 * first["interval_low"], say.lang),
            high=number(100 * first["interval_high"], say.lang),
            coverage=number(100 * first["coverage"], say.lang),
            counted=say("analysis.box.apart" if first["apart"] else "analysis.box.same"),
        )


def survival_sentences(survival: pd.DataFrame, say: Words) -> Iterator[str]:
    """One sentence a conclusion: it survives, goes the same way without being seen everywhere, or turns somewhere."""
    for (lever, outcome), rows in survival.groupby(["lever", "outcome"], sort=False):
        first = rows.iloc[0]
        names = [f"{say(f'variant.{row.variant}')} ({say(f'analysis.status.{row.status}')})"
                 for row in rows.itertuples() if row.status != "holds"]  # fmt: skip
        yield say(
            "analysis.survives" if first["survives"] else
            "analysis.survives.open" if set(rows["status"]) <= {HOLDS, WEAKER} else "analysis.survives.not",
            lever=key_name(str(lever), say),
            start=value_name(str(lever), first["start"], say),
            end=value_name(str(lever), first["end"], say),
            outcome=outcome_name(str(outcome), say),
            variants=say("analysis.join").join(names),
        )


def limit_sentences(limits: pd.DataFrame, say: Words) -> Iterator[str]:
    """One sentence a table or a figure that does not hold all."""
    for row in limits.to_dict("records"):
        shown, whole = (number(row[name], say.lang) for name in ("shown", "whole"))
        yield say(f"analysis.limit.{row['table']}", shown=shown, whole=whole)


def variant_name(variant: str, say: Words) -> str:
    """Name of a structural variant."""
    return say(f"variant.{variant}") if f"variant.{variant}" in say else variant


def span_name(key: str, start: object, end: object, say: Words) -> str:
    """A value, or the two ends of a part of the range."""
    if start == end:
        return value_name(key, start, say)
    return say("interval", low=value_name(key, start, say), high=value_name(key, end, say))


def unit_of(outcome: str) -> str:
    """Unit in which an outcome is written."""
    return RUNS if outcome in VERDICTS else next(spec.unit for spec in catalogue() if spec.name == outcome)


def _is_none(value: object) -> bool:
    return value is None or (isinstance(value, float) and not isfinite(value))

"""The data dictionary of a study: every column of every table, in both languages, with its unit, range and source."""

from typing import Any

import pyarrow as pa

from experiments.language import LANGUAGES, Words
from experiments.store import DESIGN, MONTHLY, RUNS
from experiments.study.factors import DUMMY, UNCERTAIN, Factor
from experiments.study.plan import StudyPlan
from sim.config import parameter_of
from sim.observation import COLUMNS
from sim.outcomes.catalogue import catalogue

Entry = dict[str, Any]


def dictionary(plan: StudyPlan, schemas: dict[str, pa.Schema]) -> dict[str, dict[str, Entry]]:
    """By table, then by column."""
    return {
        name: {field.name: {"type": str(field.type), **_entry(plan, name, field.name)} for field in schema}
        for name, schema in schemas.items()
    }


def as_markdown(entries: dict[str, dict[str, Entry]], lang: str) -> str:
    """The dictionary as tables of a page."""
    say = Words(lang)
    parts = []
    for name in (DESIGN, RUNS, MONTHLY):
        columns = entries[name].items()
        rows = [f"| `{column}` | {_meaning(each, lang, say)} | {_unit(each, say)} |" for column, each in columns]
        parts.append("\n".join([f"### {name}", "", say("study.dictionary.head"), "|---|---|---|", *rows]))
    return "\n\n".join(parts)


def _entry(plan: StudyPlan, table: str, column: str) -> Entry:
    """What is known of one column."""
    if table == MONTHLY and column in COLUMNS:
        known = COLUMNS[column]
        return {"fr": known.text.fr, "en": known.text.en, "unit": known.unit}
    factor = next((f for f in (*plan.factors, *plan.drawn) if f.key == column), None)
    if factor is not None:
        return {"role": factor.role, **_of_factor(factor)}
    if parameter_of(column) is not None:
        role = {"role": UNCERTAIN} if column in plan.spread.keys(plan.bases[0].given) else {}
        return {**role, **_of_key(column)}
    for spec in catalogue():
        if spec.name == column:
            ends = {"low": _finite(spec.low), "high": _finite(spec.high)}
            return {"fr": spec.fr, "en": spec.en, "unit": spec.unit, **ends, "source": spec.source}
    return _said(column)


def _of_factor(factor: Factor) -> Entry:
    if factor.role == DUMMY:
        return _said("noise")
    ends = {"low": factor.low, "high": factor.high}
    named = {"levels": [level.cell for level in factor.levels]} if factor.levels else ends
    if parameter_of(factor.key) is None:
        return {**_said("choice"), **named}
    return {**_of_key(factor.key), **named}


def _of_key(key: str) -> Entry:
    known = parameter_of(key)
    assert known is not None
    ends = {} if known.valid is None else {"allowed": list(known.valid)}
    sources = {"source": known.source.en, "source_fr": known.source.fr}
    return {"fr": known.text.fr, "en": known.text.en, "unit": known.unit, **ends, **sources}


def _said(column: str) -> Entry:
    """A column that the study itself makes; `verdict_40` is the verdict at month 40."""
    stem, _, month = column.rpartition("_")
    key, values = (f"column.{stem}_at", {"month": month}) if month.isdecimal() else (f"column.{column}", {})
    return {lang: Words(lang)(key, **values) for lang in LANGUAGES}


def _meaning(entry: Entry, lang: str, say: Words) -> str:
    role = entry.get("role")
    text = str(entry[lang]).replace("|", "\\|")
    return f"**{say(f'study.role.{role}')}** {text}" if role else text


def _unit(entry: Entry, say: Words) -> str:
    unit = entry.get("unit", "")
    return say(f"quantity.{unit}") if unit and f"quantity.{unit}" in say else str(unit)


def _finite(value: float) -> float | None:
    return None if value in (float("inf"), float("-inf")) else value



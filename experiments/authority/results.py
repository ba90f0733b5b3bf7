"""The numbers of a comparison of plans as a workbook, for those who go on in a spreadsheet.

Every number stands with its interval and with the row of numbers.csv that it comes from.
"""

import csv
import json
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font

from experiments.authority.written import put, stable
from experiments.durable import whole
from experiments.language import LANGUAGES, Words
from experiments.plans.findings import NUMBERS, PLANS
from experiments.plans.numbers import WORLD
from experiments.report.typography import typeset

RESULTS = "resultats.xlsx"
_SHARE, _EUROS, _COUNT, _DECIMAL = "0 %", '#,##0 "€"', "#,##0", "#,##0.0"
_MEASURES = {
    "goal": _SHARE, "practitioners": _DECIMAL, "lasting": _DECIMAL, "services": _DECIMAL, "services_more": _DECIMAL,
    "islets": _SHARE, "disillusion": _SHARE, "not_launched": _SHARE, "euros": _EUROS, "days": _COUNT,
    "elu_hours": _COUNT, "cost_per_practitioner": _EUROS,
}  # fmt: skip
"""What a reader asks for, as the tables of the note have it, and how a spreadsheet writes each."""
Row = Sequence[str | float | int | None]


def write_results(folder: Path, target: Path) -> None:
    """Write the workbook of a folder of results; the same folder gives the same bytes.

    Args:
        folder: that of a comparison of plans.
        target: file to write.
    """
    with (folder / NUMBERS).open(encoding="utf-8", newline="") as file:
        numbers = list(csv.DictReader(file))
    titles = _titles(json.loads((folder / PLANS).read_text(encoding="utf-8")))
    book = Workbook()
    book.remove(book.worksheets[0])
    for lang in LANGUAGES:
        _plans(book, numbers, {name: title[lang] for name, title in titles.items()}, Words(lang))
    _all(book, numbers)
    written = BytesIO()
    book.save(written)
    with whole(target) as place:
        place.write_bytes(stable(written.getvalue()))


def _titles(content: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Titles of the plans by name and language."""
    return {plan["name"]: {lang: plan[f"title_{lang}"] for lang in LANGUAGES} for plan in content["plans"]}


def _plans(book: Workbook, numbers: list[dict[str, str]], titles: dict[str, str], say: Words) -> None:
    """One line a plan and a measure, in words."""
    columns = ("plan", "measure", "value", "low", "high", "interval", "worlds", "row")
    rows: list[Row] = [[say(f"results.{name}") for name in columns]]
    formats = [""]
    for number in sorted(numbers, key=_rank):
        if number["measure"] in _MEASURES:
            name = typeset(titles.get(number["plan"], say("results.nothing")), say.lang)
            worlds = number["interval"] == WORLD
            kind = say("results.interval.worlds") if worlds else say("results.interval.error")
            ends = (_number(number[key]) for key in ("value", "low", "high"))
            measure = say(f"results.measure.{number['measure']}")
            rows.append([name, measure, *ends, kind, _number(number["n"]), number["row"]])
            formats.append(_MEASURES[number["measure"]])
    sheet = _fill(book, say("results.sheet"), rows, (44, 60, 14, 14, 14, 24, 10, 38))
    for line, shape in enumerate(formats[1:], start=2):
        for column in (3, 4, 5):
            sheet.cell(line, column).number_format = shape
    sheet.auto_filter.ref = sheet.dimensions


def _rank(number: dict[str, str]) -> int:
    """The place of a measure; the plans stay in their order within it, to be read side by side."""
    return list(_MEASURES).index(number["measure"]) if number["measure"] in _MEASURES else len(_MEASURES)


def _all(book: Workbook, numbers: list[dict[str, str]]) -> None:
    """Every number as it stands in numbers.csv."""
    if not numbers:
        return
    header = list(numbers[0])
    rows: list[Row] = [header, *([_number(number[key]) for key in header] for number in numbers)]
    _fill(book, NUMBERS, rows, [24] * len(header))


def _fill(book: Workbook, name: str, rows: Sequence[Row], widths: Sequence[int]) -> Any:  # noqa: ANN401
    sheet = book.create_sheet(name)
    for line, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            cell = put(sheet, line, column, value)
            cell.font = Font(bold=line == 1)
    for rank, width in enumerate(widths):
        sheet.column_dimensions[chr(ord("A") + rank)].width = width
    sheet.freeze_panes = "A2"
    return sheet


def _number(text: str) -> str | float | None:
    """A number where it is one; nothing where it is undefined."""
    try:
        value = float(text)
    except ValueError:
        return text
    return value if value - value == 0.0 else None

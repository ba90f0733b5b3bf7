"""A table in CSV as French and English spreadsheets write it: semicolons or commas, with or without BOM."""

import csv
from io import StringIO

from experiments.authority.findings import Findings
from experiments.authority.places import Place
from experiments.authority.values import Value
from experiments.authority.workbook import LARGEST_BYTES, MOST_COLUMNS, MOST_LINES, Sheet
from experiments.csv_text import WINDOWS, decoded, separator

_LONGEST_CELL = 2_000


def read_csv(name: str, content: bytes, findings: Findings) -> list[Sheet]:
    """The one sheet of a CSV file, lines numbered as in the file; none where it cannot be read."""
    place = Place(name)
    if len(content) > LARGEST_BYTES:
        findings.fault(place, None, "large", most=LARGEST_BYTES // 1_000_000)
        return []
    text = _decoded(place, content, findings)
    if text is None:
        return []
    sheet = Sheet(name, {})
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator(text), strict=True)
    last = 0
    try:
        for row in reader:
            number, last = last + 1, reader.line_num
            if number > MOST_LINES or len(row) > MOST_COLUMNS or any(len(cell) > _LONGEST_CELL for cell in row):
                findings.fault(Place(name, number), None, "wide", lines=MOST_LINES, columns=MOST_COLUMNS)
                return []
            values: list[Value] = list(row)
            if any(cell.strip() for cell in row):
                sheet.lines[number] = values
            else:
                sheet.blank.append(number)
    except csv.Error:
        findings.fault(Place(name, last + 1), None, "csv")
        return []
    end = max(sheet.lines, default=0)
    sheet.blank = [number for number in sheet.blank if number < end]
    return [sheet]


def _decoded(place: Place, content: bytes, findings: Findings) -> str | None:
    """The text; said where it is in the coding of Windows, or no text at all."""
    found = decoded(content)
    if found is None:
        findings.fault(place, None, "not_text")
        return None
    text, coding = found
    if coding == WINDOWS:
        findings.remark("windows_text")
    return text

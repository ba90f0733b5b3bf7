"""A workbook read as data: cells and nothing else. What could run, call home, swell or hide is refused before reading.

Not for .xls or .ods: save as .xlsx, or as CSV.
"""

import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from warnings import catch_warnings, simplefilter

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from experiments.authority.findings import Findings
from experiments.authority.places import Place
from experiments.authority.values import Formula, Value, as_value

LARGEST_BYTES = 10_000_000
LARGEST_UNPACKED = 60_000_000
MOST_PARTS = 500
MOST_RATIO = 200
MOST_LINES = 25_000
MOST_COLUMNS = 60
_BOMB_FROM = 1_000_000
_ACTIVE = ("vbaproject", "activex", "macrosheets", "dialogsheets", "customui", "embeddings", "vbadata")
_LINKED = ("externallinks", "connections.xml", "querytables", "webextensions", "model/item.data", "customdata")
_UNREADABLE = (
    AssertionError, AttributeError, DefusedXmlException, ElementTree.ParseError, EOFError, IndexError,
    InvalidFileException, KeyError, NotImplementedError, OSError, OverflowError, RuntimeError, TypeError, ValueError,
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error,
)  # fmt: skip
"""What the libraries raise on files that are damaged, or made to damage."""
_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


@dataclass
class Sheet:
    """Lines of a sheet by number, from 1; lines without content are left out. And the ranges that were merged."""

    name: str
    lines: dict[int, list[Value]]
    merged: list[tuple[int, int, int, int, str]] = field(default_factory=list)
    """First line, last line, first column, last column (from 0), and the range as written."""
    blank: list[int] = field(default_factory=list)
    """Lines without content among the others."""


def read_workbook(name: str, content: bytes, findings: Findings) -> list[Sheet]:
    """The sheets that are shown, in their order; none where the file cannot be read safely."""
    place = Place(name)
    if len(content) > LARGEST_BYTES:
        findings.fault(place, None, "large", most=LARGEST_BYTES // 1_000_000)
        return []
    if content[:4] != _ZIP:
        findings.fault(place, None, "old" if content[:4] == _OLD_EXCEL else "not_workbook")
        return []
    if not _is_safe(place, content, findings):
        return []
    try:
        with catch_warnings():
            simplefilter("ignore")  # of what a spreadsheet adds that is not read here: look, charts, drop-downs
            book = load_workbook(BytesIO(content), data_only=False, keep_links=False, keep_vba=False)
    except _UNREADABLE:
        findings.fault(place, None, "not_workbook")
        return []
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    if [title for title in hidden if title not in _OWN_HIDDEN]:
        findings.remark("hidden_sheets", names=", ".join(hidden))
    return [_sheet(sheet, findings) for sheet in book.worksheets if sheet.sheet_state == "visible"]


_OWN_HIDDEN = ("Listes", "Lists")


def _is_safe(place: Place, content: bytes, findings: Findings) -> bool:
    """Looks at the parts of the file before anything reads them."""
    before = len(findings.faults)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            if _is_of_another_office(parts):
                findings.fault(place, None, "other_format")
                return False
            _look_at_sizes(place, parts, findings)
            _look_at_names(place, parts, findings)
            if len(findings.faults) == before:
                _look_inside(place, archive, parts, findings)
    except _UNREADABLE:
        findings.fault(place, None, "not_workbook")
    return len(findings.faults) == before


def _is_of_another_office(parts: list[zipfile.ZipInfo]) -> bool:
    """Whether these are the parts of a table of LibreOffice, or of a text."""
    names = {part.filename for part in parts}
    return "content.xml" in names or any(name.startswith(("word/", "ppt/")) for name in names)


def _look_at_sizes(place: Place, parts: list[zipfile.ZipInfo], findings: Findings) -> None:
    """Nothing that swells when it is unpacked."""
    unpacked = sum(part.file_size for part in parts)
    swollen = any(p.file_size > max(_BOMB_FROM, MOST_RATIO * max(1, p.compress_size)) for p in parts)
    if len(parts) > MOST_PARTS or unpacked > LARGEST_UNPACKED or swollen:
        findings.fault(place, None, "bomb", most=LARGEST_UNPACKED // 1_000_000)


def _look_at_names(place: Place, parts: list[zipfile.ZipInfo], findings: Findings) -> None:
    """No macro, no control, no embedded file, no link to another file or to a server."""
    names = [part.filename.casefold().replace("\\", "/") for part in parts]
    if any(word in name for name in names for word in _ACTIVE):
        findings.fault(place, None, "macro")
    if any(word in name for name in names for word in _LINKED):
        findings.fault(place, None, "links")
    if any(name.startswith("/") or ".." in name.split("/") for name in names):
        findings.fault(place, None, "not_workbook")


def _look_inside(place: Place, archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], findings: Findings) -> None:
    """Every XML part must parse without a definition of entities, and no relation may lead outside but a plain link."""
    for part in parts:
        if not part.filename.casefold().endswith((".xml", ".rels")):
            continue
        try:
            root = ElementTree.fromstring(archive.read(part), forbid_dtd=True)
        except DefusedXmlException:
            findings.fault(place, part.filename, "entities")
            return
        except (ElementTree.ParseError, LookupError, ValueError):
            findings.fault(place, part.filename, "not_workbook")
            return
        if part.filename.casefold().endswith(".rels") and _leads_outside(root):
            findings.fault(place, part.filename, "links")


def _leads_outside(root: Any) -> bool:  # noqa: ANN401
    """Whether a relation targets something outside; a hyperlink of a cell is text that nobody follows here."""
    relations = (relation.attrib for relation in root)
    return any(
        relation.get("TargetMode", "").casefold() == "external" and not relation.get("Type", "").endswith("/hyperlink")
        for relation in relations
    )


def _sheet(sheet: Any, findings: Findings) -> Sheet:  # noqa: ANN401
    """One sheet as lines of values."""
    name, n_lines, n_columns = str(sheet.title).strip(), int(sheet.max_row or 0), int(sheet.max_column or 0)
    if n_lines > MOST_LINES or n_columns > MOST_COLUMNS:
        findings.fault(Place(name), f"{n_lines} x {n_columns}", "wide", lines=MOST_LINES, columns=MOST_COLUMNS)
        return Sheet(name, {})
    found = Sheet(name, {})
    for number, row in enumerate(sheet.iter_rows(), start=1):
        values = [_value(cell) for cell in row]
        if any(value is not None and value != "" for value in values):
            found.lines[number] = values
        else:
            found.blank.append(number)
    last = max(found.lines, default=0)
    found.blank = [number for number in found.blank if number < last]
    found.merged = [(r.min_row, r.max_row, r.min_col - 1, r.max_col - 1, str(r)) for r in sheet.merged_cells.ranges]
    return found


def _value(cell: Any) -> Value:  # noqa: ANN401
    """What a cell holds; a formula stays a formula, a share formatted as a percentage carries its sign."""
    if cell.data_type == "f" or type(cell.value).__name__ in ("ArrayFormula", "DataTableFormula"):
        return Formula(str(cell.value))
    value = as_value(cell.value)
    if isinstance(value, int | float) and not isinstance(value, bool) and "%" in str(cell.number_format):
        return f"{100.0 * value:.10g} %"
    return value

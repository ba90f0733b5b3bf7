"""Workbooks that we write: a text stays a text, and the same content gives the same bytes."""

import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_STAMPED = "docProps/core.xml"


def put(sheet: Any, line: int, column: int, value: str | int | float | None) -> Any:  # noqa: ANN401
    """Write a value in a cell; a text never becomes a formula, whatever it starts with."""
    cell = sheet.cell(line, column)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_DANGEROUS)
    return cell


def stable(content: bytes) -> bytes:
    """The same workbook without the hour at which it was written."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for part in sorted(given.infolist(), key=lambda each: each.filename != "[Content_Types].xml"):
            data = given.read(part)
            if part.filename == _STAMPED:
                data = _without_hours(data)
            made.writestr(zipfile.ZipInfo(part.filename, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _without_hours(core: bytes) -> bytes:
    """The properties of the document, dated of a day long past."""
    from re import sub

    fixed = datetime(*_EPOCH).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", fixed, core)

"""The table of a sheet: its header wherever it stands, its columns by what they hold, its lines one by one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

from experiments.authority.findings import Findings, lines_said
from experiments.authority.places import Place, letter_of
from experiments.authority.values import Unreadable, Value, is_missing, month_of, number_of, plain, text_of
from experiments.authority.workbook import Sheet

_HEADER_WITHIN = 30
T = TypeVar("T")
Names = Mapping[str, Sequence[str]]
"""What each column may be called, spelt by `plain`; a name that ends with * is the start of one."""


@dataclass
class Table:
    """Lines under a header."""

    sheet: Sheet
    header: int
    """Its line."""
    at: dict[str, int]
    """Rank of each column that was found, from 0."""
    headings: dict[str, str]
    """Its heading as written."""

    def place(self, line: int, field: str) -> Place:
        """Where a value stands."""
        if field not in self.at:
            return Place(self.sheet.name, line)
        return Place(self.sheet.name, line, letter_of(self.at[field]), self.headings[field])


@dataclass
class Line:
    """One line of a table; what cannot be read becomes a fault and counts as missing."""

    table: Table
    row: int
    """Its number in the sheet."""
    values: list[Value]
    findings: Findings

    def raw(self, field: str) -> Value:
        """The value as it stands; None where its column is absent."""
        column = self.table.at.get(field, len(self.values))
        return self.values[column] if column < len(self.values) else None

    def place(self, field: str) -> Place:
        """Where it stands."""
        return self.table.place(self.row, field)

    def says(self, field: str) -> bool:
        """Whether something stands there."""
        return not is_missing(self.raw(field))

    def text(self, field: str) -> str:
        """A short text, "" where there is none."""
        return self._read(field, text_of, "text") or ""

    def number(self, field: str) -> tuple[float, bool] | None:
        """A number, and whether a percent sign came with it."""
        return self._read(field, number_of, "number")

    def month(self, field: str) -> tuple[int, int] | None:
        """A year and a month."""
        return self._read(field, month_of, "month")

    def _read(self, field: str, read: Callable[[Value], T], allowed: str) -> T | None:
        try:
            return read(self.raw(field))
        except Unreadable as error:
            self.fault(field, error.kind, allowed=allowed if error.kind == allowed else "")
            return None

    def fault(self, field: str, kind: str, *, allowed: str = "", near: str = "", **words: object) -> None:
        """This value cannot be taken."""
        value = self.raw(field)
        shown = getattr(value, "text", value)
        shown = shown if shown is None or isinstance(shown, str | int | float | bool) else str(shown)
        self.findings.fault(self.place(field), shown, kind, allowed=allowed, near=near, **words)


def find_table(
    sheet: Sheet, names: Names, needed: Sequence[str], findings: Findings, *, aside: bool = True
) -> Table | None:
    """The table whose header names most columns; a fault where a needed one is missing or any stands twice.

    Args:
        sheet: the sheet.
        names: of columns.
        needed: columns that must be there.
        findings: where faults and remarks go.
        aside: whether to say which other columns there are.
    """
    ranked = [(len({field for _, field, _ in _matches(v, names)}), -number) for number, v in _first_lines(sheet)]
    best, minus = max(ranked, default=(0, 0))
    if best == 0:
        findings.fault(Place(sheet.name), None, "no_header", names=_listed(names))
        return None
    header = -minus
    table = _table(sheet, header, names, findings)
    for field in needed:
        if field not in table.at:
            headings = [str(value) for value in sheet.lines[header] if not is_missing(value)]
            near = get_close_matches(names[field][0], [plain(each) for each in headings], n=1, cutoff=0.6)
            findings.fault(
                Place(sheet.name, header),
                None,
                "no_column",
                near=near[0] if near else "",
                column=names[field][0].rstrip("*"),
                headings=", ".join(headings)[:300],
            )
    ignored = _ignored(sheet, header, set(table.at.values()))
    if ignored and aside:
        findings.remark("columns_ignored", sheet=sheet.name, names=", ".join(ignored))
    return table if all(field in table.at for field in needed) else None


def _table(sheet: Sheet, header: int, names: Names, findings: Findings) -> Table:
    """The table under a header; of several columns for one thing the one named most exactly, two alike are a fault."""
    table, ranks = Table(sheet, header, {}, {}), dict[str, int]()
    for column, field, rank in sorted(_matches(sheet.lines[header], names), key=lambda match: match[2]):
        heading = " ".join(str(sheet.lines[header][column]).split())[:60]
        if field not in table.at:
            table.at[field], table.headings[field], ranks[field] = column, heading, rank
        elif rank == ranks[field]:
            findings.fault(Place(sheet.name, header, letter_of(column), heading), heading, "column_twice")
    return table


def lines_of(table: Table, findings: Findings, *, sums: str | None = None) -> Iterator[Line]:
    """Lines under the header; empty ones, notes, and those that only add up the others are left out, and it is said.

    Args:
        table: the table.
        findings: where faults and remarks go.
        sums: column in which a word such as « Total » marks a line that adds up others.
    """
    _look_at_merged(table, findings)
    columns = set(table.at.values())
    empty, totals, notes = [line for line in table.sheet.blank if line > table.header], list[int](), list[int]()
    for number, values in table.sheet.lines.items():
        if number <= table.header:
            continue
        line = Line(table, number, values, findings)
        if all(is_missing(value) for column, value in enumerate(values) if column in columns):
            empty.append(number)
        elif sums is not None and _adds_up(line.raw(sums)):
            totals.append(number)
        elif sums is not None and _is_note(line, sums, after_totals=bool(totals)):
            notes.append(number)
        else:
            yield line
    for kind, found in (("empty_lines", empty), ("total_lines", totals), ("note_lines", notes)):
        if found:
            findings.remark(kind, sheet=table.sheet.name, n=len(found), lines=lines_said(sorted(found)))


_SUMS = {"total", "totaux", "total general", "ensemble", "somme", "sous total", "sum", "grand total", "subtotal"}


def _adds_up(value: Value) -> bool:
    return isinstance(value, str) and plain(value) in _SUMS


_NOTES = ("source", "sources", "note", "notes", "nb", "remarque", "remarques", "perimetre", "extraction", "hors")


def _is_note(line: Line, sums: str, *, after_totals: bool) -> bool:
    """Whether a line says nothing in any other column, and stands under a total or begins as a note does."""
    others = (value for column, value in enumerate(line.values) if column != line.table.at[sums])
    if not all(is_missing(value) for value in others):
        return False
    raw = line.raw(sums)
    first = plain(raw).split(" ")[0] if isinstance(raw, str) else ""
    return after_totals or first in _NOTES or (isinstance(raw, str) and raw.lstrip().startswith(("*", "(")))


def _look_at_merged(table: Table, findings: Findings) -> None:
    """Merged cells below the header hide to which line a value belongs."""
    for first, last, left, right, written in table.sheet.merged:
        if last > table.header and any(left <= column <= right for column in table.at.values()):
            at = next(field for field, column in table.at.items() if left <= column <= right)
            findings.fault(table.place(max(first, table.header), at), written, "merged")


def _first_lines(sheet: Sheet) -> list[tuple[int, list[Value]]]:
    return list(sheet.lines.items())[:_HEADER_WITHIN]


def _matches(values: list[Value], names: Names) -> list[tuple[int, str, int]]:
    """Columns whose heading is one of the names, with what they hold and the rank of that name."""
    return [
        (column, *found)
        for column, value in enumerate(values)
        if isinstance(value, str) and (found := _field(plain(value), names)) is not None
    ]


def _field(heading: str, names: Names) -> tuple[str, int] | None:
    for field, spellings in names.items():
        for rank, name in enumerate(spellings):
            if heading == name or (name.endswith("*") and heading.startswith(name[:-1])):
                return field, rank
    return None


def _ignored(sheet: Sheet, header: int, known: set[int]) -> list[str]:
    """Headings of columns that are not read."""
    headings = enumerate(sheet.lines[header])
    return [" ".join(str(v).split())[:40] for column, v in headings if column not in known and not is_missing(v)]


def _listed(names: Names) -> str:
    return ", ".join(spellings[0].rstrip("*") for spellings in names.values())

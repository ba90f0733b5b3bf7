"""Which sheet is which: by its name, else by the columns it has."""

from experiments.authority import answers, posts, services, steps
from experiments.authority.columns import Names, find_table
from experiments.authority.findings import Findings
from experiments.authority.places import Place
from experiments.authority.values import plain
from experiments.authority.workbook import Sheet

ANSWERS, SERVICES, CHART, PLANS = "answers", "services", "chart", "plans"
_TITLES = {
    ANSWERS: ("questions", "question", "reponses"),
    SERVICES: ("services", "service", "directions"),
    CHART: ("organigramme", "chart", "postes"),
    PLANS: ("plans", "plan"),
}
_COLUMNS: dict[str, tuple[Names, tuple[str, ...]]] = {
    ANSWERS: (answers.NAMES, ("question", "answer")),
    CHART: (posts.NAMES, ("id", "superior")),
    PLANS: (steps.NAMES, ("month", "action")),
    SERVICES: (services.NAMES, ("service", "agents")),
}
_ASIDE = ("lisez moi", "read me", "listes", "lists", "aide", "help", "notice")


def sorted_sheets(sheets: list[Sheet], findings: Findings) -> dict[str, Sheet]:
    """Sheets by what they hold; those that hold nothing of this are left out, and it is said."""
    found: dict[str, Sheet] = {}
    ignored = []
    for sheet in sheets:
        kind = kind_of(sheet)
        if kind is None:
            if plain(sheet.name) not in _ASIDE and sheet.lines:
                ignored.append(sheet.name)
        elif kind in found:
            findings.fault(Place(sheet.name), None, "sheet_twice", other=found[kind].name)
        elif sheet.lines or kind == SERVICES:
            found[kind] = sheet
    if ignored:
        findings.remark("sheets_ignored", names=", ".join(ignored))
    return {kind: sheet for kind, sheet in found.items() if has_content(kind, sheet)}


def kind_of(sheet: Sheet) -> str | None:
    """What a sheet holds."""
    for kind, titles in _TITLES.items():
        if plain(sheet.name) in titles:
            return kind
    for kind, (names, needed) in _COLUMNS.items():
        table = find_table(sheet, names, (), Findings())
        if table is not None and all(field in table.at for field in needed):
            return kind
    return None


def has_content(kind: str, sheet: Sheet) -> bool:
    """Whether something stands under the header; a template has sheets that nobody needs to fill."""
    table = find_table(sheet, _COLUMNS[kind][0], (), Findings())
    if table is None:
        return bool(sheet.lines)
    filled = [line for line in sheet.lines if line > table.header]
    columns = table.at.values()
    return any(values[at] not in (None, "") for line in filled for values in [sheet.lines[line]] for at in columns
               if at < len(values))  # fmt: skip

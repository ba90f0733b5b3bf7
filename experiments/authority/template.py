"""A workbook to fill in: services of the type of authority, the ten questions with their scales, plans, a chart."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from experiments.authority.examples import INHABITANTS, SERVICES
from experiments.authority.questions import QUESTIONS, STEPS, Question
from experiments.authority.steps import actions
from experiments.authority.written import put, stable
from experiments.language import Words

_HEAD = PatternFill("solid", fgColor="1F3A5F")
_SOFT = PatternFill("solid", fgColor="EEF3F8")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_LINES_TO_FILL = 200


def template(kind: str, lang: str) -> bytes:
    """The workbook of a type of authority, in a language; the same bytes each time."""
    say, book = Words(lang), Workbook()
    book.remove(book.worksheets[0])
    _read_me(book, say)
    _services(book, kind, say)
    _questions(book, kind, say)
    _plans(book, say)
    _chart(book, say)
    _lists(book, say)
    written = BytesIO()
    book.save(written)
    return stable(written.getvalue())


def _sheet(book: Workbook, name: str, widths: Sequence[int]) -> Any:  # noqa: ANN401
    sheet = book.create_sheet(name)
    for rank, width in enumerate(widths):
        sheet.column_dimensions[chr(ord("A") + rank)].width = width
    return sheet


def _header(sheet: Any, headings: Sequence[str], line: int = 1) -> None:  # noqa: ANN401
    for column, heading in enumerate(headings, start=1):
        cell = put(sheet, line, column, heading)
        cell.font, cell.fill, cell.alignment = Font(bold=True, color="FFFFFF"), _HEAD, _WRAPPED
    sheet.freeze_panes = sheet.cell(line + 1, 1)


def _read_me(book: Workbook, say: Words) -> None:
    sheet = _sheet(book, say("template.sheet.readme"), [110])
    for line, text in enumerate(say("template.readme").splitlines(), start=1):
        cell = put(sheet, line, 1, text)
        cell.alignment = _WRAPPED
        cell.font = Font(bold=line == 1, size=14 if line == 1 else 11)


def _services(book: Workbook, kind: str, say: Words) -> None:
    sheet = _sheet(book, say("template.sheet.services"), [42, 12, 18, 22, 22])
    _header(sheet, [say(f"template.{field}") for field in ("service", "agents", "managers", "levels", "front")])
    for line, example in enumerate(SERVICES[kind], start=2):
        put(sheet, line, 1, example.name.of(say.lang))
        values = (example.agents, example.managers, example.levels, example.front)
        for column, value in enumerate(values, start=2):
            cell = put(sheet, line, column, value)
            cell.number_format = "0 %" if column == 5 else "0"


def _questions(book: Workbook, kind: str, say: Words) -> None:
    sheet = _sheet(book, say("template.sheet.questions"), [5, 62, 26, *[24] * STEPS])
    headings = [say("template.rank"), say("template.question"), say("template.answer")]
    _header(sheet, headings + [str(step) for step in range(1, STEPS + 1)])
    rank = 0
    for line, question in enumerate(QUESTIONS, start=2):
        rank += question.numbered
        if question.numbered:
            put(sheet, line, 1, rank)
        put(sheet, line, 2, question.text.of(say.lang)).alignment = _WRAPPED
        _answer(sheet, line, question, kind, say)
        for column, anchor in enumerate(question.anchors, start=4):
            put(sheet, line, column, anchor.of(say.lang)).alignment = _WRAPPED


def _answer(sheet: Any, line: int, question: Question, kind: str, say: Words) -> None:  # noqa: ANN401
    """The cell to fill, with what may be chosen; type and inhabitants are there to be corrected."""
    usual: dict[str, str | int] = {"type": say(f"question.type.{kind}"), "inhabitants": INHABITANTS[kind]}
    cell = put(sheet, line, 3, usual.get(question.name))
    cell.fill, cell.alignment = _SOFT, _WRAPPED
    if question.kind == "month":
        cell.number_format = "@"
    choices = {"scale": ",".join(str(step) for step in range(1, STEPS + 1)),
               "type": ",".join(text.of(say.lang) for text in question.anchors)}.get(question.kind)  # fmt: skip
    if choices:
        _choose(sheet, f'"{choices}"', f"C{line}", strict=False)


def _plans(book: Workbook, say: Words) -> None:
    sheet = _sheet(book, say("template.sheet.plans"), [34, 10, 62, 12, 18])
    _header(sheet, [say(f"template.{field}") for field in ("plan", "month", "action", "quantity", "until")])
    end = len(actions()) + 1
    where = f"'{say('template.sheet.lists')}'!$A$2:$A${end}"
    _choose(sheet, where, f"C2:C{_LINES_TO_FILL}", strict=True)


def _chart(book: Workbook, say: Words) -> None:
    sheet = _sheet(book, say("template.sheet.chart"), [22, 26, 42])
    _header(sheet, [say(f"template.{field}") for field in ("id", "superior", "post_service")])


def _lists(book: Workbook, say: Words) -> None:
    sheet = _sheet(book, say("template.sheet.lists"), [70])
    _header(sheet, [say("template.action")])
    for line, text in enumerate(actions().values(), start=2):
        put(sheet, line, 1, text.of(say.lang))
    sheet.sheet_state = "hidden"


def _choose(sheet: Any, formula: str, cells: str, *, strict: bool) -> None:  # noqa: ANN401
    choice = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=strict)
    choice.add(cells)
    sheet.add_data_validation(choice)

"""Answers to the ten questions: from the sheet Questions of a workbook, or from `name=answer` on a line."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from experiments.authority.columns import Line, Table, find_table, lines_of
from experiments.authority.findings import Findings
from experiments.authority.places import Place
from experiments.authority.questions import BY_NAME, NUMBERED, QUESTIONS, Answer, Answers, Question, read_answer
from experiments.authority.values import Value, number_of, plain
from experiments.authority.workbook import Sheet

NAMES = {
    "rank": ("n", "no", "numero", "number", "rang"),
    "question": ("question*",),
    "answer": ("votre reponse", "reponse*", "your answer", "answer*"),
}
NOTHING = Answers({}, {})


def read_sheet(sheet: Sheet, findings: Findings) -> Answers:
    """The answers of a sheet: a line is known by its number, else by the words of its question."""
    table = find_table(sheet, NAMES, ("question", "answer"), findings, aside=False)
    if table is None:
        return NOTHING
    values: dict[str, Answer] = {}
    places: dict[str, Place] = {}
    for line in lines_of(table, findings):
        question = _asked(line)
        if question is None:
            if line.says("answer"):
                line.fault("question", "unknown_question")
        elif question.name in places:
            line.fault("question", "question_twice", line=places[question.name].line)
        else:
            places[question.name] = line.place("answer")
            _keep(question, line.raw("answer"), places[question.name], values, findings)
    return Answers(values, places)


def read_words(given: Mapping[str, Value], findings: Findings) -> Answers:
    """Answers by name of question, as a line or a page gives them."""
    values: dict[str, Answer] = {}
    places: dict[str, Place] = {}
    for name, answer in given.items():
        question = BY_NAME.get(name)
        if question is None:
            near = get_close_matches(name, list(BY_NAME), n=1)
            findings.fault(Place(name, asked=True), None, "unknown_question", near=near[0] if near else "")
        else:
            places[name] = Place(name, asked=True)
            _keep(question, answer, places[name], values, findings)
    return Answers(values, places)


def say_open(answers: Answers, kept: Sequence[str], findings: Findings) -> None:
    """Say which questions were left open, `kept` being those that something else answers."""
    for question in NUMBERED:
        if question.name not in answers.values and question.name not in kept:
            findings.remark(f"open.{question.name}")


def _keep(question: Question, given: Value, place: Place, values: dict[str, Answer], findings: Findings) -> None:
    answer = read_answer(question, given, place, findings)
    if answer is not None and answer != "":
        values[question.name] = answer


def _asked(line: Line) -> Question | None:
    """The question of a line: by its words, else by its number."""
    said = plain(str(line.raw("question") or ""))
    for question in QUESTIONS:
        if said in (plain(text) for text in question.text):
            return question
    rank = _rank(line.table, line)
    return NUMBERED[rank - 1] if rank is not None and 1 <= rank <= len(NUMBERED) else None


def _rank(table: Table, line: Line) -> int | None:
    if "rank" not in table.at:
        return None
    try:
        found = number_of(line.raw("rank"))
    except ValueError:
        return None
    return None if found is None else int(found[0])

"""The note on a folder of plans."""

from pathlib import Path

from experiments.report.annex import annex, trace_table
from experiments.report.first import first_page
from experiments.report.folders import open_plans
from experiments.report.note import Note, numbers_in
from experiments.report.second import second_page


def plans_note(folder: Path, lang: str) -> Note:
    """The note in one language; nothing is simulated, the folder is only read."""
    read = open_plans(folder, lang)
    say, authority = read.say, read.told["authority"]
    first, second, behind = tuple(first_page(read)), tuple(second_page(read)), tuple(annex(read))
    shown = numbers_in((*first, *second, *behind))
    trace = trace_table(read, shown)
    subtitle = say("report.subtitle", authority=authority[f"title_{lang}"], month=read.last_month())
    return Note(lang, say("report.title"), subtitle, first, second, say("report.annex"), (*behind, trace))

"""`report`: the note on a result folder, in both languages, as HTML and PDF; nothing is simulated."""

from pathlib import Path

from experiments import manifest
from experiments.grammar import Mistake, Request
from experiments.language import LANGUAGES, Words
from experiments.page import Page
from experiments.refusal import refused
from experiments.report.note import Note
from experiments.store import write_text

DONE = 0
HTML, PDF = "html", "pdf"
FORMATS = (HTML, PDF)
OUTCOMES = ("run", "compare", "headline")
"""Commands whose folders hold runs of scenarios, and no plans."""


def report(request: Request) -> int:
    """Write the note beside the results, or in --out."""
    folder = Path(request.words[0])
    formats = (request.text("format") or ",".join(FORMATS)).split(",")
    target = Path(request.text("out") or folder)
    made = {name: content for lang in LANGUAGES for name, content in files_of_note(folder, lang, formats).items()}
    if target.exists() and not target.is_dir():
        raise refused([Mistake("out_file", f"--out {target}")])
    target.mkdir(parents=True, exist_ok=True)
    made |= _rows(folder)
    for name, content in made.items():
        _write(content, target / name)
    page, say = Page(quiet=request.flag("quiet")), Words(request.lang)
    page.line(say("report.written", files=", ".join(str(target / name) for name in made)))
    return DONE


def files_of_note(folder: Path, lang: str, formats: list[str]) -> dict[str, str | bytes]:
    """The note of a folder in one language, by name of file."""
    note = note_of(folder, lang)
    made: dict[str, str | bytes] = {}
    if HTML in formats:
        from experiments.report.html import as_html

        made[f"note.{lang}.html"] = as_html(note)
    if PDF in formats:
        from experiments.report.pdf import as_pdf

        made[f"note.{lang}.pdf"] = as_pdf(note)
    return made


def note_of(folder: Path, lang: str) -> Note:
    """The note of a folder, by the command that made the folder."""
    command = manifest.read(folder)["command"]
    if command == "plans":
        from experiments.report.planned import plans_note

        return plans_note(folder, lang)
    if command in OUTCOMES:
        from experiments.report.outcome import outcome_note

        return outcome_note(folder, lang)
    if command == "study":
        from experiments.report.designed import study_note

        return study_note(folder, lang)
    raise refused([Mistake("no_note", f"{folder} ({command})")])


def _rows(folder: Path) -> dict[str, str | bytes]:
    """The rows that the note names, where the folder does not hold them already."""
    if manifest.read(folder)["command"] not in OUTCOMES:
        return {}
    from experiments.plans.findings import NUMBERS
    from experiments.report.outcome import numbers_rows

    return {NUMBERS: numbers_rows(folder)}


def _write(content: str | bytes, path: Path) -> None:
    if isinstance(content, str):
        write_text(content, path)
    else:
        path.write_bytes(content)

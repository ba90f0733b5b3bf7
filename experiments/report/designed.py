"""The note on a study: which of the levers that it varies change the result, where, and what is not told from luck."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from experiments.analysis.analysing import months
from experiments.analysis.findings import Findings, find
from experiments.analysis.material import material_of
from experiments.analysis.tables import contrast_lines
from experiments.analysis.words import box_sentences, key_name
from experiments.figures.note import as_svg
from experiments.figures.study import StudyFrames
from experiments.language import Words, number
from experiments.report.annex import hashes_of
from experiments.report.folders import check_files
from experiments.report.marks import Origin, marked
from experiments.report.note import Block, Bullets, Command, Heading, Note, Paragraph, Picture, Table
from experiments.study.reading import Study

PICTURES = ("tornado", "phase", "fan")
"""Figures of the study that the note shows, where the study has what they need."""


def study_note(folder: Path, lang: str) -> Note:
    """The note in one language; the study is read and its findings put in order, nothing is simulated."""
    study = Study.open(folder)
    check_files(folder, dict(study.manifest))
    material, say = material_of(study), Words(lang)
    frames = StudyFrames(material, find(material), months(study, material))
    points = number(material.runs["point_id"].nunique(), lang)
    counted = marked(points, Origin("runs.parquet", "point_id", "count of distinct values"))
    subtitle = say("report.study.subtitle", title=material.title.of(lang), points=counted)
    first, second = tuple(_first(frames, say)), tuple(_second(folder, dict(study.manifest), say))
    annex = (Heading(say("report.annex.manifest")), Paragraph(hashes_of(dict(study.manifest), say), "small"))
    return Note(lang, say("report.title"), subtitle, first, second, say("report.annex"), annex)


def _first(frames: StudyFrames, say: Words) -> Iterator[Block]:
    levers = ", ".join(key_name(key.name, say) for key in frames.material.levers)
    yield Paragraph(say("report.warning"), "warning")
    yield Heading(say("report.question"))
    yield Paragraph(say("report.study.question", levers=levers))
    yield Heading(say("report.suggests"))
    yield Paragraph(_answer(frames.findings, say), "answer")
    yield Paragraph(say("report.study.confidence"), "answer")
    yield from _contrasts(frames.findings, say)
    yield Heading(say("report.change"))
    told = tuple(box_sentences(frames.findings.boxes, say))
    yield Bullets(told) if told else Paragraph(say("report.change.none"))
    yield Heading(say("report.study.pictures"))
    for name in PICTURES:
        yield from _picture(name, frames, say)


def _answer(findings: Findings, say: Words) -> str:
    """The levers with at least one effect that is told from luck, from one end to the other."""
    table = findings.contrasts
    seen = table[table["seen"] & table["extremes"]]["lever"] if len(table) else table["lever"]
    told = list(dict.fromkeys(seen)) or list(dict.fromkeys(_found_by_index(findings)))
    if not told:
        return say("report.study.answer.none")
    levers = ", ".join(key_name(str(lever), say) for lever in told)
    return say("report.study.answer.seen", levers=levers)


def _found_by_index(findings: Findings) -> Iterator[str]:
    for row in findings.sensitivity.to_dict("records"):
        if row["found"]:
            yield str(row["key"])


def _contrasts(findings: Findings, say: Words) -> Iterator[Block]:
    header, lines = contrast_lines(findings, say, extremes=True)
    if not lines:
        yield Paragraph(say("report.study.contrasts.none"), "small")
        return
    yield Table(say("report.study.contrasts"), tuple(header), tuple(tuple(line) for line in lines))


def _picture(name: str, frames: StudyFrames, say: Words) -> Iterator[Picture]:
    figure = import_module(f"experiments.figures.study.pictures.{name}").picture(frames, say.lang)
    if figure is not None:
        title = str(figure.get_label())
        yield Picture(name, as_svg(figure), title, "", say("report.study.alt", title=title))


def _second(folder: Path, content: dict[str, object], say: Words) -> Iterator[Block]:
    yield Heading(say("report.assumed"))
    yield Bullets((say("report.assumed.description"), say("report.assumed.prices"), say("report.assumed.outside")))
    yield Heading(say("report.redo"))
    yield Paragraph(say("report.run.redo", hash=str(content["hash"])[:12]))
    yield Command(f"archipel replay {folder.name} --run 0")
    yield Paragraph(say("report.run.missing"), "small")

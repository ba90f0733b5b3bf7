"""`analyse`: from the folder of a study to what it says, in numbers, in words and in pictures."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from experiments.analysis.findings import Findings, find
from experiments.analysis.islets import MANAGERS, anatomy
from experiments.analysis.limits import shown_runs
from experiments.analysis.material import Material, material_of
from experiments.analysis.opening import opened
from experiments.analysis.tables import contrast_lines, markdown
from experiments.analysis.tracing import Cascade, cascade_of
from experiments.analysis.words import box_sentences, limit_sentences, minus, survival_sentences
from experiments.figures.study import StudyFrames, draw_study
from experiments.grammar import Mistake, Request
from experiments.language import LANGUAGES, Words
from experiments.page import Page
from experiments.refusal import refused
from experiments.statistics import LEVEL
from experiments.store import FIGURES, MONTHLY, as_json, write_text
from experiments.study.reading import Study

DONE, FORMAT = 0, 1
ANALYSIS = "analysis.json"
_SHOWN = 6
"""Sentences that are printed; the files hold all of them."""


def analyse(request: Request) -> int:
    """Read, find, print, write."""
    study = opened(request.words[0])
    material = material_of(study)
    target = _target(request, study.manifest)
    findings = find(material)
    cascade = cascade_of(study, material) if request.flag("trace") else None
    write(material, findings, months(study, material), target, request.lang, study.manifest, cascade)
    _print(material, findings, target, request)
    return DONE


def months(study: Study, material: Material) -> pd.DataFrame:
    """The months that figures are drawn from, of so many runs; empty where the study keeps none."""
    table = study.table(MONTHLY)
    kept = [name for name in ("run_id", "month", "practice", MANAGERS) if name in table.column_names]
    frame = table.select(kept).to_pandas()
    return frame[frame["run_id"].isin(shown_runs(material))]


def write(
    material: Material, findings: Findings, monthly: pd.DataFrame, target: Path, lang: str,
    manifest: Any, cascade: Cascade | None = None,  # noqa: ANN401
) -> None:  # fmt: skip
    """analysis.json, a CSV file a table, a page in each language, the figures."""
    target.mkdir(parents=True, exist_ok=True)
    for name in Findings.names():
        table = getattr(findings, name)
        write_text(table.to_csv(index=False, lineterminator="\n"), target / f"{name}.csv")
    islets = anatomy(material, monthly)
    write_text(islets.to_csv(index=False, lineterminator="\n"), target / "islets.csv")
    drawn = draw_study(StudyFrames(material, findings, monthly, islets, cascade), target / FIGURES, lang)
    pictures = [path for path in drawn if path.suffix == ".svg"]
    sentences = {}
    for each in LANGUAGES:
        say = Words(each)
        shown = {f"{FIGURES}/{path.name}": say(f"figure.{path.stem}.title") for path in pictures if each == lang}
        write_text(markdown(findings, material.title.of(each), say, shown), target / f"analysis.{each}.md")
        sentences[each] = [*box_sentences(findings.boxes, say), *survival_sentences(findings.survival, say),
                           *limit_sentences(findings.limits, say)]  # fmt: skip
    tables = {name: records(getattr(findings, name)) for name in Findings.names() if name != "surface"}
    head = {"format": FORMAT, "study": material.name, "plan_hash": manifest.get("plan_hash"), "level": LEVEL,
            "points": material.runs["point_id"].nunique(), "runs": len(material.runs)}  # fmt: skip
    write_text(
        as_json(head | {"sentences": sentences, "findings": tables | {"islets": records(islets)}}), target / ANALYSIS
    )


def records(table: pd.DataFrame) -> list[dict[str, object]]:
    """Rows as plain values; what is undefined or beyond the values tried becomes null."""
    return [{str(name): _plain(value) for name, value in row.items()} for row in table.to_dict("records")]


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not np.isfinite(value):
        return None
    return value


def _target(request: Request, manifest: Any) -> Path:  # noqa: ANN401
    said = request.text("out")
    short = str(manifest.get("plan_hash", ""))[:8]
    target = Path(said or Path("outputs", f"analyse-{manifest['study']['name']}-{short}"))
    if target.exists() and not target.is_dir():
        raise refused([Mistake("out_file", f"--out {target}")])
    return target


def _print(material: Material, findings: Findings, target: Path, request: Request) -> None:
    say, page = Words(request.lang), Page(quiet=request.flag("quiet"))
    page.title(say("analysis.title", title=material.title.of(say.lang)))
    points, runs = material.runs["point_id"].nunique(), len(material.runs)
    page.line(say("analysis.done", points=say.count("study.points", points), runs=say.count("count.runs", runs)))
    page.line()
    header, lines = contrast_lines(findings, say, extremes=True)
    if lines:
        page.table(header, [[minus(cell) for cell in line] for line in lines])
    sentences = [*box_sentences(findings.boxes, say), *survival_sentences(findings.survival, say)]
    for sentence in sentences[:_SHOWN]:
        page.line(f"- {sentence}")
    if len(sentences) > _SHOWN:
        page.line(say.count("analysis.sentences.more", len(sentences) - _SHOWN, name=f"analysis.{say.lang}.md"))
    page.line()
    for sentence in limit_sentences(findings.limits, say):
        page.line(sentence)
    if request.flag("quiet"):
        print(target)
    else:
        page.line(say("analysis.files", target=target))

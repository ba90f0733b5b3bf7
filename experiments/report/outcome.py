"""The note on a run or a comparison: what became of practice in each scenario, against the same without a programme."""

import json
from collections.abc import Iterator
from pathlib import Path

from experiments.figures.note import Panel, as_svg, fan
from experiments.language import number
from experiments.pictures import programme_span
from experiments.plans.findings import as_csv
from experiments.plans.told import programme_of, steps_of
from experiments.report.annex import hashes, trace_table
from experiments.report.decisions import decisions_table
from experiments.report.folders import ResultFolder, difference_row, open_result
from experiments.report.marks import plain
from experiments.report.note import Block, Bullets, Command, Heading, Note, Paragraph, Picture, Table, numbers_in
from experiments.report.second import taken_for_granted
from experiments.report.typography import SEPARATOR, typeset
from experiments.store import WHY
from sim.outcomes.verdict import LABELS, VERDICTS

EFFECTS = ("kind_diffusion", "kind_islets", "kind_fallback", "practitioners", "lasting", "services", "disillusion")
COSTS = ("euros", "days", "elu_hours", "cost_per_practitioner")
MOST_PANELS = 8
"""Scenarios that are drawn: the first ones."""


def outcome_note(folder: Path, lang: str) -> Note:
    """The note in one language."""
    read = open_result(folder, lang)
    say = read.say
    first, second = tuple(_first(read)), tuple(_second(read))
    annex = (Heading(say("report.annex.manifest")), Paragraph(hashes(read), "small"))
    trace = trace_table(read, numbers_in((*first, *second)))
    subtitle = say("report.run.subtitle", titles=", ".join(read.titles.values()), month=read.last_month())
    return Note(lang, say("report.title"), subtitle, first, second, say("report.annex"), (*annex, trace))


def numbers_rows(folder: Path) -> str:
    """The rows that the note names, as a CSV file to stand beside it."""
    return as_csv(tuple(open_result(folder, "fr").numbers.values()))


def _first(read: ResultFolder) -> Iterator[Block]:
    say = read.say
    yield Paragraph(say("report.warning"), "warning")
    yield Heading(say("report.question"))
    yield Paragraph(say("report.run.question", month=read.last_month()))
    yield Heading(say("report.suggests"))
    yield Paragraph(" ".join(_answer(read)), "answer")
    yield Paragraph(say(f"report.run.confidence.{_confidence(read)}"), "answer")
    yield Paragraph(say("report.definition"), "small")
    for name, measures in (("effects", EFFECTS), ("costs", COSTS)):
        header = (say("report.col.scenario"), *(say(f"report.col.{measure}") for measure in measures))
        rows = ((read.titles[s], *(_cell(read, s, measure) for measure in measures)) for s in read.titles)
        yield Table(say(f"report.run.{name}"), header, tuple(rows))
    yield Paragraph(say("report.table.note"), "small")
    yield Heading(say("report.fan.title"))
    yield _fan(read)


def _second(read: ResultFolder) -> Iterator[Block]:
    say = read.say
    yield Heading(say("report.run.why"))
    yield Bullets(tuple(_why(read)))
    yield Heading(say("report.decides"))
    tables = [_decisions(read, at, name) for at, name in enumerate(read.titles)]
    decided = [table for table in tables if table.rows]
    yield from decided
    if not decided:
        yield Paragraph(say("report.run.decides.none"))
    yield Heading(say("report.assumed"))
    yield Bullets((*taken_for_granted(read), say("report.assumed.outside")))
    yield Heading(say("report.redo"))
    yield Paragraph(say("report.run.redo", hash=read.content["hash"][:12]))
    yield Command(f"archipel replay {read.folder.name} --run 0")
    yield Paragraph(say("report.run.missing"), "small")


def _answer(read: ResultFolder) -> Iterator[str]:
    """The commonest verdict of each scenario, then what differs from the first one."""
    say = read.say
    first, *others = read.titles
    for name in read.titles:
        verdict = max(VERDICTS, key=lambda each: read.numbers[f"{name}.kind_{each}"].value)
        share = read.number(f"{name}.kind_{verdict}")
        label = LABELS[verdict].of(say.lang)
        yield say("report.run.answer", plan=read.titles[name], verdict=label, share=share)
    for name in others:
        yield _minus(read, first, name)


def _minus(read: ResultFolder, first: str, name: str) -> str:
    say, row = read.say, difference_row(first, name)
    titles = {"plan": read.titles[name], "first": read.titles[first]}
    if not read.numbers[row].estimate.excludes_zero:
        return say("report.run.minus.unseen", **titles)
    return say("report.run.minus", difference=read.number(row), **titles)


def _confidence(read: ResultFolder) -> str:
    """Whether the forms of the model lead to the same commonest verdict."""
    structures = read.result.summary.structures
    if not structures:
        return "rather"
    return "sure" if all(found.settled for found in structures.values()) else "unsure"


def _cell(read: ResultFolder, name: str, measure: str) -> str:
    if measure == "lasting" and not read.numbers[f"{name}.lasting_mean"].estimate.excludes_zero:
        return read.say("report.unseen")
    return read.number(f"{name}.{measure}")


def _fan(read: ResultFolder) -> Picture:
    say, shown = read.say, list(read.titles)[:MOST_PANELS]
    panels = [_panel(read, name) for name in shown]
    observed = read.result.plan.scenarios[0].config.observe_months or ()
    ends = SEPARATOR[say.lang].join(
        say("report.fan.alt.one", plan=read.titles[name], value=read.value(f"{name}.practitioners")) for name in shown
    )
    alt = say("report.fan.alt", months=number(panels[0].practitioners.shape[1], say.lang), ends=ends)
    svg = as_svg(fan(panels, observed, say))
    return Picture("fan", svg, say("report.fan.title"), say("report.fan.caption"), plain(alt))


def _panel(read: ResultFolder, name: str) -> Panel:
    """One scenario, with its twins dashed."""
    config = read.configs[name]
    twins = float(config.authority.field_agents or 0) * read.by_month(name, "practice_twin")
    return Panel(typeset(read.titles[name], read.lang), read.by_month(name), twins, programme_span(config))


def _why(read: ResultFolder) -> Iterator[str]:
    """The sentences kept with the result, where causes were looked for."""
    path = read.folder / WHY
    if not path.is_file():
        yield read.say("report.run.why.none")
        return
    kept = json.loads(path.read_text(encoding="utf-8"))
    for name, why in kept.items():
        yield f"{read.titles[name]} – {why['sentence'][read.lang]}"


def _decisions(read: ResultFolder, at: int, name: str) -> Table:
    config = read.configs[name]
    return decisions_table(read, name, steps_of(config.interventions, config), programme_of(config), f"scenarios[{at}]")

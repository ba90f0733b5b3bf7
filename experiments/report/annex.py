"""Annex of the note on plans: accounts, frontier, other plans, how the numbers are obtained, where each comes from."""

from collections.abc import Iterator, Sequence
from typing import Any

from experiments.language import Words, number
from experiments.plans.findings import NUMBERS
from experiments.plans.numbers import ACCOUNT_COLUMNS
from experiments.plans.rounding import rounded
from experiments.report.decisions import plan_table
from experiments.report.first import PANELS, lacks_money
from experiments.report.folders import PlansFolder, ResultFolder
from experiments.report.marks import Origin, Span, marked
from experiments.report.note import Beside, Block, Bullets, Heading, Paragraph, Table
from experiments.report.pictures import fan_picture, frontier_picture


def annex(read: PlansFolder) -> Iterator[Block]:
    """Its parts but the trace, which needs all the others."""
    say = read.say
    yield accounts_table(read)
    yield Paragraph(say("report.annex.labo"), "small")
    if len(read.plans) > PANELS:
        yield Heading(say("report.fan.title"))
        yield fan_picture(read, read.plans, "fan-all")
    yield Heading(say("report.frontier"))
    yield Beside(frontier_picture(read, "euros"), frontier_picture(read, "days"))
    others = [name for name in read.plans if name != read.chosen]
    if others:
        yield Heading(say("report.annex.steps"))
        yield from (plan_table(read, name, small=True) for name in others)
    yield Heading(say("report.annex.reading"))
    yield Bullets(tuple(_reading(read)))
    yield Heading(say("report.annex.manifest"))
    yield Paragraph(hashes(read), "small")


def accounts_table(read: PlansFolder) -> Table:
    """Euros by what they pay, days and hours, on average over all worlds."""
    say = read.say
    used = [c for c in ACCOUNT_COLUMNS if any(f"{name}.account:{c}" in read.numbers for name in read.plans)]
    header = (say("report.col.plan"), *(say(f"report.account.{column}") for column in used))
    rows = tuple((read.titles[name], *(_account(read, name, column) for column in used)) for name in read.plans)
    return Table(say("report.annex.accounts"), header, rows, strong=read.plans.index(read.chosen), small=True)


def _account(read: PlansFolder, name: str, column: str) -> str:
    row = f"{name}.account:{column}"
    factor = 1e-3 if column.startswith("euros") else 1.0
    each = read.numbers[row].estimate
    scaled = type(each)(factor * each.value, factor * each.low, factor * each.high, each.n)
    return marked(number(rounded(scaled, even=True).value, read.lang), Origin(NUMBERS, row, "value"))


def _reading(read: PlansFolder) -> Iterator[str]:
    say, around = read.say, read.told["around"]
    yield say("report.annex.worlds", runs=read.said(read.result.plan.replicates, "seeds.replicates"))
    yield say("report.annex.around", points=read.said(around["points"], "around.points"))
    yield say("report.annex.rounding")
    if any(lacks_money(read, name) for name in read.plans):
        yield say("report.annex.launch")
    if around["dropped"]:
        yield say("report.annex.dropped", names=", ".join(say(f"report.factor.{key}") for key in around["dropped"]))


def hashes(read: ResultFolder) -> str:
    """What the manifest says of settings, code and machine."""
    return hashes_of(read.content, read.say)


def hashes_of(content: dict[str, Any], say: Words) -> str:
    """The same from a manifest; a study has one seed for each luck, told in its own plan."""
    seeds = content.get("seeds")
    return say(
        "report.annex.manifest.text",
        hash=content["hash"], plan=content["plan_hash"], code=content["code"]["hash"],
        version=content["code"]["version"] or "–", seed="–" if seeds is None else seeds["root"],
        python=content["platform"]["python"], system=content["platform"]["system"],
    )  # fmt: skip


def trace_table(read: ResultFolder, shown: Sequence[Span]) -> Table:
    """One row a printed number: its file, its row, its columns, what it is made from."""
    say = read.say
    header = tuple(say(f"report.trace.{column}") for column in ("shown", "file", "row", "column", "how"))
    rows = tuple(
        (span.text, span.origin.file, span.origin.row, span.origin.column, _how(read, span.origin))
        for span in shown
        if span.origin is not None
    )
    return Table(say("report.annex.trace"), header, rows, small=True)


def _how(read: ResultFolder, origin: Origin) -> str:
    found = read.numbers.get(origin.row) if origin.file == NUMBERS else None
    return read.say("report.trace.declared") if found is None else found.source

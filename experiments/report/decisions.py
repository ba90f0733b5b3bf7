"""Who decides what, when, by which formal step: the decisions of a plan in the order of their months."""

from collections.abc import Sequence
from typing import Any

from experiments.language import number
from experiments.report.folders import PlansFolder, ResultFolder
from experiments.report.marks import Origin, marked
from experiments.report.note import Table
from experiments.store import MANIFEST
from sim.config.resolve import election_month
from sim.scenarios.intervention import Decider, find

Row = tuple[int, tuple[str, ...]]

SILENT_MONTHS = 6
"""Months before that of an election in which an authority may not advertise what it did (code électoral, L. 52-1)."""


def plan_table(read: PlansFolder, plan: str, *, small: bool = False) -> Table:
    """The decisions of one plan."""
    at = read.plans.index(plan)
    told = read.told["plans"][at]
    return decisions_table(read, plan, told["steps"], told["programme"], f"plans[{at}]", small=small)


def silence(read: ResultFolder, plan: str) -> str | None:
    """When communication outside must stop before an election whose date is known: a duty, not a rule of the model."""
    config = read.configs[plan]
    election = election_month(config)
    if election is None:
        return None
    first, vote = (
        read.month(max(0, month), "configuration.calendar.next_election", MANIFEST)
        for month in (election - SILENT_MONTHS, election)
    )
    return read.say("report.silence", first=first, election=vote)


def decisions_table(
    read: ResultFolder, name: str, steps: Sequence[dict[str, Any]], programme: dict[str, Any] | None, place: str, *,
    small: bool = False,
) -> Table:  # fmt: skip
    """A table of decisions.

    Args:
        read: the folder.
        name: the plan or scenario.
        steps: its dated interventions.
        programme: what it launches, if anything.
        place: where they stand in the file that tells them.
        small: in the annex.
    """
    say = read.say
    rows = [_step(read, step, f"{place}.steps[{i}]") for i, step in enumerate(steps)]
    if programme is not None:
        rows.append(_launch(read, programme, f"{place}.programme"))
    rows.sort(key=lambda row: row[0])
    header = tuple(say(f"report.decides.{column}") for column in ("when", "what", "who", "step"))
    caption = say("report.decides.of", plan=read.titles[name])
    return Table(caption, header, tuple(cells for _, cells in rows), small=small)


def _step(read: ResultFolder, step: dict[str, Any], place: str) -> Row:
    say, found = read.say, find(step["name"])
    what = found.title.of(say.lang)
    if found.value is not None and found.value.unit == "people":
        what = say("report.decides.people", what=what, people=read.said(step["value"], f"{place}.value"))
    if step["until"] is not None:
        what = say("report.decides.until", what=what, until=read.said(step["until"], f"{place}.until"))
    if step["strength"] < 1.0:
        strength = read.said(100 * step["strength"], f"{place}.strength")
        what = say("report.decides.strength", what=what, strength=strength)
    who, how = found.decider.words.of(say.lang), found.step.of(say.lang)
    return step["month"], (read.month(step["month"], f"{place}.month"), what, who, how)


def _launch(read: ResultFolder, programme: dict[str, Any], place: str) -> Row:
    say = read.say
    values = {key: _number(read, programme, place, key) for key in ("people", "months", "euros")}
    days = _number(read, programme, place, "days_a_month", 1)
    key = "report.decides.launch.permanent" if programme["permanent"] else "report.decides.launch"
    what, who = say(key, days=days, **values), Decider.DELIBERATION.words.of(say.lang)
    when = read.month(programme["month"], f"{place}.month")
    return programme["month"], (when, what, who, say("report.decides.launch.step"))


def _number(read: ResultFolder, table: dict[str, Any], place: str, key: str, digits: int = 0) -> str:
    return marked(number(table[key], read.lang, digits), Origin(read.told_in, f"{place}.{key}", "value"))

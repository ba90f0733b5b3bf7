"""Who decides what, when, by which formal step: the steps of a plan in the order of their months."""

from typing import Any

from experiments.language import number
from experiments.plans.findings import PLANS
from experiments.report.folders import PlansFolder
from experiments.report.marks import Origin, marked
from experiments.report.note import Table
from sim.scenarios.intervention import Decider, find

Row = tuple[int, tuple[str, ...]]


def decisions_table(read: PlansFolder, plan: str, *, small: bool = False) -> Table:
    """The decisions of one plan."""
    say = read.say
    at = read.plans.index(plan)
    told, place = read.told["plans"][at], f"plans[{at}]"
    rows = [_step(read, step, f"{place}.steps[{i}]") for i, step in enumerate(told["steps"])]
    if told["programme"] is not None:
        rows.append(_launch(read, told["programme"], f"{place}.programme"))
    rows.sort(key=lambda row: row[0])
    header = tuple(say(f"report.decides.{column}") for column in ("when", "what", "who", "step"))
    caption = say("report.decides.of", plan=read.titles[plan])
    return Table(caption, header, tuple(cells for _, cells in rows), small=small)


def _step(read: PlansFolder, step: dict[str, Any], place: str) -> Row:
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


def _launch(read: PlansFolder, programme: dict[str, Any], place: str) -> Row:
    say = read.say
    values = {key: marked_number(read, programme, place, key) for key in ("people", "months", "euros")}
    days = marked_number(read, programme, place, "days_a_month", 1)
    key = "report.decides.launch.permanent" if programme["permanent"] else "report.decides.launch"
    what, who = say(key, days=days, **values), Decider.DELIBERATION.words.of(say.lang)
    when = read.month(programme["month"], f"{place}.month")
    return programme["month"], (when, what, who, say("report.decides.launch.step"))


def marked_number(read: PlansFolder, table: dict[str, Any], place: str, key: str, digits: int = 0) -> str:
    """A number of plans.json, marked with its place there."""
    return marked(number(table[key], read.lang, digits), Origin(PLANS, f"{place}.{key}", "value"))

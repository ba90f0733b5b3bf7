"""Second page of the note on plans: what an effort brings, what it depends on, what would change it, who decides."""

from collections.abc import Iterator, Mapping
from typing import Any

from experiments.language import number
from experiments.plans.advice import LINE
from experiments.plans.findings import PLANS
from experiments.plans.frontier import UNIT
from experiments.report.decisions import plan_table, silence
from experiments.report.folders import PlansFolder, ResultFolder
from experiments.report.marks import Origin, marked
from experiments.report.note import Beside, Block, Bullets, Command, Heading, Paragraph
from experiments.report.pictures import factor_name, phase_picture, tornado_picture

ON_THE_PAGE = ("euros", "days")
"""Accounts of which it is also told that a step costs nothing more: most plans take no time of élus at all."""
COUNTED = ("hierarchy.depth", "programme.ambassadors")
SCALE_WORDS = 5


def second_page(read: PlansFolder) -> Iterator[Block]:
    """Its parts, in order."""
    say = read.say
    yield Heading(say("report.buys"))
    yield Bullets(tuple(buys(read)))
    yield Heading(say("report.depends"))
    yield Paragraph(depends(read))
    tornado, phase = tornado_picture(read), phase_picture(read)
    yield tornado if phase is None else Beside(tornado, phase)
    yield Heading(say("report.change"))
    yield Paragraph(change(read))
    yield Heading(say("report.decides"))
    yield plan_table(read, read.chosen)
    silent = silence(read, read.chosen)
    if silent is not None:
        yield Paragraph(silent)
    yield Heading(say("report.assumed"))
    yield Bullets(tuple(assumptions(read)))
    yield Heading(say("report.redo"))
    yield Paragraph(say("report.redo.text", hash=read.content["hash"][:12]))
    yield Command(read.told["command"])
    yield Paragraph(say("report.redo.verify"))


def buys(read: PlansFolder) -> Iterator[str]:
    """One sentence a step of a frontier that brings something; who is beaten on every account."""
    say, found = read.say, False
    for step in read.told["steps"]:
        account = step["account"]
        names = {"cheaper": read.titles[step["cheaper"]], "dearer": read.titles[step["dearer"]]}
        found = True
        if step["buys"]:
            unit = number(UNIT[account], say.lang)
            yield say(f"report.buys.{account}", buys=read.number(step["row"]), unit=unit, **names)
        elif account in ON_THE_PAGE:
            yield say("report.buys.free", account=say(f"report.account.of.{account}"), **names)
    if not found:
        yield say("report.buys.none")
    for worse, better in read.told["dominated"].items():
        yield say("report.dominated", plan=read.titles[worse], better=read.titles[better])


def depends(read: PlansFolder) -> str:
    """Which levers are told from luck."""
    say, around = read.say, read.told["around"]
    seen = [factor_name(read, each["key"]) for each in around["effects"] if each["seen"]]
    kind = "none" if not seen else "all" if len(seen) == len(around["effects"]) else "seen"
    return say(f"report.depends.{kind}", plan=read.titles[around["plan"]], levers=", ".join(seen))


def change(read: PlansFolder) -> str:
    """The situations in which the answer is another one, in words."""
    say, around = read.say, read.told["around"]
    found = around["box"]
    if found is None:
        return say("report.change.none")
    bounds = say("report.and").join(_bound(read, at, bound) for at, bound in enumerate(found["bounds"]))
    plan, kind = around["plan"], "reaches" if found["reaches"] else "misses"
    told = {"bounds": bounds, "plan": read.titles[plan], "share": read.number(f"{plan}.box")}
    if found["today"]:
        return say(f"report.change.{kind}.today", elsewhere=read.number(f"{plan}.box_elsewhere"), **told)
    if found["reaches"] and read.numbers[f"{plan}.box"].value < LINE:
        return say("report.change.reaches.short", **told)
    return say(f"report.change.{kind}", **told)


def _bound(read: PlansFolder, at: int, bound: Mapping[str, Any]) -> str:
    say, key, place = read.say, bound["key"], f"around.box.bounds[{at}]"
    name = say(f"report.bound.{key}")
    low, high = (
        None if bound[side] is None else _level(read, key, bound[side], f"{place}.{side}") for side in ("low", "high")
    )
    if low is not None and high is not None:
        return say("report.between", name=name, low=low, high=high)
    scale = "" if f"report.value.{key}" in say else ".scale"
    if low is None:
        return say(f"report.most{scale}", name=name, value=high)
    return say(f"report.least{scale}", name=name, value=low)


def _level(read: PlansFolder, key: str, value: float, place: str) -> str:
    """A value of a lever as one would say it: a word and its place on the scale, or a count."""
    say = read.say
    if f"report.value.{key}" not in say:
        word = say(f"report.scale.{min(SCALE_WORDS, 1 + int(SCALE_WORDS * value))}")
        return say("report.scale", word=word, value=_marked(read, value, place, 1))
    if key == "strength":
        return say(f"report.value.{key}", value=_marked(read, 10 * round(10 * value), place, 0))
    return say(f"report.value.{key}", value=_marked(read, value, place, 0 if key in COUNTED else 1))


def _marked(read: PlansFolder, value: float, place: str, digits: int) -> str:
    return marked(number(value, read.lang, digits), Origin(PLANS, place, "value"))


def assumptions(read: PlansFolder) -> Iterator[str]:
    """What the note takes for granted."""
    say = read.say
    yield from taken_for_granted(read)
    if not read.goal.stated:
        yield say("report.assumed.goal")
    if read.told["months"]["why"] == "election":
        yield say("report.assumed.election")
    if read.told["set_aside"]:
        yield say("report.assumed.aside")
    yield say("report.assumed.outside")


def taken_for_granted(read: ResultFolder) -> Iterator[str]:
    """What every note takes for granted."""
    say, spread = read.say, read.result.plan.spread
    yield say("report.assumed.description")
    if spread.ensemble is None:
        yield say("report.assumed.one_set")
    else:
        members = min(read.result.plan.replicates, spread.ensemble.size)
        origin = Origin("manifest.json", "ensemble.members", "count")
        yield say("report.assumed.parameters", members=marked(number(members, say.lang), origin))
    yield say("report.assumed.prices")

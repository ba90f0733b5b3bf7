"""First page of the note on plans: the question, the answer with its word of confidence, the tables."""

from collections.abc import Iterator

from experiments.plans.advice import Answer, Confidence
from experiments.plans.plan_file import NOTHING
from experiments.report.folders import PlansFolder
from experiments.report.marks import plain
from experiments.report.note import Block, Heading, Paragraph, Table
from experiments.report.pictures import fan_picture, most_telling

EFFECTS = ("goal", "practitioners", "lasting", "services", "services_more", "islets", "disillusion")
COSTS = ("euros", "days", "elu_hours", "cost_per_practitioner")
SELDOM = 0.1
"""Share of the worlds under which it is not told that a programme finds no money."""
PANELS = 4
"""Plans whose months are drawn on the first page; all of them stand in the annex."""
DIFFERENCES = ("lasting", "services_more")


def first_page(read: PlansFolder) -> Iterator[Block]:
    """Its parts, in order."""
    say = read.say
    warnings = [say("report.warning"), *([say("report.warning.draft")] if read.told["draft"] else [])]
    yield Paragraph(" ".join(warnings), "warning")
    yield Heading(say("report.question"))
    yield Paragraph(say("report.question.is", goal=read.goal_words, month=read.last_month()))
    yield Heading(say("report.suggests"))
    yield Paragraph(" ".join(answer(read)), "answer")
    yield Paragraph(confidence(read), "answer")
    yield Paragraph(say("report.definition"), "small")
    yield effects_table(read)
    yield costs_table(read)
    yield Paragraph(say("report.table.note"), "small")
    yield Heading(say("report.fan.title"))
    yield fan_picture(read, most_telling(read, PANELS), "fan")


def answer(read: PlansFolder) -> Iterator[str]:
    """The sentences of the answer."""
    say, advice = read.say, read.told["advice"]
    plan, kind = read.chosen, Answer(advice["answer"])
    share = read.number(f"{advice['plan']}.goal")
    yield say(f"report.answer.{kind.value}", plan=read.titles[plan], share=share, left=_left(read, plan))
    if lacks_money(read, plan):
        yield say("report.not_launched", share=read.number(f"{plan}.not_launched"))
    if kind is Answer.REACHES:
        others = [read.titles[name] for name in advice["reaching"][1:]]
        quoted = ", ".join(quote(title, say.lang) for title in others)
        yield say("report.also", plans=quoted) if others else say("report.also.none")


def confidence(read: PlansFolder) -> str:
    """The word of confidence with its reason."""
    advice = read.told["advice"]
    kind = advice["confidence"]
    if kind == Confidence.RATHER:
        kind += ".close" if advice["structures_agree"] else ".forms"
    return read.say(f"report.confidence.{kind}")


def lacks_money(read: PlansFolder, plan: str) -> bool:
    """Whether the money for its programme is not found, more than rarely."""
    return read.numbers[f"{plan}.not_launched"].value >= SELDOM


def quote(title: str, lang: str) -> str:
    """A title in quotation marks."""
    return f"« {title} »" if lang == "fr" else f'"{title}"'


def is_seen(read: PlansFolder, plan: str, measure: str) -> bool:
    """Whether the mean difference to doing nothing is more than luck."""
    return read.numbers[f"{plan}.{measure}_mean"].estimate.excludes_zero


def effects_table(read: PlansFolder) -> Table:
    """What each plan leaves, doing nothing first."""
    say = read.say
    rows = [_effects_row(read, name) for name in (NOTHING, *read.plans)]
    header = (say("report.col.plan"), *(say(f"report.col.{measure}") for measure in EFFECTS))
    return Table(say("report.table.effects"), header, tuple(rows), strong=1 + read.plans.index(read.chosen))


def costs_table(read: PlansFolder) -> Table:
    """What each plan takes, in three accounts that are never added up."""
    say = read.say
    columns = COSTS if not any(lacks_money(read, name) for name in read.plans) else ("not_launched", *COSTS)
    rows = [(read.titles[name], *(_cost(read, name, measure) for measure in columns)) for name in read.plans]
    header = (say("report.col.plan"), *(say(f"report.col.{measure}") for measure in columns))
    return Table(say("report.table.costs"), header, tuple(rows), strong=read.plans.index(read.chosen))


def _cost(read: PlansFolder, name: str, measure: str) -> str:
    """What a plan takes; one that launches no programme lacks no money for it."""
    plan = read.told["plans"][read.plans.index(name)]
    return "–" if measure == "not_launched" and plan["programme"] is None else read.number(f"{name}.{measure}")


def _effects_row(read: PlansFolder, name: str) -> tuple[str, ...]:
    cells = (_cell(read, name, measure) for measure in EFFECTS)
    return (read.titles[name], *cells)


def _cell(read: PlansFolder, name: str, measure: str) -> str:
    if name == NOTHING and measure not in ("practitioners", "services", "goal"):
        return "–"
    if measure in DIFFERENCES and not is_seen(read, name, measure):
        return read.say("report.unseen")
    return read.number(f"{name}.{measure}")


def _left(read: PlansFolder, plan: str) -> str:
    say = read.say
    hours = read.number(f"{plan}.elu_hours")
    taken = {"euros": read.number(f"{plan}.euros"), "days": read.number(f"{plan}.days"),
             "hours": say("report.hours" if plain(hours) != "0" else "report.hours.none", hours=hours)}  # fmt: skip
    if not is_seen(read, plan, "lasting"):
        return say("report.left.unseen", **taken)
    return say("report.left", lasting=read.number(f"{plan}.lasting"), **taken)

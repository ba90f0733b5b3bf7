"""The figures of a note on plans, each with its caption and with words for those who do not see it."""

from string import ascii_uppercase

from experiments.figures.frames import Span
from experiments.figures.note import Bar, Cell, Panel, Point, as_svg, fan, frontier, phase, tornado
from experiments.figures.note.phase import class_of
from experiments.language import number
from experiments.pictures import programme_span
from experiments.plans.around import ACROSS, DOUBT, UP
from experiments.plans.plan_file import NOTHING
from experiments.report.folders import PlansFolder
from experiments.report.marks import plain
from experiments.report.note import Picture
from experiments.report.typography import SEPARATOR, typeset
from experiments.statistics import Estimate


def most_telling(read: PlansFolder, most: int) -> list[str]:
    """The plan that is named, then those that leave most, `most` in all, in the order of the tables."""
    rest = sorted(read.plans, key=lambda name: -read.numbers[f"{name}.lasting_mean"].value)
    kept = [read.chosen, *(name for name in rest if name != read.chosen)][:most]
    return [name for name in read.plans if name in kept]


def fan_picture(read: PlansFolder, plans: list[str], name: str) -> Picture:
    """Practitioners by month, one panel a plan."""
    say, without = read.say, read.by_month(NOTHING)
    panels = [
        Panel(typeset(read.titles[plan], say.lang), read.by_month(plan), without, _span(read, plan)) for plan in plans
    ]
    figure = fan(panels, read.told["months"]["observed"], say)
    ends = [say("report.fan.alt.one", plan=read.titles[plan], value=read.value(f"{plan}.practitioners"))
            for plan in (NOTHING, *plans)]  # fmt: skip
    alt = say("report.fan.alt", months=number(without.shape[1], say.lang), ends=SEPARATOR[say.lang].join(ends))
    return Picture(name, as_svg(figure), say("report.fan.title"), say("report.fan.caption"), plain(alt))


def tornado_picture(read: PlansFolder) -> Picture:
    """Effects of the levers around the plan, beside the noise floor."""
    say, around = read.say, read.told["around"]
    bars = [
        Bar(factor_name(read, each["key"]), read.numbers[each["row"]].estimate, each["seen"])
        for each in around["effects"]
    ]
    floor = f"{around['plan']}.floor"
    told = [say("report.tornado.alt.one", lever=factor_name(read, each["key"]), effect=read.number(each["row"]))
            for each in around["effects"]]  # fmt: skip
    alt = say("report.tornado.alt", bars=SEPARATOR[say.lang].join(told), floor=read.value(floor))
    svg = as_svg(tornado(bars, read.numbers[floor].value, say))
    return Picture("tornado", svg, say("report.tornado.title"), say("report.tornado.caption"), plain(alt))


def phase_picture(read: PlansFolder) -> Picture | None:
    """The map of the goal, with today's position; None where one of its two axes does not vary here."""
    say, around = read.say, read.told["around"]
    if not around["cells"]:
        return None
    cells = [Cell(*(cell[name] for name in ("left", "right", "bottom", "top", "share"))) for cell in around["cells"]]
    today = {each["key"]: each["today"] for each in around["factors"]}
    here = today[ACROSS], today[UP]
    x, y = (number(value, say.lang, 2) for value in here)
    corners = min(cells, key=lambda c: c.left + c.bottom), max(cells, key=lambda c: c.right + c.top)
    classes = [say(f"report.phase.class.{class_of(cell.share)}") for cell in corners]
    alt = say("report.phase.alt", low=classes[0], high=classes[1], x=x, y=y)
    caption = say("report.phase.caption", plan=read.titles[around["plan"]])
    svg = as_svg(phase(cells, here, DOUBT, say))
    return Picture("phase", svg, say("report.phase.title"), caption, plain(alt))


def frontier_picture(read: PlansFolder, account: str) -> Picture:
    """Cost in one account against lasting practitioners: means with their intervals."""
    say, factor = read.say, 1e-3 if account == "euros" else 1.0
    line = read.told["frontier"][account]
    letters = dict(zip((NOTHING, *read.plans), ascii_uppercase, strict=False))
    points = [
        Point(letter, _scaled(read.numbers[f"{name}.{account}_mean"].estimate, factor),
              read.numbers[f"{name}.lasting_mean"].estimate, name in line)
        for name, letter in letters.items()
    ]  # fmt: skip
    told = [say("report.frontier.alt.one", letter=letter, cost=read.value(f"{name}.{account}_mean"),
                effect=read.value(f"{name}.lasting_mean")) for name, letter in letters.items()]  # fmt: skip
    named = ", ".join(
        say("report.frontier.letter", letter=letter, plan=read.titles[name]) for name, letter in letters.items()
    )
    title = say(f"report.frontier.{account}")
    svg = as_svg(frontier(points, say(f"report.frontier.axis.{account}"), title, say))
    alt = say("report.frontier.alt", points=SEPARATOR[say.lang].join(told))
    return Picture(f"frontier-{account}", svg, title, say("report.frontier.caption", letters=named), plain(alt))


def _span(read: PlansFolder, plan: str) -> Span | None:
    return programme_span(read.configs[plan])


def factor_name(read: PlansFolder, key: str) -> str:
    """A lever as one would name it."""
    return read.say(f"report.factor.{key}")


def _scaled(estimate: Estimate, factor: float) -> Estimate:
    return Estimate(factor * estimate.value, factor * estimate.low, factor * estimate.high, estimate.n)

"""Interventions as commands show them: a table of all by family, and a page for each."""

from collections.abc import Iterator
from functools import cache

from experiments.language import UNDEFINED, Words, number
from experiments.listing import span
from experiments.page import Page
from sim.config import Config, lever_row, parameter_of, resolved
from sim.scenarios.intervention import Intervention, Price, find, names
from sim.timeline.draft import open_draft
from sim.timeline.prices import Spending, count_of, enter, no_spending

LEVERS, MORE, TEMPLATES, EVENTS = "levers", "more", "templates", "events"
FAMILIES = (LEVERS, MORE, TEMPLATES, EVENTS)
"""Recommendations of the study, other levers, templates taken from one of its cases, events."""

FIRST_YEAR_MONTHS = 12
_PARTS = (
    ("eur_once", "lever.eur", "lever.once"),
    ("eur_month", "lever.eur", "lever.monthly"),
    ("days_once", "lever.days", "lever.once"),
    ("days_month", "lever.days", "lever.monthly"),
    ("elu_hours_once", "lever.hours", "lever.once"),
    ("elu_hours_month", "lever.hours", "lever.monthly"),
)

Lines = Iterator[tuple[str, str]]


def family(intervention: Intervention) -> str:
    """The family an intervention is listed in."""
    if intervention.kind == "event":
        return EVENTS
    if intervention.recommendation:
        return LEVERS
    return TEMPLATES if intervention.case else MORE


def first_year(intervention: Intervention) -> tuple[float, float, float]:
    """Euros, working days and hours of élus of the first year, at full strength, for the reference authority."""
    accounts: Spending = no_spending(FIRST_YEAR_MONTHS)
    for price in intervention.prices:
        enter(accounts, price, count_of(_reference(), price.per), 0, FIRST_YEAR_MONTHS)
    euros, days, hours = (float(account.sum()) for account in accounts)
    return euros, days, hours


def print_interventions(page: Page, lang: str) -> None:
    """One table a family: name and title, recommendation, price of the first year, who decides."""
    say = Words(lang)
    for kind in FAMILIES:
        found = {name: find(name) for name in names() if family(find(name)) == kind}
        if not found:
            continue
        rows = [_row(name, each, say) for name, each in sorted(found.items(), key=_order)]
        titles = ("number", "euros", "days", "hours", "decider")
        page.table((say(f"lever.family.{kind}"), *(say(f"lever.column.{title}") for title in titles)), rows)
    page.note(say("lever.note", agents=number(count_of(_reference(), "field_agent"), lang)))


def _order(item: tuple[str, Intervention]) -> tuple[int, str]:
    """By number of the recommendation, then by name."""
    return int(item[1].recommendation[1:] or 0), item[0]


def _row(name: str, each: Intervention, say: Words) -> tuple[str, ...]:
    amounts = first_year(each)
    written = (number(amount, say.lang) if each.prices else UNDEFINED for amount in amounts)
    title = say("explain.title", name=name, text=each.title.of(say.lang))
    return (title, each.recommendation, *written, say(f"lever.decider.{each.decider.value}"))


def lines(name: str, say: Words) -> Lines:
    """Headings and contents of the page of one intervention."""
    each, lang = find(name), say.lang
    yield say("explain.intervention"), say(f"explain.intervention.{each.kind}")
    yield say("lever.recommendation"), each.recommendation
    yield say("lever.case"), each.case.of(lang) if each.case else ""
    yield say("explain.effect"), each.effect.of(lang)
    yield from _under(say("lever.moves"), [_move(key, name, say) for key in each.moves])
    yield say("lever.equation"), each.equation
    yield say("lever.evidence"), say(f"lever.evidence.{each.evidence}")
    yield say("explain.source"), each.source.of(lang)
    yield from _under(say("lever.price"), _prices(each, say))
    yield say("lever.delay"), say.count("lever.months", each.delay_months) if each.delay_months else ""
    yield say("lever.column.decider"), each.decider.words.of(lang)
    yield say("lever.step"), each.step.of(lang)
    yield say("lever.value"), _value(each, say)
    if each.kind == "lever":
        yield from _under(say("lever.reach"), _reach(name, say))


def _under(heading: str, contents: list[str]) -> Lines:
    """Several contents under one heading."""
    yield from ((heading if i == 0 else "", content) for i, content in enumerate(contents))


def _move(key: str, name: str, say: Words) -> str:
    """A key with its unit, its usual value and its value at full strength; a state by its name alone."""
    p = parameter_of(key)
    if p is None or find(name).kind == "event":
        return key
    before, after = _values(key, name)
    values = " → ".join(number(value, say.lang, digits=3) for value in (before, after))
    unit = "" if p.unit == "level" else f" ({say(f'quantity.{p.unit}')})"
    return say("lever.move", name=key, text=p.text.of(say.lang), values=values + unit)


def _values(key: str, name: str) -> tuple[float, float]:
    """The key in the reference configuration, without and with the lever at full strength."""
    group, field = key.split(".")
    draft = open_draft(_reference(), 1)
    find(name).apply(draft, 0, 1, 1.0)
    return float(lever_row(_reference())[group][field][0]), float(draft.levers[group][field][0])


def _prices(each: Intervention, say: Words) -> list[str]:
    if not each.prices:
        return [say("lever.free")]
    euros, days, hours = (number(amount, say.lang) for amount in first_year(each))
    total = say("lever.first_year", euros=euros, days=days, hours=hours)
    return [*(_price(price, say) for price in each.prices), total]


def _price(price: Price, say: Words) -> str:
    """What one price asks, by what it is counted, and where it comes from."""
    asked = [
        say(when, amount=say(what, n=number(amount, say.lang, digits=2)))
        for field, what, when in _PARTS
        if (amount := getattr(price, field))
    ]
    per, source = say(f"lever.per.{price.per}"), price.source.of(say.lang)
    return say("lever.asks", asked=", ".join(asked), per=per, source=source)


def _value(each: Intervention, say: Words) -> str:
    value = each.value
    if value is None:
        return ""
    default = UNDEFINED if value.default is None else number(value.default, say.lang, digits=3)
    allowed = span(value.low, value.high, say)
    unit = say(f"quantity.{value.unit}")
    return say("lever.value.is", text=value.text.of(say.lang), allowed=allowed, unit=unit, default=default)


def _reach(name: str, say: Words) -> list[str]:
    """Log-odds that the lever moves by itself, decision by decision."""
    from sim.scenarios.reach import DECISIONS, reach

    moved = [(DECISIONS[decision], change) for decision, change in reach(name).items() if abs(change) >= 0.005]
    if not moved:
        return [say("lever.reach.none")]
    return [say("lever.reach.is", text=text.of(say.lang), change=_signed(change, say.lang)) for text, change in moved]


def _signed(change: float, lang: str) -> str:
    return ("+" if change > 0 else "−") + number(abs(change), lang, digits=2)


@cache
def _reference() -> Config:
    return resolved(Config())

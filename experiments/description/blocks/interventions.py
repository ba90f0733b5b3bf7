"""Interventions: what each moves and how, on what evidence, at what price, who decides."""

from collections.abc import Iterator

from experiments.description.markdown import code, section, sections, table
from experiments.language import Words, number
from experiments.listing import span, written
from sim.scenarios.intervention import Intervention, Price, find, names

_HEADER = ("key", "intervention", "recommendation", "evidence", "decider", "delay")
_AMOUNTS = ("eur_once", "eur_month", "days_once", "days_month", "elu_hours_once", "elu_hours_month")


def block(say: Words) -> str:
    """Levers then events: a table of all, then one section each."""
    return sections(_kind(kind, say) for kind in ("lever", "event"))


def _kind(kind: str, say: Words) -> str:
    found = [(name, find(name)) for name in names() if find(name).kind == kind]
    header = [say(f"description.{name}") for name in _HEADER]
    rows = (_row(name, each, say) for name, each in found)
    parts = [_section(name, each, say) for name, each in found]
    return section(say(f"description.{kind}s"), table(header, rows), *parts)


def _row(name: str, each: Intervention, say: Words) -> list[str]:
    evidence = say(f"description.evidence.{each.evidence}")
    decider = each.decider.words.of(say.lang)
    return [code(name), each.title.of(say.lang), each.recommendation, evidence, decider, str(each.delay_months)]


def _section(name: str, each: Intervention, say: Words) -> str:
    lines = "\n".join(f"- {line}" for line in _lines(each, say))
    return section(f"{each.title.of(say.lang)} (`{name}`)", each.effect.of(say.lang), lines, level=4)


def _lines(each: Intervention, say: Words) -> Iterator[str]:
    """What is declared, one line a subject; nothing where there is nothing to say."""
    moved = ", ".join(code(key) for key in each.moves)
    yield from _line("moves", moved, say)
    yield from _line("equation", code(each.equation), say)
    yield from _line("value", _value(each, say), say)
    yield from _line("price", say("description.separator").join(_price(price, say) for price in each.prices), say)
    yield from _line("step", each.step.of(say.lang), say)
    yield from _line("scenario.source", each.source.of(say.lang), say)
    yield from _line("case", each.case.of(say.lang) if each.case else "", say)


def _line(subject: str, content: str, say: Words) -> Iterator[str]:
    if content:
        yield say("description.line", heading=say(f"description.{subject}"), content=content)


def _value(each: Intervention, say: Words) -> str:
    if each.value is None:
        return ""
    meaning, ends = each.value.text.of(say.lang), span(each.value.low, each.value.high, say)
    if each.value.default is None:
        return say("description.value.free", meaning=meaning, ends=ends)
    return say("description.value.given", meaning=meaning, ends=ends, default=written(each.value.default, say.lang))


def _price(price: Price, say: Words) -> str:
    """Amounts at full strength, by what they are counted, and where they come from."""
    amounts = (
        say(f"description.price.{name}", n=number(getattr(price, name), say.lang, digits=2))
        for name in _AMOUNTS
        if getattr(price, name)
    )
    per = "" if price.per == "authority" else say(f"description.per.{price.per}")
    return f"{', '.join(amounts)}{per} ({price.source.of(say.lang)})"

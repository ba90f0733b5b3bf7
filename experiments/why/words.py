"""Words that an explanation needs: typography, dates, lists, what fills the clauses of a candidate."""

from collections.abc import Sequence

from experiments.language import number
from sim.config import Config
from sim.core.text import Text
from sim.population.council import executive

NO_BREAK = "\N{NO-BREAK SPACE}"
MONTHS = (
    Text("janvier", "January"),
    Text("février", "February"),
    Text("mars", "March"),
    Text("avril", "April"),
    Text("mai", "May"),
    Text("juin", "June"),
    Text("juillet", "July"),
    Text("août", "August"),
    Text("septembre", "September"),
    Text("octobre", "October"),
    Text("novembre", "November"),
    Text("décembre", "December"),
)


def typeset(text: str, lang: str) -> str:
    """Text written with a space before : ; ? ! % », as its language sets it: no-break in French, none in English."""
    space = NO_BREAK if lang == "fr" else ""
    for mark in ":;?!%»":
        text = text.replace(f" {mark}", f"{space}{mark}")
    return text.replace("« ", f"«{space}")


def head(config: Config, lang: str) -> str:
    """What the head of the executive is called: maire, président."""
    return executive(config.authority.type, config.authority.inhabitants).head.of(lang)


def values(config: Config, lang: str) -> dict[str, str]:
    """What the clauses of a candidate may hold: the head of the executive, levels, working days, times the price."""
    return {
        "head": head(config, lang),
        "depth": str(config.hierarchy.depth),
        "days": days(config.cost.agent_days_per_month, lang),
        "price": number(config.cost.price_factor, lang, 2),
    }


def days(n: float, lang: str) -> str:
    """A number of days: 1 jour, 1,5 jour, 8 jours."""
    plural = n >= 2 if lang == "fr" else n != 1
    unit = Text("jour", "day").of(lang) + ("s" if plural else "")
    return f"{number(n, lang, 1)}{NO_BREAK}{unit}"


def in_month(month: int, config: Config, lang: str) -> str:
    """A simulated month: its real date where the calendar gives one, its number otherwise."""
    start = config.calendar.start
    if start is None:
        return Text(f"au mois{NO_BREAK}{month}", f"in month{NO_BREAK}{month}").of(lang)
    year, first = (int(part) for part in start.split("-"))
    years, at = divmod(first - 1 + month, 12)
    return f"{Text('en', 'in').of(lang)} {MONTHS[at].of(lang)}{NO_BREAK}{year + years}"


def listed(items: Sequence[str], lang: str) -> str:
    """a, b et c."""
    *others, last = items
    return f"{', '.join(others)}{Text(' et ', ' and ').of(lang)}{last}" if others else last


def opened(text: str) -> str:
    """Text that starts with a capital."""
    return text[:1].upper() + text[1:]

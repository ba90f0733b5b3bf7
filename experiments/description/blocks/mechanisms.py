"""Mechanisms, and what switching each off means."""

from experiments.description.markdown import code, table
from experiments.language import Words
from experiments.listing import written
from sim.config import iter_parameters
from sim.mechanisms import NEUTRAL, NEVER


def block(say: Words) -> str:
    """One line a switch: what it is, and what it sets when off, or what its absence decides in the timeline."""
    header = [say(f"description.{name}") for name in ("key", "mechanism", "off")]
    rows = []
    for key, p in iter_parameters():
        group, _, name = key.rpartition(".")
        if group == "mechanisms":
            rows.append([code(key), p.text.of(say.lang), _off(name, say)])
    return table(header, rows)


def _off(name: str, say: Words) -> str:
    """The neutral values of a mechanism; its own words where it decides dates and not values."""
    own = f"description.off.{name}"
    if name not in NEUTRAL:
        return say(own)
    settings = [f"`{key}` = {_value(value, say)}" for key, value in NEUTRAL[name].items()]
    return say("description.separator").join(settings + ([say(own)] if own in say else []))


def _value(value: float, say: Words) -> str:
    if abs(value) == abs(NEVER):
        return "−∞" if value < 0 else "+∞"
    return written(value, say.lang)

"""Tables, pictures and values as the page writes them."""

from collections.abc import Sequence

from experiments.analysis.words import key_name, value_name
from experiments.headline_study.material import LOSS, PLACE, PRICE
from experiments.language import Words, number

IMAGES = "images/headline-study"
PRICE_EUR = 165_000
"""Price of a Transfo for a commune (study, I.B.2.b), which the price factor multiplies."""


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(cell or " " for cell in line) + " |" for line in lines)


def picture(name: str, say: Words) -> str:
    """A picture with its sentence."""
    return f"![{say(f'headstudy.picture.{name}')}]({IMAGES}/{name}.{say.lang}.svg)"


def lever_name(key: str, say: Words) -> str:
    """A short name of a lever."""
    return say("headstudy.conclusion.signal") if key == LOSS else key_name(key, say)


def value_of(lever: str, value: object, say: Words) -> str:
    """A value of a lever in plain words."""
    if lever == LOSS:
        return say("headstudy.signal.lost" if value else "headstudy.signal.kept")
    if lever == PLACE:
        return place_name(str(value), say)
    if lever == PRICE and isinstance(value, float | int):
        return price_name(float(value), say)
    return value_name(lever, value, say)


def price_name(factor: float, say: Words) -> str:
    """A price factor as money, in thousands of euros."""
    return say("headstudy.price", keur=number(factor * PRICE_EUR / 1000, say.lang))


def place_name(place: str, say: Words) -> str:
    """`commune_600` as people say it."""
    kind, _, size = place.rpartition("_")
    return say(f"headstudy.place.{kind}", n=number(int(size), say.lang))

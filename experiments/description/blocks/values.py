"""The parameters of one submodel beside its equations: symbol, key, default, unit, origin."""

from collections.abc import Iterator

from experiments.description.markdown import code, table
from experiments.description.origin import origin
from experiments.description.symbols import submodels
from experiments.language import UNDEFINED, Words
from experiments.listing import written
from sim.config import parameter_of

_HEADER = ("symbol", "key", "default", "unit", "origin", "marks")


def block(say: Words, submodel: str) -> str:
    """One line a parameter, in the order in which the equations bring them."""
    header = [say(f"description.{name}") for name in _HEADER]
    return table(header, (_row(key, tex, say) for key, tex in submodels()[submodel].items()))


def _row(key: str, tex: str, say: Words) -> list[str]:
    p = parameter_of(key)
    if p is None:
        raise KeyError(f"{key} has a symbol but is no parameter")
    value = written(p.default, say.lang)
    if p.default is None:
        value = say("description.resolved") if p.resolved else UNDEFINED
    unit = say(f"quantity.{p.unit}") if p.unit else ""
    return [f"${tex}$", code(key), value, unit, origin(p).of(say.lang), ", ".join(_marks(p.fit, p.lever, say))]


def _marks(fit: bool, lever: bool, say: Words) -> Iterator[str]:
    if fit:
        yield say("description.fit")
    if lever:
        yield say("description.lever")

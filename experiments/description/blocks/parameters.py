"""Parameters, group by group: what each is worth, what it may be, where it comes from."""

from collections.abc import Iterator
from itertools import groupby

from experiments.description.markdown import code, section, sections, table
from experiments.language import Words
from experiments.listing import span, written
from sim.config import Parameter, iter_parameters

_APART = "mechanisms"  # a block of their own
_HEADER = ("key", "symbol", "meaning", "unit", "default", "valid", "plausible", "source", "marks")


def block(say: Words) -> str:
    """One section a group, in the order of the configuration; mechanisms apart."""
    by_group = groupby(iter_parameters(), key=lambda pair: pair[0].rpartition(".")[0])
    return sections(_section(group, [p for _, p in pairs], say) for group, pairs in by_group if group != _APART)


def _section(group: str, declared: list[Parameter], say: Words) -> str:
    title, acts = declared[0].title.of(say.lang), declared[0].acts.of(say.lang)
    header = [say(f"description.{name}") for name in _HEADER]
    rows = (_row(p, say) for p in declared)
    return section(f"{title} (`{group}`)" if group else title, say("description.acts", text=acts), table(header, rows))


def _row(p: Parameter, say: Words) -> list[str]:
    return [
        code(p.key),
        code(p.symbol),
        p.text.of(say.lang),
        say(f"quantity.{p.unit}") if p.unit else "",
        _default(p, say),
        p.allowed.of(say.lang),
        span(*p.plausible, say) if p.plausible and p.plausible != p.valid else "",
        p.source.of(say.lang),
        ", ".join(_marks(p, say)),
    ]


def _default(p: Parameter, say: Words) -> str:
    if p.required:
        return say("description.required")
    if p.resolved and p.default is None:
        return say("description.resolved")
    return written(p.default, say.lang)


def _marks(p: Parameter, say: Words) -> Iterator[str]:
    """What a reader looks for: set by calibration, decided by somebody, words only."""
    if p.fit:
        yield say("description.fit")
    if p.lever:
        yield say("description.lever")
    if not p.decides:
        yield say("description.words_only")

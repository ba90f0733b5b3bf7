"""Where each result comes from: put in by an equation, shaped by one, or emergent."""

from collections.abc import Iterator

from experiments.ablation.origins import HEADLINE, PATTERNS, Origin
from experiments.description.markdown import code, table
from experiments.language import Words

_KINDS = ("emergent", "shaped", "put_in")


def block(say: Words) -> str:
    """One line a result, what is emergent first."""
    header = [say(f"description.{name}") for name in ("result", "origin.kind", "follows", "why")]
    return table(header, _rows(say))


def _rows(say: Words) -> Iterator[list[str]]:
    found = {**{code(name): origin for name, origin in HEADLINE.items()}, **PATTERNS}
    for kind in _KINDS:
        yield from (_row(name, origin, say) for name, origin in found.items() if origin.kind == kind)


def _row(name: str, origin: Origin, say: Words) -> list[str]:
    keys = ", ".join(code(key) for key in origin.keys)
    return [name, say(f"description.{origin.kind}"), keys, origin.text.of(say.lang)]

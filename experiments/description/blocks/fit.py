"""The parameters that calibration may move."""

from experiments.description.markdown import code, table
from experiments.language import Words
from experiments.listing import span, written
from sim.config import iter_parameters


def block(say: Words) -> str:
    """Key, symbol, meaning, default, plausible range."""
    header = [say(f"description.{name}") for name in ("key", "symbol", "meaning", "default", "plausible")]
    rows = (
        [
            code(key),
            code(p.symbol),
            p.text.of(say.lang),
            written(p.default, say.lang),
            span(*p.plausible, say) if p.plausible else "",
        ]
        for key, p in iter_parameters()
        if p.fit
    )
    return table(header, rows)

"""Where the values of parameters come from, counted."""

from collections import Counter

from experiments.description.markdown import table
from experiments.description.origin import origin
from experiments.language import Words
from sim.config import Parameter, iter_parameters
from sim.config.parameter import SOURCES


def block(say: Words) -> str:
    """Numbers that decide a result, by the first words of their source."""
    counted = Counter(origin(p).en for key, p in iter_parameters() if _counts(key, p))
    header = [say("description.origin"), say("description.parameters")]
    rows = [[SOURCES[word] if say.lang == "fr" else word, str(counted[word])] for word in SOURCES if counted[word]]
    return table(header, [*rows, [say("description.total"), str(sum(counted.values()))]])


def _counts(key: str, p: Parameter) -> bool:
    return p.decides and p.kind in ("float", "int") and not key.startswith(("mechanisms.", "interventions"))


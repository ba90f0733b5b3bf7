"""The kind of source that a parameter's value has."""

from sim.config import Parameter
from sim.config.parameter import SOURCES
from sim.core.text import Text


def origin(p: Parameter) -> Text:
    """The first words of its source: assumption, study, literature, law, public, or an assumption after the study."""
    english = next(word for word in SOURCES if p.source.en.startswith(word))
    return Text(SOURCES[english], english)

"""Outcomes."""

from math import inf

from experiments.description.formulas import FRENCH
from experiments.description.markdown import code, table
from experiments.explain import source
from experiments.language import Words
from experiments.listing import span
from sim.outcomes.catalogue import OutcomeSpec, catalogue


def block(say: Words) -> str:
    """One line an outcome: name, meaning, unit, range, formula as its function has it, source."""
    header = [say(f"description.{name}") for name in ("outcome", "meaning", "unit", "range", "formula", "source")]
    return table(header, (_row(spec, say) for spec in catalogue()))


def _row(spec: OutcomeSpec, say: Words) -> list[str]:
    ends = "" if (spec.low, spec.high) == (-inf, inf) else span(spec.low, spec.high, say)
    text = spec.en if say.lang == "en" else spec.fr
    return [code(spec.name), text, say(f"quantity.{spec.unit}"), ends, *_formula(spec, say)]


def _formula(spec: OutcomeSpec, say: Words) -> tuple[str, str]:
    """Formula and source: in French where it is said, else as the code has them."""
    if say.lang == "fr" and spec.name in FRENCH:
        return FRENCH[spec.name]
    return spec.description.partition("\n\n")[0], source(spec.source, say)

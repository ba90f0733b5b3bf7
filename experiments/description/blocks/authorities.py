"""Types of authority: words, ratios, bodies."""

from experiments.description.markdown import code, table
from experiments.language import Words
from experiments.listing import written
from sim.config.authority import BUDGET_EUR_PER_INHABITANT, STAFF_PER_1000, AuthorityType
from sim.population.council import executive

_EXAMPLE_INHABITANTS = 100_000


def block(say: Words) -> str:
    """One line a type: how many field agents and euros an inhabitant, who sits, by name and, at one size, by number."""
    header = [say(f"description.{name}") for name in ("type", "staff", "budget", "head", "thematic", "district")]
    return table(header, (_row(str(kind.value), say) for kind in AuthorityType))


def _row(kind: str, say: Words) -> list[str]:
    seats = executive(kind, _EXAMPLE_INHABITANTS)
    return [
        code(kind),
        written(STAFF_PER_1000[kind], say.lang),
        written(BUDGET_EUR_PER_INHABITANT[kind], say.lang),
        seats.head.of(say.lang),
        f"{seats.thematic.of(say.lang)} ({seats.n_thematic})",
        f"{seats.district.of(say.lang)} ({seats.n_district})" if seats.n_district else "–",
    ]

"""Budget cut."""

from sim.core.text import Text
from sim.scenarios.intervention import Intervention
from sim.timeline.draft import Draft


def apply(draft: Draft, first: int, until: int, strength: float) -> None:
    """Write it into the draft of a run."""
    draft.scale("cost.budget_factor", 1.0 - strength, first, until)


INTERVENTION = Intervention(
    kind="event",
    title=Text("Coupe budgétaire", "Budget cut"),
    effect=Text(
        "Moins d'argent pour la démarche, le labo et les remontées coûteuses : une coupe de force s laisse 1 - s.",
        "Less money for the programme, the lab and costly items: a cut of strength s leaves 1 - s.",
    ),
    source="study M55; form: assumption",
    apply=apply,
)

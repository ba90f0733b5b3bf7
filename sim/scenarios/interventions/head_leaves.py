"""The head of the executive leaves, the majority stays."""

from sim.core.text import Text
from sim.scenarios.intervention import Intervention
from sim.timeline.draft import Change, Draft


def apply(draft: Draft, first: int, until: int, strength: float) -> None:
    """Write it into the draft of a run; neither an end nor a strength applies."""
    draft.changes.append(Change(first, "same_majority", vacant=True))


INTERVENTION = Intervention(
    kind="event",
    title=Text(
        "La tête de l'exécutif part, la même majorité reste", "The head of the executive leaves, the majority stays"
    ),
    effect=Text(
        "Personne ne porte ce mois-là ; le successeur a la même conviction, à 0,15 près.",
        "Nobody carries in that month; the successor has the same conviction, give or take 0.15.",
    ),
    source="study M30, M53; size: assumption",
    apply=apply,
)

"""The direction générale changes."""

from sim.core.text import Text
from sim.scenarios.intervention import Intervention
from sim.timeline.draft import Draft


def apply(draft: Draft, first: int, until: int, strength: float) -> None:
    """Write it into the draft of a run; neither an end nor a strength applies."""
    draft.dgs_leaves.append(first)


INTERVENTION = Intervention(
    kind="event",
    title=Text("La direction générale change", "The direction générale changes"),
    effect=Text(
        "La personne qui arrive a son propre appui, tiré d'une Beta(3 ; 3).",
        "The person who arrives has a stance of its own, drawn from a Beta(3, 3).",
    ),
    source="study M53; size: assumption",
    apply=apply,
)

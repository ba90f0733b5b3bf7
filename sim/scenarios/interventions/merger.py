"""The authority merges."""

from sim.core.text import Text
from sim.scenarios.intervention import Intervention
from sim.timeline.draft import Change, Draft


def apply(draft: Draft, first: int, until: int, strength: float) -> None:
    """Write it into the draft of a run; neither an end nor a strength applies."""
    draft.changes.append(Change(first, "merger"))


INTERVENTION = Intervention(
    kind="event",
    title=Text("La collectivité fusionne", "The authority merges"),
    effect=Text(
        "Tout l'exécutif est renouvelé (Beta(1,5 ; 4) par défaut) et vote dans l'année sur le labo dont il hérite.",
        "The whole executive is renewed (Beta(1.5, 4) by default) and votes within a year on the lab that it inherits.",
    ),
    source="study M58, SF26, case Champagne-Ardenne; size: assumption",
    apply=apply,
)

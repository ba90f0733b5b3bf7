"""Users' voice in the administration project."""

from sim.core.text import Text
from sim.scenarios.intervention import Intervention
from sim.timeline.draft import Draft


def apply(draft: Draft, first: int, until: int, strength: float) -> None:
    """Write it into the draft of a run."""
    draft.raise_to("formal.project", 1.0, strength, first, until)


INTERVENTION = Intervention(
    kind="lever",
    title=Text("La parole des usagers dans le projet d'administration", "Users' voice in the administration project"),
    effect=Text(
        "Les remontées se perdent moins et passent mieux, les cadres s'y retrouvent, le labo dure.",
        "Items are lost less and pass better, managers find their place in it, the lab lasts.",
    ),
    source="study R1, M37; size: assumption",
    apply=apply,
)

"""Job descriptions and mission letters."""

from sim.core.text import Text
from sim.scenarios.intervention import Intervention
from sim.timeline.draft import Draft


def apply(draft: Draft, first: int, until: int, strength: float) -> None:
    """Write it into the draft of a run."""
    draft.raise_to("formal.job", 1.0, strength, first, until)
    draft.raise_to("programme.letter", 1.0, strength, first, until)


INTERVENTION = Intervention(
    kind="lever",
    title=Text("Fiches de poste et lettres de mission", "Job descriptions and mission letters"),
    effect=Text(
        "Écouter les usagers est écrit dans le poste : la neutralité retient moins, l'absence est mieux acceptée.",
        "Listening to users is written in the job: neutrality holds back less, absence is better accepted.",
    ),
    source="study R7, M15, M23; size: assumption",
    apply=apply,
)

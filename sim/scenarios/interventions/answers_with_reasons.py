"""Answers with reasons."""

from sim.core.text import Text
from sim.scenarios.intervention import Intervention
from sim.timeline.draft import Draft


def apply(draft: Draft, first: int, until: int, strength: float) -> None:
    """Write it into the draft of a run."""
    draft.raise_to("decision.reasons", 1.0, strength, first, until)


INTERVENTION = Intervention(
    kind="lever",
    title=Text("Répondre et dire pourquoi", "Answers with reasons"),
    effect=Text(
        "Un refus est expliqué à qui a parlé, agent ou citoyen.",
        "A refusal is explained to who spoke, agent or citizen.",
    ),
    source="study R24, M62; size: assumption",
    apply=apply,
)

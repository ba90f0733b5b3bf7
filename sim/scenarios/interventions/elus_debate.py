"""Regular debate among elus."""

from sim.core.text import Text
from sim.scenarios.intervention import Intervention
from sim.timeline.draft import Draft


def apply(draft: Draft, first: int, until: int, strength: float) -> None:
    """Write it into the draft of a run."""
    draft.raise_to("sponsorship.debate", 1.0, strength, first, until)


INTERVENTION = Intervention(
    kind="lever",
    title=Text("Débat régulier entre élus", "Regular debate among elus"),
    effect=Text(
        "Débattre entre élus atténue la dépossession, d'autant plus que l'élu est ouvert ; certains ne bougent pas.",
        "Debate among elus eases dispossession, the more so for flexible ones; some never move.",
    ),
    source="study R2, M32, N14 (quarterly seminars); size: assumption",
    apply=apply,
)

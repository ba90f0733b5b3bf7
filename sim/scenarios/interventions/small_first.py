"""Small things first."""

from sim.core.text import Text
from sim.scenarios.intervention import Intervention
from sim.timeline.draft import Draft


def apply(draft: Draft, first: int, until: int, strength: float) -> None:
    """Write it into the draft of a run."""
    draft.raise_to("voice.quick_share", 1.0, 0.5 * strength, first, until)
    draft.scale("voice.middle_share", 1.0 - 0.5 * strength, first, until)


INTERVENTION = Intervention(
    kind="lever",
    title=Text("Commencer petit", "Small things first"),
    effect=Text(
        "Davantage de remontées peuvent être tranchées par le premier niveau d'encadrement.",
        "More items can be settled by the first level of management.",
    ),
    source="study R25, M39, M41; size: assumption",
    apply=apply,
)

"""The elus change their position: same persons, half the support."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Intervention
from sim.timeline.draft import Draft, Position


def apply(draft: Draft, first: int, until: int, strength: float) -> None:
    """Write it into the draft of a run; it has no end: what was lost does not come back by itself."""
    draft.positions.append(Position(first, 1.0 - 0.5 * strength))


INTERVENTION = Intervention(
    kind="event",
    title=Text("Les élus changent de position", "The élus change their position"),
    effect=Text(
        "Les mêmes élus portent deux fois moins, d'un coup : conviction et portage de tout l'exécutif sont divisés par "
        "deux (à pleine force).",
        "The same élus sponsor half as much, at once: conviction and sponsorship of the whole executive are halved "
        "(at full strength).",
    ),
    moves=("elus.conviction", "elus.sponsorship"),
    equation="every seat: S0 x (1 - 0.5 strength), S x (1 - 0.5 strength)",
    evidence="B",
    source=Text("étude, SF5, II.B.2 ; la moitié : hypothèse", "study, SF5, II.B.2; one half: assumption"),
    prices=(),
    delay_months=0,
    decider=Decider.OUTSIDE,
    step=Text("aucune : arbitrage en bureau", "none: a decision within the bureau"),
    apply=apply,
)

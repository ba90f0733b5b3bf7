"""The head of the executive leaves, the majority stays."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Intervention
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
    moves=("elus.conviction", "elus.sponsorship", "elus.involvement", "elus.dispossession"),
    equation="head: S = J = 0 for a month, then S0 += N(0, 0.15), S = S0, d = 0, J drawn anew",
    evidence="B",
    source=Text("étude, M30, M53 ; tailles : hypothèse", "study, M30, M53; sizes: assumption"),
    prices=(),
    delay_months=0,
    decider=Decider.OUTSIDE,
    step=Text(
        "démission ou cessation de mandat, puis élection du maire ou du président par le conseil",
        "resignation or end of a mandate, then election of the mayor or president by the council",
    ),
    apply=apply,
)

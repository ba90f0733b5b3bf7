"""The person who leads the programme leaves."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Intervention
from sim.timeline.draft import Draft


def apply(draft: Draft, first: int, until: int, strength: float) -> None:
    """Write it into the draft of a run; neither an end nor a strength applies."""
    draft.lead_leaves.add(first)


INTERVENTION = Intervention(
    kind="event",
    title=Text("La personne qui anime la démarche part", "The person who leads the programme leaves"),
    effect=Text(
        "La démarche montre deux fois moins de résultats pendant six mois, sauf succession préparée.",
        "The programme shows half as many results for six months, unless the succession is prepared.",
    ),
    moves=("plan.lead_present",),
    equation="P(win) x lead_absent_factor during lead_absence_months; not where u < succession_plan",
    evidence="B",
    source=Text("étude, M53, SF24 ; tailles : hypothèse", "study, M53, SF24; sizes: assumption"),
    prices=(),
    delay_months=0,
    decider=Decider.OUTSIDE,
    step=Text("mutation ou départ, puis recrutement", "a transfer or a departure, then a recruitment"),
    apply=apply,
)

"""Staff turnover: more people leave their posts for a time."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Intervention, Value
from sim.timeline.draft import Draft


def apply(draft: Draft, first: int, until: int, strength: float, factor: float) -> None:
    """Write it into the draft of a run."""
    draft.scale("mobility.rate", 1.0 + strength * (factor - 1.0), first, until)


INTERVENTION = Intervention(
    kind="event",
    title=Text("Des départs plus nombreux", "More people leave"),
    effect=Text(
        "Tant que cela dure, les agents quittent leur poste plus souvent ; qui arrive ne pratique pas encore.",
        "While it lasts, field agents leave their post more often; who arrives does not practise yet.",
    ),
    moves=("mobility.rate",),
    equation="P(leaves) x (1 + strength (value - 1)); who arrives: x = 0, c = 0.25, m = m0",
    evidence="C",
    source=Text("étude, M53 ; taille : hypothèse", "study, M53; size: assumption"),
    prices=(),
    delay_months=0,
    decider=Decider.OUTSIDE,
    step=Text("aucune : mutations et départs en retraite", "none: transfers and retirements"),
    apply=apply,
    value=Value(3.0, 0.0, 50.0, "factor", Text("départs, en multiple de l'habitude", "departures, times the usual")),
)

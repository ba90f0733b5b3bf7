"""The authority merges."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Intervention
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
    moves=("elus.conviction", "elus.sponsorship", "elus.involvement", "elus.dispossession", "authority.lab_vote"),
    equation="every seat: S0 ~ Beta(1.5, 4), S = S0, d = 0; lab kept with P = logistic(8 (S_pol - 0.5))",
    evidence="B",
    source=Text(
        "étude, M58, SF26, cas Champagne-Ardenne ; tailles : hypothèse",
        "study, M58, SF26, case Champagne-Ardenne; sizes: assumption",
    ),
    prices=(),
    delay_months=0,
    decider=Decider.OUTSIDE,
    step=Text("loi ou arrêté préfectoral de fusion", "a law or an order of the prefect that merges the authorities"),
    apply=apply,
)

"""The direction générale changes."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Intervention, Value
from sim.timeline.draft import Draft


def apply(draft: Draft, first: int, until: int, strength: float, stance: float | None) -> None:
    """Write it into the draft of a run; neither an end nor a strength applies."""
    draft.dgs_leaves[first] = stance


INTERVENTION = Intervention(
    kind="event",
    title=Text("La direction générale change", "The direction générale changes"),
    effect=Text(
        "La personne qui arrive a son propre appui : celui qu'on donne, sinon tiré d'une Beta(3 ; 3).",
        "The person who arrives has a stance of its own: the one given, else drawn from a Beta(3, 3).",
    ),
    moves=("managers.stance", "direction.disposition"),
    equation="A = value or ~ Beta(3, 3); aA = logit(A) - 2.2 S_pol(0)",
    evidence="C",
    source=Text("étude, M53 ; tailles : hypothèse", "study, M53; sizes: assumption"),
    prices=(),
    delay_months=0,
    decider=Decider.EXECUTIVE,
    step=Text(
        "fin de détachement sur l'emploi fonctionnel ou mutation, puis arrêté de nomination",
        "end of the secondment to the post or a transfer, then an order of appointment",
    ),
    apply=apply,
    value=Value(
        None, 0.0, 1.0, "level",
        Text("appui de la personne qui arrive ; sans valeur, il est tiré au sort",
             "stance of the person who arrives; drawn where none is given"),
    ),
)  # fmt: skip

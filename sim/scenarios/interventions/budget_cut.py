"""Budget cut."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Intervention, Value
from sim.timeline.draft import Draft


def apply(draft: Draft, first: int, until: int, strength: float, share: float) -> None:
    """Write it into the draft of a run."""
    draft.scale("cost.budget_factor", 1.0 - strength * share, first, until)


INTERVENTION = Intervention(
    kind="event",
    title=Text("Coupe budgétaire", "Budget cut"),
    effect=Text(
        "Moins d'argent pour la démarche, le labo et les remontées coûteuses : une coupe de part s laisse 1 - s.",
        "Less money for the programme, the lab and costly items: a cut of share s leaves 1 - s.",
    ),
    moves=("cost.budget_factor",),
    equation="budget_factor x (1 - strength value): fees, wins, lab's weight, acceptance of middle and political items",
    evidence="C",
    source=Text("étude, M55 ; forme : hypothèse", "study, M55; form: assumption"),
    prices=(),
    delay_months=0,
    decider=Decider.DELIBERATION,
    step=Text("vote du budget ou décision modificative", "vote of the budget or of an amending decision"),
    apply=apply,
    value=Value(1.0, 0.0, 1.0, "share", Text("part de l'argent retirée", "share of the money withdrawn")),
)

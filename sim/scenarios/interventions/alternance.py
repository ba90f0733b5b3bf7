"""Another camp takes the executive."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Intervention
from sim.timeline.draft import Change, Draft


def apply(draft: Draft, first: int, until: int, strength: float) -> None:
    """Write it into the draft of a run; neither an end nor a strength applies."""
    draft.changes.append(Change(first, "alternance", vacant=True))


INTERVENTION = Intervention(
    kind="event",
    title=Text("L'exécutif change de camp", "Another camp takes the executive"),
    effect=Text(
        "Tout l'exécutif est renouvelé ; les convictions sont tirées d'une Beta(2 ; 2,5). Le DGS suit 3 fois sur 10.",
        "The whole executive is renewed; convictions are drawn from a Beta(2, 2.5). The DGS then leaves 3 times in 10.",
    ),
    moves=("elus.conviction", "elus.sponsorship", "elus.involvement", "elus.dispossession"),
    equation="every seat: S0 ~ Beta(2, 2.5), S = S0, d = 0; the head's seat is empty for a month",
    evidence="B",
    source=Text(
        "étude, M30 ; élections municipales françaises ; tailles : hypothèse",
        "study, M30; French municipal elections; sizes: assumption",
    ),
    prices=(),
    delay_months=0,
    decider=Decider.OUTSIDE,
    step=Text("élection, puis installation du conseil", "an election, then the first sitting of the council"),
    apply=apply,
)

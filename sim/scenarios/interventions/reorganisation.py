"""Services are reorganised: the number of management levels changes."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Intervention, Price, Value
from sim.timeline.draft import Draft


def apply(draft: Draft, first: int, until: int, strength: float, depth: float) -> None:
    """Write it into the draft of a run; it is not undone, and is done whole or not at all."""
    draft.depths[first] = round(depth)


INTERVENTION = Intervention(
    kind="event",
    title=Text("Les services sont réorganisés", "Services are reorganised"),
    effect=Text(
        "Le nombre de niveaux d'encadrement change : postes, étendue d'encadrement, surcharge et masse salariale avec "
        "lui. Les équipes et les agents restent, le DGS aussi ; chaque nouveau poste revient à qui encadrait déjà le "
        "plus de ses agents ; les remontées en chemin gardent leur hauteur.",
        "The number of management levels changes, and with it posts, spans, overload and payroll. Teams and field "
        "agents stay, so does the DGS; each new post goes to who already led most of its agents; items on their way "
        "keep their height.",
    ),
    moves=("managers", "teams.manager", "teams.chain_length", "items.at", "items.hops_left"),
    equation="round(T^((D-l)/(D-1))) posts at level l = 1..D; o = clip01(span / reference - 1)",
    evidence="C",
    source=Text(
        "étude, R11, II.A.1.a ; règles de passage : hypothèse", "study, R11, II.A.1.a; rules of passage: assumption"
    ),
    prices=(
        Price(
            days_once=3.0, per="manager",
            source=Text("hypothèse : trois jours par poste d'encadrement, au nombre d'avant",
                        "assumption: three days for each management post there was"),
        ),
    ),
    delay_months=0,
    decider=Decider.EXECUTIVE,
    step=Text(
        "avis du CST sur le nouvel organigramme, puis arrêté de l'exécutif",
        "opinion of the staff committee (CST) on the new chart, then an order of the executive",
    ),
    apply=apply,
    value=Value(
        3, 1, 7, "levels",
        Text("niveaux d'encadrement après la réorganisation", "levels of management after the reorganisation"),
        whole=True,
    ),
)  # fmt: skip

"""Small things first."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Intervention, Price
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
    moves=("voice.quick_share", "voice.middle_share"),
    equation="q1 += 0.5 s (1 - q1); q2 x (1 - 0.5 s)",
    evidence="C",
    source=Text(
        "étude, R25, M39, M41 ; taille de l'effet : hypothèse",
        "study, R25, M39, M41; size of the effect: assumption",
    ),
    prices=(
        Price(
            days_once=0.5, per="manager",
            source=Text("hypothèse : une réunion de cadrage par poste d'encadrement",
                        "assumption: one meeting for each management post"),
        ),
    ),
    delay_months=1,
    decider=Decider.SERVICE_HEAD,
    step=Text(
        "lettre de cadrage du DGS et délégation de signature aux chefs de service",
        "a letter of the DGS and a delegation of signature to heads of service",
    ),
    apply=apply,
    recommendation="R25",
)  # fmt: skip

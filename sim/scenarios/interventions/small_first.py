"""Small things first."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Times, Toward, lever

INTERVENTION = lever(
    Toward("voice.quick_share", share=0.5),
    Times("voice.middle_share", 0.5),
    title=Text("Commencer petit", "Small things first"),
    effect=Text(
        "Davantage de remontées peuvent être tranchées par le premier niveau d'encadrement.",
        "More items can be settled by the first level of management.",
    ),
    equation="P(quick) = q1, P(middle) = q2, the rest goes to the elus",
    evidence="C",
    source=Text(
        "étude, R25, III.D, M39, M41 ; taille de l'effet : hypothèse",
        "study, R25, III.D, M39, M41; size of the effect: assumption",
    ),
    prices=(
        Price(
            days_once=0.5, per="manager",
            source=Text(
                "hypothèse : une réunion de cadrage par poste d'encadrement",
                "assumption: one meeting for each management post",
            ),
        ),
    ),
    delay_months=1,
    decider=Decider.SERVICE_HEAD,
    step=Text(
        "note de cadrage du DGS et délégation de signature aux chefs de service",
        "framework note of the DGS and delegation of signature to heads of service",
    ),
    recommendation="R25",
)

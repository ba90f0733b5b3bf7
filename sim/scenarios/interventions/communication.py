"""Internal communication on results."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Toward, lever

INTERVENTION = lever(
    Toward("formal.communication", share=0.4),
    title=Text("Faire connaître les résultats", "Communication on results"),
    effect=Text(
        "Les réussites d'un service se voient davantage dans les autres.",
        "The results of one service are seen more in the others.",
    ),
    equation="E seen = max(E_s + chi max(0, mean E - E_s), chi max E); logit adopt += aE E; logit M* += mE E",
    evidence="C",
    source=Text(
        "étude, R20, II.B.2.a, M42 ; taille de l'effet : hypothèse",
        "study, R20, II.B.2.a, M42; size of the effect: assumption",
    ),
    prices=(
        Price(
            days_month=6.0, eur_month=1000.0,
            source=Text(
                "hypothèse : six jours par mois de la direction de la communication, supports",
                "assumption: six days a month of the communication department, material",
            ),
        ),
    ),
    delay_months=1,
    decider=Decider.DGS,
    step=Text(
        "plan de communication interne validé en comité de direction",
        "internal communication plan approved by the management committee",
    ),
    recommendation="R20",
)

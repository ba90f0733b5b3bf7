"""Leaders show the approach in person."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Toward, lever

INTERVENTION = lever(
    Toward("hierarchy.signal_retention", share=0.5),
    title=Text("Des dirigeants qui montrent l'exemple", "Leaders who set the example"),
    effect=Text(
        "Exécutif et direction viennent eux-mêmes sur le terrain : le signal du portage se perd moins d'un "
        "niveau à l'autre.",
        "The executive and the direction générale come in person: the sponsor's signal fades less from level "
        "to level.",
    ),
    equation="S_j = S_parent (kappa + (1 - kappa) M_j); logit adopt += aS S_j; logit abandon -= bS S_j",
    evidence="C",
    source=Text(
        "étude, R3, II.A.1.b ; taille de l'effet : hypothèse",
        "study, R3, II.A.1.b; size of the effect: assumption",
    ),
    prices=(
        Price(
            days_month=4.0,
            source=Text(
                "hypothèse : une demi-journée par mois pour huit cadres de direction",
                "assumption: half a day a month for eight senior managers",
            ),
        ),
        Price(
            elu_hours_month=6.0,
            source=Text(
                "hypothèse : une visite de trois heures par mois, deux élus",
                "assumption: one visit of three hours a month, two élus",
            ),
        ),
    ),
    delay_months=1,
    decider=Decider.EXECUTIVE,
    step=Text(
        "note de cadrage signée par le maire ou le président et le DGS, point régulier en comité de direction",
        "framework note signed by the mayor or president and the DGS, standing item of the management committee",
    ),
    recommendation="R3",
)

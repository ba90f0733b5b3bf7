"""Users' voice in the administration project."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Toward, lever

INTERVENTION = lever(
    Toward("formal.project"),
    title=Text(
        "La parole des usagers dans le projet d'administration",
        "Users' voice in the administration project",
    ),
    effect=Text(
        "Les remontées se perdent moins et passent mieux, les cadres s'y retrouvent, le labo dure.",
        "Items are lost less and pass better, managers find their place in it, the lab lasts.",
    ),
    equation="drop = delta0 (1 - 0.5 F); logit pass += rF F; logit M* += mF F; logit closure -= F",
    evidence="C",
    source=Text(
        "étude, R1, II.A.1.b, M37 ; taille de l'effet : hypothèse",
        "study, R1, II.A.1.b, M37; size of the effect: assumption",
    ),
    prices=(
        Price(
            days_once=40.0, days_month=1.0, elu_hours_once=10.0,
            source=Text(
                "hypothèse : dix réunions de quatre personnes pour écrire, un jour par mois de suivi",
                "assumption: ten meetings of four people to write it, a day a month to follow it up",
            ),
        ),
    ),
    delay_months=6,
    decider=Decider.DELIBERATION,
    step=Text(
        "avis du comité social territorial (CST), puis délibération qui adopte le projet d'administration",
        "opinion of the staff committee (CST), then a vote of the council that adopts the administration project",
    ),
    recommendation="R1",
)

"""Silos between directorates broken."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Toward, lever

INTERVENTION = lever(
    Toward("hierarchy.transversality", share=0.5),
    title=Text("Décloisonner les directions", "Work across directorates"),
    effect=Text(
        "Qui a un collègue dans un autre service trouve plus souvent par lui une voie de traverse ; les liens"
        " eux-mêmes ne changent pas.",
        "Whoever has a colleague in another service more often finds a way across; the ties themselves stay "
        "as they are.",
    ),
    equation="u_cross / cross_share < transversality: no climb to the common superior",
    evidence="B",
    source=Text(
        "étude, R14, II.B.3, M2 ; taille de l'effet : hypothèse",
        "study, R14, II.B.3, M2; size of the effect: assumption",
    ),
    prices=(
        Price(
            days_month=1.0, per="service",
            source=Text(
                "hypothèse : une journée par mois et par service en groupe de projet transversal",
                "assumption: a day a month and service in a cross-directorate project group",
            ),
        ),
    ),
    delay_months=4,
    decider=Decider.DGS,
    step=Text(
        "lettres de mission des chefs de projet transversaux, note de cadrage du DGS",
        "mission letters of cross-directorate project heads, framework note of the DGS",
    ),
    recommendation="R14",
)

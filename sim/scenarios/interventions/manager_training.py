"""Managers trained as coaches."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Times, Toward, lever

INTERVENTION = lever(
    Toward("management.training", share=0.4),
    Times("management.role_threat", 0.7),
    title=Text("Former les managers à animer et à déléguer", "Managers trained to lead and delegate"),
    effect=Text(
        "Quatre jours font une partie du chemin : le manager trouve sa place et se sent moins menacé dans son rôle.",
        "Four days go part of the way: the manager finds a place in the approach and feels less threatened.",
    ),
    equation="logit M* += mTr training - mR x (1 - M_boss)",
    evidence="C",
    source=Text(
        "étude, R6, II.B.1.b, M24, M25 ; taille de l'effet : hypothèse",
        "study, R6, II.B.1.b, M24, M25; size of the effect: assumption",
    ),
    prices=(
        Price(
            days_once=4.0, eur_once=300.0, days_month=0.1, per="manager",
            source=Text(
                "hypothèse : quatre jours par manager, 300 euros d'intervenant, puis une heure par mois entre"
                " pairs",
                "assumption: four days a manager, 300 euros of trainer, then an hour a month among peers",
            ),
        ),
    ),
    delay_months=6,
    decider=Decider.DRH,
    step=Text(
        "parcours managérial inscrit au plan de formation (CNFPT), critère de l'entretien professionnel",
        "management course in the training plan (CNFPT), criterion of the yearly interview",
    ),
    recommendation="R6",
)

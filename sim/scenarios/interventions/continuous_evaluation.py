"""Continuous evaluation of the programme."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Toward, lever

INTERVENTION = lever(
    Toward("programme.evaluation"),
    title=Text("Évaluer en continu", "Continuous evaluation"),
    effect=Text(
        "Toute réussite de la démarche est constatée et montrée : elle devient un résultat visible.",
        "Every win of the programme is noted and shown: it becomes a visible result.",
    ),
    equation="P(win seen) = 0.7 + 0.3 evaluation",
    evidence="B",
    source=Text(
        "étude, R17, II.B.2.a, M44, fiche Grenoble (indicateurs et questionnaire) ; taille de l'effet : hypothèse",
        "study, R17, II.B.2.a, M44, case Grenoble (indicators and questionnaire); size of the effect: assumption",
    ),
    prices=(
        Price(
            eur_once=8000.0, days_month=3.0,
            source=Text(
                "hypothèse : cadrage par un cabinet, puis trois jours par mois",
                "assumption: set up by a consultant, then three days a month",
            ),
        ),
    ),
    delay_months=2,
    decider=Decider.DGS,
    step=Text(
        "marché à procédure adaptée ou convention avec une université, comité d'évaluation",
        "adapted-procedure contract or agreement with a university, evaluation committee",
    ),
    recommendation="R17",
)

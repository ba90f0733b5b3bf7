"""The lab joined to daily work."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Toward, lever

INTERVENTION = lever(
    Toward("formal.articulation", share=0.8),
    title=Text("Pas d'administration à deux vitesses", "No two-speed administration"),
    effect=Text(
        "Le labo travaille avec les services sur leur quotidien : ce qu'il fait aide à commencer, à continuer"
        " et à faire remonter.",
        "The lab works with services on their daily business: what it does helps to begin, to go on and to "
        "pass items up.",
    ),
    equation="logit adopt += aL alpha L; logit abandon -= bL alpha L; logit pass += rL alpha L",
    evidence="B",
    source=Text(
        "étude, R19, II.B.2.a, M46 ; taille de l'effet : hypothèse",
        "study, R19, II.B.2.a, M46; size of the effect: assumption",
    ),
    prices=(
        Price(
            days_month=0.5, per="service",
            source=Text(
                "hypothèse : une demi-journée par mois et par service avec le labo",
                "assumption: half a day a month and service with the lab",
            ),
        ),
    ),
    delay_months=3,
    decider=Decider.DGS,
    step=Text(
        "lettre de mission du labo, feuille de route signée avec chaque direction",
        "mission letter of the lab, roadmap signed with each directorate",
    ),
    recommendation="R19",
)

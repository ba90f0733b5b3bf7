"""Job descriptions and mission letters."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Toward, lever

INTERVENTION = lever(
    Toward("formal.job"),
    Toward("programme.letter"),
    title=Text("Fiches de poste et lettres de mission", "Job descriptions and mission letters"),
    effect=Text(
        "Écouter les usagers est écrit dans le poste : la neutralité retient moins, l'absence est mieux acceptée.",
        "Listening to users is written in the job: neutrality holds back less, absence is better accepted.",
    ),
    equation=(
        "voice x (1 - 0.5 nu (1 - F_job)); logit adopt += aF F_job - aN nu (1 - F_job); logit abandon -= bF F_job; "
        "T x (1 - 0.5 letter)"
    ),
    evidence="B",
    source=Text(
        "étude, R7, M15, M23, fiche Transfo (lettres de mission) ; taille de l'effet : hypothèse",
        "study, R7, M15, M23, case Transfo (mission letters); size of the effect: assumption",
    ),
    prices=(
        Price(
            days_once=0.15, per="field_agent",
            source=Text(
                "hypothèse : une demi-heure d'entretien annuel, à deux, pour chaque agent",
                "assumption: half an hour of the yearly interview for each agent and its manager",
            ),
        ),
        Price(
            days_once=20.0, days_month=0.5,
            source=Text(
                "hypothèse : travail de la DRH et dialogue social",
                "assumption: work of the human resources department and talks with unions",
            ),
        ),
    ),
    delay_months=6,
    decider=Decider.DRH,
    step=Text(
        "modification de la fiche de poste après avis du CST ; lettre de mission signée par le DGS",
        "job description changed after the opinion of the staff committee (CST); mission letter signed by the DGS",
    ),
    recommendation="R7",
)

"""Training of field agents and first-level expertise."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Toward, lever

INTERVENTION = lever(
    Toward("programme.training"),
    Toward("voice.desk_share", share=0.15),
    Toward("voice.legitimacy_c", share=0.3),
    title=Text(
        "Former les agents à l'écoute et à l'expertise de premier niveau",
        "Training of agents in listening and first-level expertise",
    ),
    effect=Text(
        "Des agents formés règlent plus de demandes eux-mêmes, osent parler, et ne sont pas déstabilisés par "
        "la méthode.",
        "Trained agents settle more requests themselves, dare to speak, and are not unsettled by the method.",
    ),
    equation="m -= psi (1 - training); P(desk) = q0; logit adopt -= aLeg (1 - l)",
    evidence="B",
    source=Text(
        "étude, R5, II.B.1.a, M14, M17, M20, fiche Carte blanche ; taille de l'effet : hypothèse",
        "study, R5, II.B.1.a, M14, M17, M20, case Carte blanche; size of the effect: assumption",
    ),
    prices=(
        Price(
            days_once=1.0, eur_once=15.0, per="field_agent",
            source=Text(
                "hypothèse : deux jours pour un agent sur deux ; stages du CNFPT compris dans la cotisation, "
                "supports à 15 euros",
                "assumption: two days for one agent in two; CNFPT courses covered by the levy, 15 euros of "
                "material",
            ),
        ),
    ),
    delay_months=9,
    decider=Decider.DRH,
    step=Text(
        "inscription au plan de formation, convention avec le CNFPT, avis du CST",
        "entry in the training plan, agreement with the CNFPT, opinion of the staff committee (CST)",
    ),
    recommendation="R5",
)

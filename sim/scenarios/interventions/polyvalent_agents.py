"""Agents who answer for the whole public service."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Times, Toward, lever

INTERVENTION = lever(
    Toward("voice.desk_share", share=0.333),
    Times("voice.cross_share", 0.7),
    title=Text("Des agents polyvalents de service public", "Polyvalent agents of public service"),
    effect=Text(
        "Un agent d'accueil répond pour plusieurs services : plus de demandes réglées sur place, moins de "
        "besoins à cheval.",
        "A front agent answers for several services: more requests settled at the desk, fewer needs across "
        "services.",
    ),
    equation="P(desk) = q0 (0.1, 0.4 with polyvalence); P(item across services) = cross_share",
    evidence="B",
    source=Text(
        "étude, R15, II.B.1.a, N8 (15 agents polyvalents), M7, M20 ; taille de l'effet : hypothèse",
        "study, R15, II.B.1.a, N8 (15 polyvalent agents), M7, M20; size of the effect: assumption",
    ),
    prices=(
        Price(
            days_once=0.5, per="field_agent",
            source=Text(
                "hypothèse : cinq jours de formation pour un agent sur dix",
                "assumption: five days of training for one agent in ten",
            ),
        ),
        Price(
            eur_once=10000.0,
            source=Text("hypothèse : base de connaissances commune", "assumption: shared knowledge base"),
        ),
        Price(
            days_month=1.0, per="service",
            source=Text(
                "hypothèse : tenue de la base et réponse en 48 heures, une journée par mois et par service",
                "assumption: upkeep of the base and answers within 48 hours, a day a month and service",
            ),
        ),
    ),
    delay_months=9,
    decider=Decider.DRH,
    step=Text(
        "fiches de poste et régime indemnitaire (RIFSEEP) revus après avis du CST, formation CNFPT",
        "job descriptions and bonuses (RIFSEEP) revised after the opinion of the staff committee (CST), CNFPT"
        " training",
    ),
    recommendation="R15",
)

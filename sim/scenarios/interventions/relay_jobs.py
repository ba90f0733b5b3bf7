"""Front and automatable jobs turned into relays of users' voice."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Times, lever

INTERVENTION = lever(
    Times("citizens.contact", 1.3),
    Times("voice.base", 1.5),
    title=Text("Des postes d'accueil qui relaient la parole", "Front jobs that relay users' voice"),
    effect=Text(
        "Du temps d'accueil rendu par l'automatisation sert à écouter : plus de contacts, plus de remontées.",
        "Desk time freed by automation goes to listening: more contacts, more items.",
    ),
    equation="P(contact) = kappa_c (inhabitants / 20 000)^-0.15; lambda = lambda0 l (0.5 + m) (0.7 + 0.3 heard)",
    evidence="C",
    source=Text(
        "étude, R4, II.A.2.a, M67 ; taille de l'effet : hypothèse",
        "study, R4, II.A.2.a, M67; size of the effect: assumption",
    ),
    prices=(
        Price(
            days_once=0.2, days_month=0.05, per="field_agent",
            source=Text(
                "hypothèse : deux jours de prise de poste pour un agent sur dix, un jour par mois pour un "
                "agent sur vingt",
                "assumption: two days of induction for one agent in ten, a day a month for one agent in twenty",
            ),
        ),
        Price(
            days_once=15.0,
            source=Text(
                "hypothèse : travail de la DRH sur les fiches de poste",
                "assumption: work of the human resources department on job descriptions",
            ),
        ),
    ),
    delay_months=9,
    decider=Decider.DRH,
    step=Text(
        "modification des fiches de poste après avis du CST, entretien professionnel avec chaque agent concerné",
        "job descriptions changed after the opinion of the staff committee (CST), interview with each agent "
        "concerned",
    ),
    recommendation="R4",
)

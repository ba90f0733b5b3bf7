"""Answers with reasons."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Toward, lever

INTERVENTION = lever(
    Toward("decision.reasons"),
    title=Text("Répondre et dire pourquoi", "Answers with reasons"),
    effect=Text(
        "Un refus est expliqué à qui a parlé, agent ou citoyen.",
        "A refusal is explained to who spoke, agent or citizen.",
    ),
    equation=(
        "P(refusal explained) = phi; unexplained: c += kI (1 - c), tau -= 0.08 tau; else tau += 0.03 (1 - tau)"
    ),
    evidence="B",
    source=Text(
        "étude, R24, M62, fiche PNU de Strasbourg ; taille de l'effet : hypothèse",
        "study, R24, M62, case PNU in Strasbourg; size of the effect: assumption",
    ),
    prices=(
        Price(
            days_month=0.5, per="service",
            source=Text(
                "hypothèse : une demi-journée par mois et par service pour écrire les réponses",
                "assumption: half a day a month and service to write the answers",
            ),
        ),
    ),
    delay_months=2,
    decider=Decider.DGS,
    step=Text(
        "note de service du DGS : toute remontée reçoit une réponse motivée",
        "an order of the DGS: every item gets an answer with its reasons",
    ),
    recommendation="R24",
)

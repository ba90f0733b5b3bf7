"""Users' voice in the political programme."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Plus, Toward, lever

INTERVENTION = lever(
    Plus("sponsorship.commitment", 0.08),
    Toward("sponsorship.command", share=0.2),
    title=Text("L'inscrire au projet de mandat", "Written in the political programme"),
    effect=Text(
        "Un engagement public renforce la conviction des élus et précise la commande ; sans projet "
        "d'administration, il ne suffit pas.",
        "A public commitment strengthens the conviction of élus and makes the command clearer; without an "
        "administration project it is not enough.",
    ),
    equation="S* = S0 + sE (E - E_start) + sJ J + sY (y - 0.75) - sd d + commitment; d* x (1 - 0.5 command)",
    evidence="C",
    source=Text(
        "étude, I.A.1.b, II.A.1.b, M28, M35, M37 ; taille de l'effet : hypothèse",
        "study, I.A.1.b, II.A.1.b, M28, M35, M37; size of the effect: assumption",
    ),
    prices=(
        Price(
            elu_hours_once=4.0, per="elu",
            source=Text(
                "hypothèse : un séminaire d'une demi-journée de tous les élus",
                "assumption: a seminar of half a day of all élus",
            ),
        ),
        Price(
            days_once=15.0,
            source=Text(
                "hypothèse : préparation par le cabinet et la direction générale",
                "assumption: prepared by the political office and the direction générale",
            ),
        ),
    ),
    delay_months=3,
    decider=Decider.DELIBERATION,
    step=Text(
        "délibération-cadre qui l'inscrit au projet de mandat",
        "framework vote that writes it in the mandate's project",
    ),
)

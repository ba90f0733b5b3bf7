"""Spaces where services and users build together."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Times, Toward, lever

INTERVENTION = lever(
    Toward("hierarchy.arena", share=0.5),
    Times("voice.base", 1.3),
    Toward("voice.legitimacy_c", share=0.2),
    title=Text("Des espaces de co-construction", "Spaces of co-construction"),
    effect=Text(
        "Un besoin qui touche plusieurs services se traite dans un espace commun, sans monter ; on y parle "
        "plus librement.",
        "A need that touches several services is handled in a joint space, without climbing; people speak "
        "more freely there.",
    ),
    equation=(
        "u < arena: no climb to the common superior; lambda = lambda0 l (0.5 + m); logit adopt -= aLeg (1 - l)"
    ),
    evidence="B",
    source=Text(
        "étude, R12, II.A.1.a, M2, M5 ; taille de l'effet : hypothèse",
        "study, R12, II.A.1.a, M2, M5; size of the effect: assumption",
    ),
    prices=(
        Price(
            eur_once=20000.0, eur_month=500.0,
            source=Text(
                "hypothèse : aménagement d'une salle, animation et petites fournitures",
                "assumption: fitting out of a room, small supplies",
            ),
        ),
        Price(
            days_month=10.0,
            source=Text(
                "hypothèse : deux séances de cinq personnes par mois",
                "assumption: two sessions of five people a month",
            ),
        ),
    ),
    delay_months=4,
    decider=Decider.DGS,
    step=Text(
        "note de cadrage du DGS, règlement d'usage du lieu, bons de commande",
        "framework note of the DGS, rules of use of the place, purchase orders",
    ),
    recommendation="R12",
)

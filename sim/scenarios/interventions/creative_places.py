"""Creative places outside offices."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Times, Toward, lever

INTERVENTION = lever(
    Toward("hierarchy.arena", share=0.2),
    Times("voice.base", 1.1),
    Toward("voice.legitimacy_c", share=0.15),
    title=Text("Des lieux de création hors des bureaux", "Creative places outside offices"),
    effect=Text(
        "Un lieu à part fait se croiser les services et met les catégories à égalité pour parler.",
        "A place apart lets services meet and puts categories on an equal footing to speak.",
    ),
    equation=(
        "u < arena: no climb to the common superior; lambda = lambda0 l (0.5 + m); logit adopt -= aLeg (1 - l)"
    ),
    evidence="C",
    source=Text(
        "étude, II.B.3 ; taille de l'effet : hypothèse",
        "study, II.B.3; size of the effect: assumption",
    ),
    prices=(
        Price(
            eur_once=60000.0, eur_month=2500.0,
            source=Text(
                "hypothèse : aménagement de 100 m², loyer et entretien",
                "assumption: fitting out of 100 m², rent and upkeep",
            ),
        ),
        Price(
            days_month=5.0,
            source=Text(
                "hypothèse : une personne à quart de temps pour l'accueil",
                "assumption: a quarter of a post to host",
            ),
        ),
    ),
    delay_months=9,
    decider=Decider.EXECUTIVE,
    step=Text(
        "décision du bureau, marché de travaux à procédure adaptée",
        "decision of the bureau, adapted-procedure works contract",
    ),
    case=Text(
        "Métropole européenne de Lille : Créa'box et « carré vert », lieux de création en dehors des bureaux "
        "(II.B.3).",
        "Métropole européenne de Lille: Créa'box and « carré vert », creative places outside offices (II.B.3).",
    ),
)

"""A digital platform of ideas, worked out by peer experts."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Times, Toward, lever

INTERVENTION = lever(
    Times("voice.base", 2.0),
    Toward("relay.bypass", share=0.3),
    Toward("decision.reasons", share=0.3),
    title=Text("Plateforme d'idées avec experts pairs", "Idea platform with peer experts"),
    effect=Text(
        "Les idées déposées en ligne sont travaillées par des collègues experts : plus d'idées, moins de "
        "niveaux, plus de réponses.",
        "Ideas posted online are worked out by expert colleagues: more ideas, fewer levels, more answers.",
    ),
    equation=(
        "lambda = lambda0 l (0.5 + m); u > 1 - bypass: posts to pass = min(posts, 2); P(refusal explained) = phi"
    ),
    evidence="C",
    source=Text(
        "étude, I.A.1.a ; taille de l'effet : hypothèse",
        "study, I.A.1.a; size of the effect: assumption",
    ),
    prices=(
        Price(
            eur_once=8000.0, eur_month=500.0,
            source=Text(
                "hypothèse : plateforme louée, mise en service",
                "assumption: rented platform, set-up",
            ),
        ),
        Price(
            days_month=8.0,
            source=Text(
                "hypothèse : seize experts, une demi-journée par mois chacun",
                "assumption: sixteen experts, half a day a month each",
            ),
        ),
    ),
    delay_months=4,
    decider=Decider.DGS,
    step=Text(
        "marché à procédure adaptée, lettre de mission des experts pairs",
        "adapted-procedure contract, mission letter of the peer experts",
    ),
    case=Text(
        "Lille, Mine à idées : plateforme numérique où les idées des agents sont ensuite travaillées par des "
        "« démineurs », experts parmi leurs pairs (I.A.1.a).",
        "Lille, Mine à idées: a digital platform where agents' ideas are then worked out by experts among "
        "their peers (I.A.1.a).",
    ),
)

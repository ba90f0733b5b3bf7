"""Guard-rails for the legitimacy of elus."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Times, Toward, lever

INTERVENTION = lever(
    Toward("sponsorship.command", share=0.5),
    Times("programme.direct_voice", 0.8),
    Times("programme.wins", 0.9),
    title=Text("Des garde-fous pour la légitimité des élus", "Guard-rails for the legitimacy of élus"),
    effect=Text(
        "Une commande plus précise protège le rôle des élus, qui se sentent moins dépossédés ; elle laisse un"
        " peu moins de liberté.",
        "A more precise command protects the role of élus, who feel less dispossessed; it leaves a little "
        "less freedom.",
    ),
    equation=(
        "d* = clip01(k role V (1 - debate flexibility) (1 - J) (1 - 0.5 command)); P(win) = wins / duration ..."
    ),
    evidence="C",
    source=Text(
        "étude, R22, III.D, M35 ; taille de l'effet : hypothèse",
        "study, R22, III.D, M35; size of the effect: assumption",
    ),
    prices=(
        Price(
            elu_hours_once=3.0, per="elu",
            source=Text(
                "hypothèse : une réunion de trois heures pour chaque élu",
                "assumption: one meeting of three hours for each élu",
            ),
        ),
        Price(
            days_once=5.0,
            source=Text("hypothèse : rédaction du mandat", "assumption: writing of the mandate"),
        ),
    ),
    delay_months=2,
    decider=Decider.DELIBERATION,
    step=Text(
        "délibération-cadre qui fixe le mandat de la démarche et la place des élus",
        "framework vote that sets the mandate of the programme and the place of élus",
    ),
    recommendation="R22",
)

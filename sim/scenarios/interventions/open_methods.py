"""Methods shared openly between authorities."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Plus, Times, lever

INTERVENTION = lever(
    Plus("evidence.outside", 0.1),
    Times("programme.wins", 1.1),
    title=Text("Partager les méthodes entre collectivités", "Methods shared between authorities"),
    effect=Text(
        "Des résultats obtenus ailleurs se voient ici, et des méthodes déjà éprouvées réussissent un peu plus"
        " souvent.",
        "Results obtained elsewhere are seen here, and methods already tried succeed a little more often.",
    ),
    equation="E seen = max(..., outside); logit adopt += aE E; P(win) = wins / duration ...",
    evidence="C",
    source=Text(
        "étude, II.B.2.b, I.A.2.a (carnets de retours publiés) ; taille de l'effet : hypothèse",
        "study, II.B.2.b, I.A.2.a (published feedback books); size of the effect: assumption",
    ),
    prices=(
        Price(
            eur_month=150.0, days_month=2.0,
            source=Text(
                "hypothèse : adhésion à un réseau et deux jours par mois d'échanges",
                "assumption: membership of a network and two days a month of exchange",
            ),
        ),
    ),
    delay_months=2,
    decider=Decider.DGS,
    step=Text(
        "délibération d'adhésion à un réseau, publication sous licence ouverte",
        "vote to join a network, publication under an open licence",
    ),
)

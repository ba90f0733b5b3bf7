"""Short collaborative workshops."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Toward, lever

INTERVENTION = lever(
    Toward("evidence.flash_rate"),
    title=Text("Des ateliers courts (flash)", "Short workshops (flash)"),
    effect=Text(
        "Un atelier de trois heures par mois fait essayer la pratique à une douzaine d'agents et donne "
        "parfois un résultat.",
        "A workshop of three hours a month lets a dozen agents try the practice and sometimes shows a result.",
    ),
    equation=(
        "a workshop a month with P = flash_rate; flash_people agents practise for that month; a win with P = "
        "flash_win"
    ),
    evidence="C",
    source=Text(
        "étude, R18, II.B.2.a, III.C.4, N16 (trois heures) ; taille de l'effet : hypothèse",
        "study, R18, II.B.2.a, III.C.4, N16 (three hours); size of the effect: assumption",
    ),
    prices=(
        Price(
            days_month=9.0,
            source=Text(
                "hypothèse : douze agents une demi-journée, trois jours de préparation",
                "assumption: twelve agents for half a day, three days of preparation",
            ),
        ),
        Price(
            eur_month=600.0,
            source=Text(
                "hypothèse : défraiement des usagers, salle, fournitures",
                "assumption: expenses of users, room, supplies",
            ),
        ),
    ),
    delay_months=1,
    decider=Decider.SERVICE_HEAD,
    step=Text("note de service et bon de commande", "order of the service and purchase order"),
    recommendation="R18",
    case=Text(
        "DITP, Flash 360 : atelier de trois heures où usagers, agents et experts travaillent ensemble (II.B.2.a).",
        "DITP, Flash 360: a workshop of three hours where users, agents and experts work together (II.B.2.a).",
    ),
)

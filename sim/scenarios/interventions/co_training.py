"""Users, agents and deciders trained together."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Plus, Times, Toward, lever

INTERVENTION = lever(
    Toward("management.training", share=0.15),
    Plus("sponsorship.commitment", 0.03),
    Plus("citizens.join", 0.2),
    Times("citizens.offer_weight", 1.2),
    title=Text(
        "Co-formation entre usagers, agents et décideurs",
        "Training shared by users, agents and deciders",
    ),
    effect=Text(
        "Se former ensemble donne une langue commune : managers et élus y adhèrent mieux, les usagers osent "
        "venir et sont mieux suivis.",
        "Training together gives a shared language: managers and élus support it more, users dare to come and"
        " are followed more.",
    ),
    equation=(
        "logit M* += mTr training; S* += commitment; logit join += c0; P(offer followed) = acc (0.4 + 0.8 S_pol) "
        "weight"
    ),
    evidence="B",
    source=Text(
        "étude, R10, II.A.2.c ; taille de l'effet : hypothèse",
        "study, R10, II.A.2.c; size of the effect: assumption",
    ),
    prices=(
        Price(
            eur_once=15000.0,
            source=Text(
                "hypothèse : animation par une association, défraiement des usagers",
                "assumption: led by an association, expenses of users paid",
            ),
        ),
        Price(
            days_once=0.33, days_month=0.03, per="manager",
            source=Text(
                "hypothèse : une journée par manager sur trois, renouvelée chaque année",
                "assumption: a day for one manager in three, renewed every year",
            ),
        ),
        Price(
            elu_hours_once=7.0, per="elu",
            source=Text("hypothèse : une journée par élu", "assumption: a day for each élu"),
        ),
    ),
    delay_months=6,
    decider=Decider.EXECUTIVE,
    step=Text(
        "convention avec une association, droit à la formation des élus, plan de formation",
        "agreement with an association, élus' right to training, training plan",
    ),
    recommendation="R10",
    case=Text(
        "Seine-Saint-Denis, 2015 : co-formation menée avec ATD Quart Monde dans sept villes, un trio élu, "
        "agent et délégué de l'État par ville, avec des habitants en situation de pauvreté (II.A.2.c).",
        "Seine-Saint-Denis, 2015: training held with ATD Quart Monde in seven towns, a trio of élu, agent and"
        " State delegate for each, with inhabitants living in poverty (II.A.2.c).",
    ),
)

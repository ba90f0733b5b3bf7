"""Desks that answer for several authorities."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Times, Toward, lever

INTERVENTION = lever(
    Toward("voice.desk_share", share=0.3),
    Times("voice.cross_share", 0.6),
    Times("citizens.contact", 1.1),
    title=Text("Des guichets communs à plusieurs collectivités", "Desks shared by several authorities"),
    effect=Text(
        "Une base commune permet à chaque guichet de répondre pour tous : plus de demandes réglées sur place.",
        "A shared base lets each desk answer for all: more requests settled on the spot.",
    ),
    equation=(
        "P(desk) = q0; P(item across services) = cross_share; P(contact) = kappa_c (inhabitants / 20 000)^-0.15"
    ),
    evidence="B",
    source=Text(
        "étude, II.B.1.a ; taille de l'effet : hypothèse",
        "study, II.B.1.a; size of the effect: assumption",
    ),
    prices=(
        Price(
            eur_once=30000.0,
            source=Text(
                "hypothèse : base commune et raccordements",
                "assumption: shared base and connections",
            ),
        ),
        Price(
            days_once=0.3, per="field_agent",
            source=Text(
                "hypothèse : trois jours de formation CNFPT pour un agent sur dix",
                "assumption: three days of CNFPT training for one agent in ten",
            ),
        ),
        Price(
            days_month=1.0, per="service",
            source=Text(
                "hypothèse : une journée par mois et par service pour tenir la base",
                "assumption: a day a month and service to keep the base",
            ),
        ),
    ),
    delay_months=9,
    decider=Decider.DELIBERATION,
    step=Text(
        "délibérations concordantes, convention entre collectivités, formation CNFPT",
        "matching votes, agreement between authorities, CNFPT training",
    ),
    case=Text(
        "Côtes-d'Armor, Inter collectivités info : le département, une agglomération, des villes et des CCAS "
        "volontaires partagent une base, tout guichet répond pour tous ; formation par le CNFPT (II.B.1.a).",
        "Côtes-d'Armor, Inter collectivités info: the département, an agglomeration, willing towns and "
        "welfare centres share a base, any desk answers for all; training by the CNFPT (II.B.1.a).",
    ),
)

"""Many small tools at once."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Plus, Toward, lever

INTERVENTION = lever(
    Toward("hierarchy.arena", share=0.15),
    Toward("formal.communication", share=0.25),
    Toward("evidence.flash_rate", share=0.3),
    Plus("citizens.offers_per_year", 0.5),
    title=Text("Beaucoup d'outils à la fois", "Many tools at once"),
    effect=Text(
        "Dialogue avec les citoyens, jeu sérieux, ateliers, carnets de retours : un peu de chaque canal à la "
        "fois.",
        "Dialogue with citizens, serious game, workshops, feedback books: a little of each channel at once.",
    ),
    equation=(
        "u < arena: no climb; E seen >= chi max E; a workshop with P = flash_rate; offers a year and district"
    ),
    evidence="C",
    source=Text(
        "étude, II.B.2.a, I.A.2.a ; taille de l'effet : hypothèse",
        "study, II.B.2.a, I.A.2.a; size of the effect: assumption",
    ),
    prices=(
        Price(
            eur_once=12000.0, eur_month=1200.0,
            source=Text("hypothèse : édition, jeu, animations", "assumption: printing, game, events"),
        ),
        Price(
            days_month=10.0,
            source=Text("hypothèse : une personne à mi-temps", "assumption: half a post"),
        ),
    ),
    delay_months=3,
    decider=Decider.DGS,
    step=Text("note de cadrage du DGS, bons de commande", "framework note of the DGS, purchase orders"),
    case=Text(
        "Loire-Atlantique : dialogue citoyen, jeu sérieux, labo et deux carnets de retours publiés (II.B.2.a,"
        " I.A.2.a).",
        "Loire-Atlantique: dialogue with citizens, serious game, lab and two published feedback books "
        "(II.B.2.a, I.A.2.a).",
    ),
)

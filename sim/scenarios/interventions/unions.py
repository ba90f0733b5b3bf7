"""Unions involved; no evidence, so no effect by default."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Toward, lever

INTERVENTION = lever(
    Toward("formal.unions"),
    title=Text("Associer les organisations syndicales", "Unions involved"),
    effect=Text(
        "Sans effet par défaut, car rien ne le mesure ; `workload.unions_relief` au-dessus de 0 fait baisser "
        "la tension.",
        "No effect by default, since nothing measures it; `workload.unions_relief` above 0 lowers tension.",
    ),
    equation="T x (1 - unions_relief unions), unions_relief = 0",
    evidence="none",
    source=Text(
        "étude, R8, II.B.2.a : recommandé, mais cité par une seule personne (III.D) et sans effet observé",
        "study, R8, II.B.2.a: recommended, but named by one person only (III.D) and without any observed effect",
    ),
    prices=(
        Price(
            days_once=10.0, days_month=2.0,
            source=Text(
                "hypothèse : deux réunions préparatoires, puis une par trimestre",
                "assumption: two preparatory meetings, then one a quarter",
            ),
        ),
    ),
    delay_months=3,
    decider=Decider.DGS,
    step=Text(
        "inscription à l'agenda social, présentation au CST et à sa formation spécialisée",
        "entry in the agenda of social dialogue, presentation to the staff committee (CST)",
    ),
    recommendation="R8",
)

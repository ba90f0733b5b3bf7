"""After-programme and succession prepared."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Times, Toward, lever

INTERVENTION = lever(
    Toward("programme.succession_plan"),
    Times("network.ambassador_tie_after", 2.0),
    title=Text("Préparer la relève et l'après", "Succession and after-programme prepared"),
    effect=Text(
        "Le départ de la personne qui anime ralentit moins la démarche, et les anciens participants gardent "
        "leurs liens.",
        "The departure of the lead slows the programme less, and former participants keep their ties.",
    ),
    equation="a departing lead is missed with P = 1 - succession_plan; contacts += 0.04 per former participant",
    evidence="B",
    source=Text(
        "étude, R26, I.B.2.a, M53 ; taille de l'effet : hypothèse",
        "study, R26, I.B.2.a, M53; size of the effect: assumption",
    ),
    prices=(
        Price(
            days_once=10.0, days_month=2.0,
            source=Text(
                "hypothèse : passation en binôme, puis une rencontre des anciens participants par trimestre",
                "assumption: handover in pairs, then a meeting of former participants every quarter",
            ),
        ),
    ),
    delay_months=3,
    decider=Decider.DGS,
    step=Text(
        "lettre de mission d'un binôme, délibération ou note sur les suites avant la fin de la démarche",
        "mission letter of a pair, vote or note on what follows before the end of the programme",
    ),
    recommendation="R26",
)

"""Short routes for items, the chart unchanged."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Toward, lever

INTERVENTION = lever(
    Toward("relay.bypass", share=0.5),
    title=Text("Des circuits courts qui sautent des niveaux", "Short routes that skip levels"),
    effect=Text(
        "Une remontée sur deux franchit au plus deux niveaux, l'organigramme restant le même ; le changer est"
        " un autre événement.",
        "One item in two climbs two levels at most, the chart staying as it is; changing the chart is another"
        " event.",
    ),
    equation="u > 1 - bypass: posts to pass = min(posts, bypass_posts)",
    evidence="B",
    source=Text(
        "étude, R11, II.A.1.a, III.C.4, M1 (les « clapets ») ; taille de l'effet : hypothèse",
        "study, R11, II.A.1.a, III.C.4, M1 (the gates); size of the effect: assumption",
    ),
    prices=(
        Price(
            days_once=0.5, per="manager",
            source=Text(
                "hypothèse : une demi-journée de mise au point par poste d'encadrement",
                "assumption: half a day of setting up for each management post",
            ),
        ),
        Price(
            days_month=3.0,
            source=Text(
                "hypothèse : une permanence pour aiguiller les remontées",
                "assumption: somebody on duty to direct items",
            ),
        ),
    ),
    delay_months=3,
    decider=Decider.DGS,
    step=Text(
        "note de service du DGS et délégations de signature",
        "order of the DGS and delegations of signature",
    ),
    recommendation="R11",
)

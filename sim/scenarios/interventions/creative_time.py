"""Protected creative time."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Plus, Toward, lever

INTERVENTION = lever(
    Plus("workload.slack_time", 0.026),
    Toward("hierarchy.arena", share=0.1),
    title=Text("Une demi-journée de création par mois", "Half a day of creative time a month"),
    effect=Text(
        "Du temps protégé donne de la marge aux équipes : les absences pèsent moins, les services se croisent.",
        "Protected time gives teams some slack: absences weigh less, services meet.",
    ),
    equation=(
        "o = clip01((absent / n + u x) / 2k), T = clip01(absent / 2 k n), k = kappa0 + slack_time; u < arena: no "
        "climb"
    ),
    evidence="C",
    source=Text(
        "étude, R13, II.B.3, N15 (une demi-journée par mois, soit 2,6 % du temps) ; taille de l'effet : hypothèse",
        "study, R13, II.B.3, N15 (half a day a month, 2.6 % of the time); size of the effect: assumption",
    ),
    prices=(
        Price(
            days_month=0.5, per="field_agent",
            source=Text(
                "étude, N15 : une demi-journée par agent et par mois",
                "study, N15: half a day for each agent and month",
            ),
        ),
    ),
    delay_months=3,
    decider=Decider.DELIBERATION,
    step=Text(
        "avis du CST, puis délibération qui modifie le règlement du temps de travail (1 607 heures)",
        "opinion of the staff committee (CST), then a vote that changes the working time rules (1 607 hours)",
    ),
    recommendation="R13",
)

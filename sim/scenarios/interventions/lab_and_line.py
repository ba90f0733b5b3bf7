"""An incubating branch joined to the daily-business branch."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Toward, lever

INTERVENTION = lever(
    Toward("formal.articulation", share=0.8),
    Toward("formal.project", share=0.3),
    title=Text(
        "Une branche qui incube, une branche du quotidien",
        "An incubating branch and a daily branch",
    ),
    effect=Text(
        "Le projet d'administration relie ce qui s'invente à ce qui se fait chaque jour.",
        "The administration project joins what is invented to what is done every day.",
    ),
    equation=(
        "logit adopt += aL alpha L; logit abandon -= bL alpha L; logit pass += rF F + rL alpha L; logit closure -= "
        "F"
    ),
    evidence="C",
    source=Text(
        "étude, II.B.2.a, M46 ; taille de l'effet : hypothèse",
        "study, II.B.2.a, M46; size of the effect: assumption",
    ),
    prices=(
        Price(
            days_once=30.0,
            source=Text(
                "hypothèse : écriture du projet, puis une demi-journée par mois et par service",
                "assumption: writing of the project, then half a day a month and service",
            ),
        ),
        Price(
            days_month=0.5, per="service",
            source=Text(
                "hypothèse : une demi-journée par mois et par service",
                "assumption: half a day a month and service",
            ),
        ),
    ),
    delay_months=6,
    decider=Decider.DGS,
    step=Text(
        "avis du CST, délibération sur le projet d'administration, feuilles de route des directions",
        "opinion of the staff committee (CST), vote on the administration project, roadmaps of directorates",
    ),
    case=Text(
        "Sarthe : un projet d'administration qui relie une branche d'incubation et une branche du quotidien "
        "(II.B.2.a).",
        "Sarthe: an administration project that joins an incubating branch and a daily-business branch "
        "(II.B.2.a).",
    ),
)

"""Right to error, successes told first."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Times, Toward, lever

INTERVENTION = lever(
    Times("cynicism.abort_shock", 0.6),
    Times("programme.abort_all", 0.6),
    Toward("programme.abort_administration", share=0.4),
    title=Text("Le droit à l'erreur", "Right to error"),
    effect=Text(
        "Un arrêt, assumé et raconté, laisse moins de désabusement et entame moins l'appui de la direction générale.",
        "An abort that is owned and told leaves less cynicism and costs less support of the direction générale.",
    ),
    equation="at an abort: hope x (1 - k), k = 1 - (1 - kappa_P)^2 for members; A x abort_administration",
    evidence="C",
    source=Text(
        "étude, R23, II.B.2.a, M43 ; taille de l'effet : hypothèse",
        "study, R23, II.B.2.a, M43; size of the effect: assumption",
    ),
    prices=(
        Price(
            days_once=5.0, days_month=1.0,
            source=Text(
                "hypothèse : une réunion d'encadrement, puis une journée par mois de retours d'expérience",
                "assumption: a meeting of managers, then a day a month of lessons learnt",
            ),
        ),
    ),
    delay_months=1,
    decider=Decider.DGS,
    step=Text(
        "note du DGS ; un essai manqué ne pèse ni à l'entretien professionnel ni sur le RIFSEEP",
        "note of the DGS; a failed trial weighs neither in the yearly interview nor on bonuses (RIFSEEP)",
    ),
    recommendation="R23",
)

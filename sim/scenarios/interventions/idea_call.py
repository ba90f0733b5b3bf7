"""A call for ideas to all levels."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Times, Toward, lever

INTERVENTION = lever(
    Times("voice.base", 3.0),
    Toward("voice.quick_share", share=0.4),
    Times("voice.middle_share", 0.6),
    title=Text("Appel à idées à tous les niveaux", "Call for ideas at all levels"),
    effect=Text(
        "Tant qu'il est ouvert, les agents proposent trois fois plus, surtout de petites choses que tranche "
        "le premier niveau.",
        "While it is open, agents propose three times as much, above all small things that the first level "
        "settles.",
    ),
    equation="lambda = lambda0 l (0.5 + m); P(quick) = q1, P(middle) = q2",
    evidence="C",
    source=Text(
        "étude, III.D, M39, M40 ; taille de l'effet : hypothèse",
        "study, III.D, M39, M40; size of the effect: assumption",
    ),
    prices=(
        Price(
            days_once=20.0, days_month=6.0,
            source=Text(
                "hypothèse : lancement, puis une personne à tiers de temps pour répondre",
                "assumption: launch, then a third of a post to answer",
            ),
        ),
    ),
    delay_months=1,
    decider=Decider.DGS,
    step=Text(
        "note de cadrage du DGS diffusée à tous les agents",
        "framework note of the DGS sent to all agents",
    ),
    case=Text(
        "Ivry-sur-Seine (1 850 agents) : projet d'administration à co-construire, appel à idées à tous les "
        "niveaux de décision, en commençant petit (III.D) ; démarche à ses débuts dans l'étude.",
        "Ivry-sur-Seine (1 850 agents): an administration project to be built together, a call for ideas at "
        "all levels of decision, starting small (III.D); at its beginning in the study.",
    ),
)

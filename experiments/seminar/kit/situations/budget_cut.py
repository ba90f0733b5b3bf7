"""Half of the budget is withdrawn half-way."""

from experiments.seminar.kit.claims import Claim, Of, Seen
from experiments.seminar.kit.situation import Situation, World
from sim.core.text import Text

SITUATION = Situation(
    rank=6,
    case="transfo",
    before=World(),
    after=World(event="budget_cut"),
    claims=(
        Claim(Seen.FALLS, Of.AFTER, 40, 75),
        Claim(Seen.SPREADS, Of.CHANGE, -20, 5),
        Claim(Seen.FALLS, Of.CHANGE, -5, 20),
    ),
    title=Text("La moitié du budget disparaît", "Half of the budget is withdrawn"),
    ask=Text(
        "À mi-parcours, la moitié de l'argent de la démarche est retirée. Les personnes et les élus restent. "
        "Qu'est-ce que cela change à l'issue ?",
        "Half-way, half of the programme's money is withdrawn. People and élus stay. What does it change to the "
        "outcome?",
    ),
    show=(
        Text("Cas 3, une Transfo, sans toucher aux leviers. Lecture.", "Case 3, a Transfo, levers untouched. Play."),
        Text(
            "Et si… « coupe budgétaire ». Relire A et B côte à côte.",
            "What if… “budget cut”. Play A and B side by side.",
        ),
        Text(
            "Les cent carrés ; puis défaire la coupe et essayer « alternance » au même mois.",
            "The hundred squares; then undo the cut and try “change of majority” in the same month.",
        ),
    ),
    see=Text(
        "L'écart est petit : quelques simulations de plus retombent. Une alternance au même mois pèse bien plus lourd.",
        "The difference is small: a few more simulations fall back. A change of team in the same month weighs far "
        "more.",
    ),
    why=Text(
        "La coupe réduit les réussites visibles et les chances d'un labo ; elle ne défait ni les liens entre "
        "collègues, ni le relais des cadres.",
        "The cut reduces visible wins and the chances of a lab; it undoes neither the ties between colleagues nor the "
        "managers' relay.",
    ),
    study=Text(
        "Le coût, en argent et en personnes, freine surtout le lancement, d'abord dans les petites et moyennes "
        "collectivités. Le temps donné par les agents vaut à peu près autant que la dépense.",
        "The cost, in money and in people, slows the launch above all, first in small and medium authorities. The time "
        "that agents give is worth about as much as the money spent.",
    ),
    where=Text("I.B.2.b ; III.C.3.b", "I.B.2.b; III.C.3.b"),
    silent=Text(
        "L'étude parle du lancement, non d'une coupe en route : la forme de cet effet est une hypothèse. Couper des "
        "postes, ou couper dès le départ, sont d'autres questions.",
        "The study speaks of the launch, not of a cut midway: the form of this effect is an assumption. To cut "
        "posts, or to cut from the start, are other questions.",
    ),
    monday=Text(
        "Si l'argent manquait demain, quelle part de la démarche continuerait sans lui ?",
        "If the money were missing tomorrow, which part of the programme would go on without it?",
    ),
)

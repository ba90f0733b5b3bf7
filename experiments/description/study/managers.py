"""Managers: what the study says."""

from experiments.description.study import Chapter, Statement
from sim.core.text import Text

PLACE = 3

CHAPTER = Chapter(
    Text("Managers", "Managers"),
    {
        "M22": Statement(
            3, "I.B.2.b, Cas-T, III.C.3.b",
            Text(
                "L'absence des ambassadeurs crée une tension avec leur équipe et leur manager.",
                "Ambassadors' absence causes tension with their team and manager.",
            ),
        ),
        "M23": Statement(
            2, "I.B.2.b, II.B.1.b, Cas-T",
            Text(
                "Retour d'expérience, lettre de mission et entretien d'évaluation apaisent cette tension.",
                "Return of experience, mission letter and appraisal ease that tension.",
            ),
        ),
        "M24": Statement(
            2, "II.B.1.b",
            Text(
                "La participation interroge le rôle d'expert du manager ; la crainte de n'être qu'un "
                "relais l'en détourne.",
                "Participation questions the manager's expert role; fear of being a mere relay turns it away.",
            ),
        ),
        "M25": Statement(
            2, "II.B.1.b",
            Text(
                "Un manager qui donne du sens, écoute et délègue fait naître l'expression et l'initiative.",
                "A manager who gives meaning, listens and delegates gives rise to expression and initiative.",
            ),
        ),
        "M26": Statement(
            2, "I.B.1.a, Cas-EJM, II.A.1.a",
            Text(
                "Les premiers résultats visibles convainquent une direction d'abord réservée.",
                "First visible results win over a reserved top management.",
            ),
        ),
        "M27": Statement(
            2, "II.A.1.a, I.B.1.b",
            Text(
                "Un baromètre amène les services à se questionner et sert d'outil de pilotage.",
                "A barometer makes services question themselves and serves management.",
            ),
        ),
    },
)  # fmt: skip

"""Voice and hierarchy: what the study says."""

from experiments.description.study import Chapter, Statement
from sim.core.text import Text

PLACE = 1

CHAPTER = Chapter(
    Text("Parole et hiérarchie", "Voice and hierarchy"),
    {
        "M1": Statement(
            3, "II.A.1.a, Reco, III.C.4.a",
            Text(
                "Plus il y a de niveaux à passer, moins la parole du terrain arrive à qui décide, et plus "
                "tard : chaque niveau peut se refermer.",
                "The more levels there are to pass, the less field voice reaches a decider, and the later: "
                "any level may close.",
            ),
        ),
        "M2": Statement(
            3, "II.A.1.a, II.B.3",
            Text(
                "Le cloisonnement vertical traite mal des besoins qui traversent les services.",
                "Vertical silos deal badly with needs that cut across services.",
            ),
        ),
        "M3": Statement(
            2, "II.B.1.a",
            Text(
                "La parole monte si l'administration l'organise et fait confiance ; sinon les agents la gardent.",
                "Voice goes up when the administration organises it and trusts agents; otherwise they keep it.",
            ),
        ),
        "M4": Statement(
            2, "I.A.1.a",
            Text(
                "Procédures et langage techniques réduisent l'influence des citoyens, même là où des "
                "conseils existent.",
                "Technical procedures and language lower citizens' influence even where councils exist.",
            ),
        ),
        "M5": Statement(
            2, "I.A.1.a, III.C.2",
            Text(
                "Deux scènes séparées, citoyens d'un côté et agents de l'autre, empêchent les regards de se croiser.",
                "Two separate arenas, citizens on one side and agents on the other, keep views from meeting.",
            ),
        ),
        "M6": Statement(
            2, "I.A.1.a",
            Text(
                "Maîtriser l'information donne du pouvoir : qui décide garde l'asymétrie.",
                "Controlling information gives power: deciders keep the asymmetry.",
            ),
        ),
        "M7": Statement(
            2, "II.B.1.a",
            Text(
                "Un réseau qui garantit une réponse en 48 heures laisse les agents d'accueil répondre eux-mêmes.",
                "A network that guarantees an answer within 48 hours lets front agents answer themselves.",
            ),
        ),
        "M8": Statement(
            2, "II.A.1.a, III.D",
            Text(
                "L'usager, l'administration et l'élu n'ont pas la même horloge.",
                "Users, the administration and élus do not live by the same clock.",
            ),
        ),
    },
)  # fmt: skip

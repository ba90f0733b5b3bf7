"""Recommendations: what the study says."""

from experiments.description.study import Chapter, Statement
from sim.core.text import Text

PLACE = 9

CHAPTER = Chapter(
    Text("Recommandations", "Recommendations"),
    {
        "R1": Statement(
            0, "II.A.1.b, Reco",
            Text(
                "Inscrire la circulation de la parole des usagers dans le projet d'administration.",
                "Write the circulation of users' voice in the administration project.",
            ),
        ),
        "R2": Statement(
            0, "Reco, III.D",
            Text(
                "Débattre entre élus.",
                "Debate among élus.",
            ),
        ),
        "R3": Statement(
            0, "II.A.1.b",
            Text(
                "Que la tête de l'exécutif et la direction incarnent la démarche.",
                "Leaders embody the approach.",
            ),
        ),
        "R4": Statement(
            0, "II.A.2.a, Reco",
            Text(
                "Faire des postes d'accueil et des tâches automatisées des relais de parole.",
                "Turn front and automatable jobs into voice relays.",
            ),
        ),
        "R5": Statement(
            0, "II.B.1.a, Reco",
            Text(
                "Former les agents et les doter d'une expertise de premier niveau.",
                "Train agents and give them first-level expertise.",
            ),
        ),
        "R6": Statement(
            0, "II.B.1.b, Reco",
            Text(
                "Former les managers à animer et à déléguer.",
                "Train managers to lead and delegate.",
            ),
        ),
        "R7": Statement(
            0, "II.A.2.b, Reco",
            Text(
                "Fiches de poste et lettres de mission.",
                "Job descriptions and mission letters.",
            ),
        ),
        "R8": Statement(
            0, "II.B.2.a, Reco",
            Text(
                "Associer les syndicats.",
                "Involve unions.",
            ),
        ),
        "R9": Statement(
            0, "II.A.2.a, Reco",
            Text(
                "Recruter des pairs-aidants.",
                "Recruit peer workers.",
            ),
        ),
        "R10": Statement(
            0, "II.A.2.c, Reco",
            Text(
                "Former ensemble usagers, agents et décideurs.",
                "Train users, agents and deciders together.",
            ),
        ),
        "R11": Statement(
            0, "II.A.1.a, Reco",
            Text(
                "Réduire le nombre de clapets.",
                "Fewer gates.",
            ),
        ),
        "R12": Statement(
            0, "II.A.1.a, Reco",
            Text(
                "Ouvrir des espaces de co-construction.",
                "Open spaces of co-construction.",
            ),
        ),
        "R13": Statement(
            0, "II.B.3, Reco",
            Text(
                "Protéger un temps de création.",
                "Protect creative time.",
            ),
        ),
        "R14": Statement(
            0, "II.B.3, Reco",
            Text(
                "Décloisonner les directions.",
                "Break silos between directorates.",
            ),
        ),
        "R15": Statement(
            0, "II.B.1.a, Reco",
            Text(
                "Des agents polyvalents, des guichets partagés.",
                "Versatile agents, shared desks.",
            ),
        ),
        "R16": Statement(
            0, "II.B.2.b, Reco",
            Text(
                "Mutualiser les ressources, des labos de territoire.",
                "Share resources, labs at territory scale.",
            ),
        ),
        "R17": Statement(
            0, "II.B.2.a, Reco",
            Text(
                "Évaluer en continu.",
                "Evaluate continuously.",
            ),
        ),
        "R18": Statement(
            0, "II.B.2.a, III.C.4",
            Text(
                "Des ateliers collaboratifs courts.",
                "Short collaborative workshops.",
            ),
        ),
        "R19": Statement(
            0, "II.B.2.a, Reco",
            Text(
                "Éviter l'administration à deux vitesses.",
                "No two-speed administration.",
            ),
        ),
        "R20": Statement(
            0, "II.B.2.a, Reco",
            Text(
                "Communiquer en interne et vers l'extérieur.",
                "Communicate inside and outside.",
            ),
        ),
        "R21": Statement(
            0, "II.B.1.b",
            Text(
                "Permettre l'absence, avec retour d'expérience.",
                "Let agents be away, with return of experience.",
            ),
        ),
        "R22": Statement(
            0, "III.D",
            Text(
                "Des garde-fous pour la légitimité des élus.",
                "Guard-rails for élus' legitimacy.",
            ),
        ),
        "R23": Statement(
            0, "II.B.2.a",
            Text(
                "Un droit à l'erreur.",
                "A right to error.",
            ),
        ),
        "R24": Statement(
            0, "Cas-PNU",
            Text(
                "Expliquer les décisions à qui a participé.",
                "Explain decisions to those who took part.",
            ),
        ),
        "R25": Statement(
            0, "III.D",
            Text(
                "Commencer petit et atteignable.",
                "Begin small and reachable.",
            ),
        ),
        "R26": Statement(
            0, "I.B.2.a",
            Text(
                "Préparer l'après et la relève des personnes clés.",
                "Prepare the aftermath and the succession of key persons.",
            ),
        ),
    },
)  # fmt: skip

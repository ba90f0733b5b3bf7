"""Field agents: what the study says."""

from experiments.description.study import Chapter, Statement
from sim.core.text import Text

PLACE = 2

CHAPTER = Chapter(
    Text("Agents", "Field agents"),
    {
        "M9": Statement(
            3, "I.B.1.a, III.C.3.a, SYN",
            Text(
                "Travailler concrètement avec les usagers redonne du sens, donc de la motivation.",
                "Concrete work with users restores meaning, hence motivation.",
            ),
        ),
        "M10": Statement(
            2, "I.B.1.a",
            Text(
                "Participer à la conception développe un savoir-faire et fait promouvoir la démarche au-delà d'elle.",
                "Taking part in design builds skill and makes people promote the approach beyond it.",
            ),
        ),
        "M11": Statement(
            2, "I.B.1.a, III.C.3.a",
            Text(
                "La participation accroît la mobilité, qui retire aussi des praticiens de leur service.",
                "Participation raises mobility, which also removes practitioners from their service.",
            ),
        ),
        "M12": Statement(
            2, "III.D, Cas-T",
            Text(
                "Écouter en plus de son poste fatigue : 2 à 3 personnes sur 20 arrêtent en quelques mois.",
                "Listening on top of the job tires: 2 to 3 people in 20 stop within some months.",
            ),
        ),
        "M13": Statement(
            3, "III.D, Cas-T, I.A.2.b",
            Text(
                "Des agents de catégorie C doutent de la légitimité de leur parole, en réunion surtout, "
                "non sur le terrain.",
                "Category C agents doubt the legitimacy of their word, in meetings above all, not in the field.",
            ),
        ),
        "M14": Statement(
            1, "III.D",
            Text(
                "Reconnaître l'observation de terrain comme une expertise relève cette légitimité.",
                "Recognising field observation as expertise raises that legitimacy.",
            ),
        ),
        "M15": Statement(
            2, "III.D, III.E",
            Text(
                "Lire la neutralité comme une abstention retient la parole ; l'écrire dans la fiche de "
                "poste la libère.",
                "Reading neutrality as abstention holds voice back; writing it in the job description frees it.",
            ),
        ),
        "M16": Statement(
            2, "I.B.1.a",
            Text(
                "Qui reste en dehors peut se sentir mis en concurrence.",
                "Those left out may feel put in competition.",
            ),
        ),
        "M17": Statement(
            2, "I.B.2.a",
            Text(
                "Sans formation, la méthode déstabilise : elle contredit hiérarchie et réserve.",
                "Without training the method unsettles: it contradicts hierarchy and reserve.",
            ),
        ),
        "M18": Statement(
            2, "III.D",
            Text(
                "Les volontaires sont déjà convaincus, ce qui flatte l'effet mesuré.",
                "Volunteers are convinced already, which flatters the measured effect.",
            ),
        ),
        "M19": Statement(
            2, "II.A.2.a, III.D",
            Text(
                "Les pairs-aidants rapprochent des besoins et changent la structure qui les recrute.",
                "Peer workers bring closer to needs and change the structure that hires them.",
            ),
        ),
        "M20": Statement(
            2, "II.B.1.a",
            Text(
                "Autonomie, formation et appui d'experts donnent plus de réponses au premier niveau.",
                "Autonomy, training and expert back-up give more answers at the first level.",
            ),
        ),
        "M21": Statement(
            2, "II.B.1.b",
            Text(
                "Plus de participation amène aussi plus de revendications.",
                "More participation brings more claims too.",
            ),
        ),
    },
)  # fmt: skip

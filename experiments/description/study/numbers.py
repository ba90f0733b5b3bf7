"""Numbers: what the study says."""

from experiments.description.study import Chapter, Statement
from sim.core.text import Text

PLACE = 10

CHAPTER = Chapter(
    Text("Nombres", "Numbers"),
    {
        "N1": Statement(
            0, "I.A.1.a, III.C.2",
            Text(
                "Participants : 1 à 2 % de la population.",
                "Participants: 1 to 2 % of the population.",
            ),
        ),
        "N2": Statement(
            0, "I.B.2.c",
            Text(
                "Moins de la moitié des Transfos ont donné un labo durable.",
                "Less than half of the Transfos gave a lasting lab.",
            ),
        ),
        "N3": Statement(
            0, "III.D",
            Text(
                "2 à 3 ambassadeurs sur une vingtaine arrêtent.",
                "2 to 3 ambassadors of about twenty stop.",
            ),
        ),
        "N4": Statement(
            0, "I.B.2.b, III.C.3.b",
            Text(
                "20 agents, 3 jours par mois, 16 mois.",
                "20 agents, 3 days a month, 16 months.",
            ),
        ),
        "N5": Statement(
            0, "I.B.2.b",
            Text(
                "165 000 euros pour une commune.",
                "165 000 euros for a commune.",
            ),
        ),
        "N6": Statement(
            0, "I.B.2.b",
            Text(
                "Baromètre : 5 à 7 k€ par service, puis 3 à 4 k€ par vague, tous les un à deux ans.",
                "Barometer: 5 to 7 k€ a service, then 3 to 4 k€ a wave, every one or two years.",
            ),
        ),
        "N7": Statement(
            0, "Cas-BV",
            Text(
                "31 communes, plus de 98 000 habitants, baromètre depuis 2005.",
                "31 communes, over 98 000 inhabitants, barometer since 2005.",
            ),
        ),
        "N8": Statement(
            0, "Cas-CB, II.B.1.a, III.C.1.a",
            Text(
                "63 communes, une cinquantaine de personnes, cinq projets, six mois de méthode, réponse en 48 h.",
                "63 communes, some fifty people, five projects, six months of method, answer within 48 h.",
            ),
        ),
        "N9": Statement(
            0, "Cas-EJM",
            Text(
                "Neuf mois de préparation, début en avril 2018.",
                "Nine months of preparation, start in April 2018.",
            ),
        ),
        "N10": Statement(
            0, "Cas-PNU",
            Text(
                "Lancement en 2010, deux ans, trois quartiers.",
                "Launch in 2010, two years, three districts.",
            ),
        ),
        "N11": Statement(
            0, "III.D",
            Text(
                "1 850 agents.",
                "1 850 agents.",
            ),
        ),
        "N12": Statement(
            0, "I.B.1.a, III.D",
            Text(
                "Transfo depuis 2011, sept collectivités en 2019.",
                "Transfo since 2011, seven authorities in 2019.",
            ),
        ),
        "N13": Statement(
            0, "II.A.2.c",
            Text(
                "Co-formation : sept villes, trois personnes chacune, 2015.",
                "Co-training: seven towns, three people each, 2015.",
            ),
        ),
        "N14": Statement(
            0, "III.D",
            Text(
                "Séminaires trimestriels d'élus de la majorité.",
                "Quarterly seminars of majority élus.",
            ),
        ),
        "N15": Statement(
            0, "II.B.3",
            Text(
                "Une demi-journée de création par mois.",
                "Half a day of creative time a month.",
            ),
        ),
        "N16": Statement(
            0, "II.B.2.a, III.C.4",
            Text(
                "Ateliers courts : trois heures, une semaine ou un mois.",
                "Short workshops: three hours, a week or a month.",
            ),
        ),
        "N17": Statement(
            0, "Intro",
            Text(
                "Participation électorale municipale : 78,9 % (1977) à 63,55 % (2014).",
                "Turnout in municipal elections: 78.9 % (1977) to 63.55 % (2014).",
            ),
        ),
        "N18": Statement(
            0, "III.B, III.C.2",
            Text(
                "Sondages de salle, environ 25 personnes : non utilisables.",
                "Polls in the room, about 25 people: not usable.",
            ),
        ),
        "N19": Statement(
            0, "Méth",
            Text(
                "19 entretiens : 2 élus, 7 dirigeants, 5 cadres intermédiaires, 2 agents, 3 experts.",
                "19 interviews: 2 élus, 7 top managers, 5 middle managers, 2 field agents, 3 experts.",
            ),
        ),
        "N20": Statement(
            0, "I.A.1.a",
            Text(
                "Conseils citoyens : bilan cinq ans après la loi.",
                "Citizens' councils: assessment five years after the law.",
            ),
        ),
    },
)  # fmt: skip

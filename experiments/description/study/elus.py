"""Élus: what the study says."""

from experiments.description.study import Chapter, Statement
from sim.core.text import Text

PLACE = 4

CHAPTER = Chapter(
    Text("Élus", "Élus"),
    {
        "M28": Statement(
            3, "I.B.1.b, Cas-T, SYN",
            Text(
                "Un portage politique fort aide le projet à exister, réussir et durer.",
                "Strong political sponsorship helps a project to exist, succeed and last.",
            ),
        ),
        "M29": Statement(
            2, "Cas-T",
            Text(
                "Porter sans s'impliquer, ou en s'impliquant, sont deux voies dites possibles.",
                "Sponsoring without or with involvement are both said to be possible.",
            ),
        ),
        "M30": Statement(
            2, "Cas-T",
            Text(
                "Un changement de position des élus en cours de route réduit fortement l'effet.",
                "A change in élus' position midway strongly lowers the effect.",
            ),
        ),
        "M31": Statement(
            3, "I.B.1.b, Cas-PNU, Cas-BV, III.D",
            Text(
                "La parole directe des citoyens dépossède les élus de leur rôle de relais, surtout les "
                "élus de quartier.",
                "Citizens' direct voice dispossesses élus of their relay role, district élus above all.",
            ),
        ),
        "M32": Statement(
            2, "I.B.1.b, III.D, Reco",
            Text(
                "Le débat entre élus et la définition commune des rôles l'atténuent ; certains ne bougent jamais.",
                "Debate among élus and a shared definition of roles ease it; some never move.",
            ),
        ),
        "M33": Statement(
            1, "III.D",
            Text(
                "Les élus habitués aux instances participatives s'adaptent mieux.",
                "Élus used to participatory bodies adapt better.",
            ),
        ),
        "M34": Statement(
            1, "Cas-EJM",
            Text(
                "Une implication très forte de la tête de l'exécutif peut déséquilibrer la conduite du projet.",
                "Very strong involvement of the head of the executive can unbalance the project's conduct.",
            ),
        ),
        "M35": Statement(
            2, "III.D, Cas-T",
            Text(
                "Sans aucune commande politique naît un conflit de légitimité ; un minimum protège.",
                "Without any political command a conflict of legitimacy arises; a minimum protects.",
            ),
        ),
        "M36": Statement(
            2, "Cas-T",
            Text(
                "La direction est touchée avant les élus.",
                "Top management is reached before élus.",
            ),
        ),
        "M37": Statement(
            2, "II.A.1.b",
            Text(
                "La volonté politique ne suffit pas : le projet d'administration doit porter la démarche.",
                "Political will is not enough: the administration project must carry the approach.",
            ),
        ),
        "M38": Statement(
            1, "III.D",
            Text(
                "Quand politique et administration portent le même sens, on avance mieux.",
                "Where politics and administration carry the same meaning, progress is better.",
            ),
        ),
    },
)  # fmt: skip

"""Failure and disillusion: what the study says."""

from experiments.description.study import Chapter, Statement
from sim.core.text import Text

PLACE = 6

CHAPTER = Chapter(
    Text("Échec et désillusion", "Failure and disillusion"),
    {
        "M50": Statement(
            2, "I.B.2.a",
            Text(
                "Un portage défaillant fait échouer la démarche et déstabilise au-delà de ses porteurs.",
                "Failing sponsorship makes a programme fail and destabilises beyond its carriers.",
            ),
        ),
        "M51": Statement(
            2, "I.B.2.a, III.C.3.b",
            Text(
                "Un échec rend la collectivité réticente à recommencer.",
                "A failure makes the authority reluctant to start again.",
            ),
        ),
        "M52": Statement(
            2, "I.B.2.c, SYN",
            Text(
                "Quand rien ne se diffuse, les équipes impliquées sont déçues et lisent l'innovation comme "
                "de la communication.",
                "Where nothing spreads, those involved are disappointed and read innovation as communication.",
            ),
        ),
        "M53": Statement(
            3, "I.B.2.a, SYN",
            Text(
                "Dépendre d'une seule personne rend la démarche fragile quand elle part.",
                "Depending on one person makes the approach fragile when that person leaves.",
            ),
        ),
        "M54": Statement(
            2, "I.B.2.a",
            Text(
                "Une expérience peut déstabiliser même fortement portée.",
                "An experiment can unsettle even when strongly carried.",
            ),
        ),
    },
)  # fmt: skip

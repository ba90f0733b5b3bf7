"""Results and diffusion: what the study says."""

from experiments.description.study import Chapter, Statement
from sim.core.text import Text

PLACE = 5

CHAPTER = Chapter(
    Text("Résultats et diffusion", "Results and diffusion"),
    {
        "M39": Statement(
            2, "III.D",
            Text(
                "Des réussites rapides font croire à la démarche : commencer par le petit et le possible.",
                "Quick successes raise belief: begin with what is small and within reach.",
            ),
        ),
        "M40": Statement(
            2, "III.D",
            Text(
                "Les premiers convaincus en entraînent d'autres autour d'eux.",
                "Believers bring others along around them.",
            ),
        ),
        "M41": Statement(
            2, "I.B.1.c",
            Text(
                "Les idées trouvées sont souvent des améliorations simples et peu coûteuses.",
                "Ideas found are often simple, cheap improvements.",
            ),
        ),
        "M42": Statement(
            2, "II.B.2.a",
            Text(
                "La communication interne et le partage continu diffusent au-delà du projet.",
                "Internal communication and continuous sharing spread beyond the project.",
            ),
        ),
        "M43": Statement(
            1, "II.B.2.a",
            Text(
                "Montrer d'abord ce qui a marché, puis aussi les échecs, protège la démarche.",
                "Showing first what worked, then failures too, protects the approach.",
            ),
        ),
        "M44": Statement(
            2, "II.B.2.a, III.E",
            Text(
                "L'évaluation continue donne du crédit et permet de poursuivre.",
                "Continuous evaluation gives credit and allows continuation.",
            ),
        ),
        "M45": Statement(
            3, "I.B.2.c",
            Text(
                "L'innovation est portée par un service et reste souvent isolée.",
                "Innovation is carried by one service and tends to stay isolated.",
            ),
        ),
        "M46": Statement(
            2, "II.B.2.a, Reco",
            Text(
                "Une administration à deux vitesses isole ceux qui innovent ; le retour au droit commun se prépare.",
                "A two-speed administration isolates innovators; the landing in ordinary work must be planned.",
            ),
        ),
        "M47": Statement(
            2, "I.B.1.c",
            Text(
                "Ce qui est construit ensemble est mieux accepté.",
                "What is built together is better accepted.",
            ),
        ),
        "M48": Statement(
            2, "I.B.1.c, I.B.2.b",
            Text(
                "Cela prend plus de temps et de travail.",
                "It takes more time and work.",
            ),
        ),
        "M49": Statement(
            2, "I.B.1.c, III.C.3.b",
            Text(
                "Beaucoup doutent que cela se généralise.",
                "Many doubt that it can be generalised.",
            ),
        ),
    },
)  # fmt: skip

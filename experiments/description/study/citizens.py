"""Citizens: what the study says."""

from experiments.description.study import Chapter, Statement
from sim.core.text import Text

PLACE = 8

CHAPTER = Chapter(
    Text("Citoyens", "Citizens"),
    {
        "M60": Statement(
            2, "I.A.1.a, III.C.2",
            Text(
                "Un à deux pour cent des habitants participent.",
                "One to two per cent of inhabitants take part.",
            ),
        ),
        "M61": Statement(
            2, "Cas-PNU",
            Text(
                "Un intérêt direct pour l'objet élève la participation.",
                "Direct interest in the object raises participation.",
            ),
        ),
        "M62": Statement(
            3, "Cas-PNU, Cas-BV, III.C.1.b",
            Text(
                "Dire ce qui est retenu, ce qui est refusé et pourquoi garde la confiance.",
                "Telling what is kept, what is refused and why keeps trust.",
            ),
        ),
        "M63": Statement(
            2, "I.B.1.b, Cas-BV",
            Text(
                "Usagers et techniciens jugent la qualité sur des critères différents ; les croiser "
                "réoriente l'effort.",
                "Users and technicians judge quality by different criteria; crossing them redirects effort.",
            ),
        ),
        "M64": Statement(
            1, "II.B.2.a",
            Text(
                "Une proximité non intrusive restaure la confiance et réduit le non-recours.",
                "Non-intrusive proximity restores trust and lowers non-take-up.",
            ),
        ),
        "M65": Statement(
            1, "III.E",
            Text(
                "Les agents sont souvent eux-mêmes habitants et usagers.",
                "Agents are often residents and users themselves.",
            ),
        ),
        "M66": Statement(
            1, "III.D",
            Text(
                "Des obligations légales de consulter peuvent porter les pratiques nouvelles.",
                "Legal duties to consult can carry new practices in.",
            ),
        ),
        "M67": Statement(
            2, "II.B.1.a",
            Text(
                "Des canaux numériques recueillent la parole ; les agents la reçoivent déjà, il leur "
                "manque la voie pour la faire monter.",
                "Digital channels collect voice; agents receive it already, what they lack is the way up.",
            ),
        ),
        "M68": Statement(
            2, "Cas-T, III.D",
            Text(
                "Mêler les rangs enrichit le travail et demande du soin pour l'inégale aisance à l'écrit.",
                "Mixing ranks enriches the work and needs care for unequal ease with writing.",
            ),
        ),
    },
)  # fmt: skip

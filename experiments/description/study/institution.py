"""Cost, size, institution: what the study says."""

from experiments.description.study import Chapter, Statement
from sim.core.text import Text

PLACE = 7

CHAPTER = Chapter(
    Text("Coût, taille, institution", "Cost, size, institution"),
    {
        "M55": Statement(
            3, "I.B.2.b, III.C.3.b",
            Text(
                "Le coût en argent et en personnes freine le lancement, surtout dans les petites et "
                "moyennes collectivités.",
                "Cost in money and staff slows launches, above all in small and medium authorities.",
            ),
        ),
        "M56": Statement(
            2, "Méth",
            Text(
                "Une grande taille rend moins naturelle la relation directe avec les usagers.",
                "Larger size makes the direct relation with users less natural.",
            ),
        ),
        "M57": Statement(
            2, "I.B.2.c",
            Text(
                "Un labo dure si la collectivité en voit l'intérêt et peut recruter.",
                "A lab lasts if the authority sees its interest and can recruit.",
            ),
        ),
        "M58": Statement(
            2, "I.B.2.c",
            Text(
                "Une fusion remet le sort du labo à l'exécutif qui reçoit.",
                "A merger puts the lab's fate in the hands of the receiving executive.",
            ),
        ),
        "M59": Statement(
            2, "II.B.2.b",
            Text(
                "Partager des ressources réduit le coût, mais aussi la maîtrise et l'ancrage.",
                "Sharing resources lowers cost, and also control and roots.",
            ),
        ),
    },
)  # fmt: skip

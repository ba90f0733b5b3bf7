"""Cynicism: the conviction, drawn from experience, that nothing will come of it."""

from typing import ClassVar

from sim.config.parameter import HALF, Group, parameter
from sim.core.text import Text


class Cynicism(Group):
    """Spread, relief and shocks of cynicism (in French, désabusement)."""

    title: ClassVar[Text] = Text("Le désabusement", "Cynicism")
    acts: ClassVar[Text] = Text(
        "désabusement de chaque agent, en fin de mois",
        "cynicism of each agent, at the end of the month",
    )

    imitation: float = parameter(
        0.02, unit="share a month", valid=(0, 1), plausible=(0, 0.1), symbol="eta_c",
        fr="Rapprochement mensuel du désabusement des collègues.",
        en="Monthly move towards the cynicism of colleagues.",
    )
    return_rate: float = parameter(
        0.02, unit="share a month", valid=(0, 1), plausible=(0.01, 0.05), symbol="delta_c",
        source=Text(
            "littérature : lent recul du désabusement né d'un changement",
            "literature: slow decay of change-related cynicism",
        ),
        fr="Retour mensuel du désabusement vers son niveau propre.",
        en="Monthly return of cynicism to the agent's own level.",
    )
    abort_shock: float = parameter(
        0.32, unit="share", valid=(0, 0.95), plausible=(0.1, 0.6), symbol="kappa_P", fit=True,
        source="assumption, after the study: I.B.2.a",
        fr="Choc de désabusement né d'un arrêt, avant son partage entre participants, équipes et autres.",
        en="Shock of cynicism of an abort, before it is shared among participants, teams and others.",
    )
    rivalry: float = parameter(
        0.001, unit="level a month", valid=(0, 1), plausible=(0, 0.005), symbol="kappa_R",
        source="assumption, after the study: I.B.1.a",
        fr="Hausse mensuelle chez les agents du même métier laissés en dehors de la démarche.",
        en="Monthly rise among agents of the same trade left out of the programme.",
    )
    newcomer: float = parameter(
        0.25, unit="level", valid=(0, 1), plausible=HALF,
        fr="Cynisme d'un agent qui arrive.",
        en="Cynicism of a newcomer.",
    )

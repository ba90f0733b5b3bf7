"""Mobility: agents leave their posts and are replaced."""

from typing import ClassVar

from sim.config.parameter import HALF, Group, parameter
from sim.core.text import Text


class Mobility(Group):
    """Turnover of posts; head-count stays constant."""

    title: ClassVar[Text] = Text("La mobilité", "Mobility")
    acts: ClassVar[Text] = Text(
        "remplacement d'agents, en fin de mois",
        "replacement of agents, at the end of the month",
    )

    rate: float = parameter(
        0.005, unit="probability a month", valid=(0, 1), plausible=(0.002, 0.01),
        fr="Probabilité mensuelle qu'un agent quitte son poste.",
        en="Monthly probability that a field agent leaves the post.",
    )
    ambassador_factor: float = parameter(
        2.0, unit="factor", valid=(0, 20), plausible=(1, 3), source="assumption, after the study: I.B.1.a",
        fr="Multiplie cette probabilité chez un ancien participant.",
        en="Multiplies that probability for a former participant.",
    )
    ambassador_months: float = parameter(
        24.0, unit="months", valid=(0, 360), plausible=HALF,
        fr="Nombre de mois pendant lesquels cette mobilité plus forte dure.",
        en="Number of months during which that higher mobility lasts.",
    )
    skill_gain: float = parameter(
        0.05, unit="level a month", valid=(0, 1), plausible=HALF, source="assumption, after the study: I.B.1.a",
        fr="Gain mensuel de savoir-faire d'un participant.",
        en="Monthly gain of skill of a participant.",
    )

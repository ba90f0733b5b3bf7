"""Motivation of field agents."""

from typing import ClassVar

from sim.config.parameter import HALF, Group, parameter
from sim.core.text import Text


class Motivation(Group):
    """What raises motivation, and its return to each agent's own level."""

    title: ClassVar[Text] = Text("La motivation", "Motivation")
    acts: ClassVar[Text] = Text(
        "motivation de chaque agent, en fin de mois",
        "motivation of each agent, at the end of the month",
    )

    practice_gain: float = parameter(
        0.03, unit="share a month", valid=(0, 1), plausible=HALF, symbol="mu_x",
        source="assumption, after the study: I.B.1.a",
        fr="Gain mensuel de motivation de qui pratique.",
        en="Monthly gain of motivation of those who practise.",
    )
    return_rate: float = parameter(
        0.04, unit="share a month", valid=(0, 1), plausible=HALF, symbol="delta_m",
        fr="Retour mensuel de la motivation vers son niveau propre.",
        en="Monthly return of motivation to the agent's own level.",
    )
    stress: float = parameter(
        0.01, unit="level a month", valid=(0, 1), plausible=HALF, symbol="psi",
        source="assumption, after the study: I.B.2.a",
        fr="Perte mensuelle de motivation d'un participant sans formation.",
        en="Monthly loss of motivation of a participant without training.",
    )
    stress_months: float = parameter(
        6.0, unit="months", valid=(0, 60), plausible=HALF,
        fr="Nombre de mois pendant lesquels ce manque de formation pèse.",
        en="Number of months during which that lack of training weighs.",
    )

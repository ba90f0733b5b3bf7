"""Relaunch: how many would volunteer if a second call came."""

from typing import ClassVar

from sim.config.parameter import HALF, Group, parameter
from sim.core.text import Text


class Relaunch(Group):
    """A virtual call; it changes nothing in the run."""

    title: ClassVar[Text] = Text("Le second appel à volontaires", "The second call for volunteers")
    acts: ClassVar[Text] = Text(
        "mesure de fin : volontaires d'un second appel",
        "closing measure: volunteers of a second call",
    )

    intercept: float = parameter(
        -2.2, unit="log-odds", valid=(-15, 5), plausible=HALF, symbol="u0",
        fr="Propension de base à se porter volontaire.",
        en="Base propensity to volunteer.",
    )
    motivation: float = parameter(
        2.0, unit="log-odds", valid=(0, 10), plausible=HALF,
        fr="Effet de la motivation sur le volontariat.",
        en="Effect of motivation on volunteering.",
    )
    cynicism: float = parameter(
        3.0, unit="log-odds", valid=(0, 10), plausible=HALF,
        fr="Frein du cynisme sur le volontariat.",
        en="Brake of cynicism on volunteering.",
    )
    stance: float = parameter(
        1.0, unit="log-odds", valid=(0, 10), plausible=HALF,
        fr="Effet de la posture du manager sur le volontariat.",
        en="Effect of the manager's stance on volunteering.",
    )

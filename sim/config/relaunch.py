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

    second_rate: float = parameter(
        0.3, unit="probability a month", valid=(0, 1), plausible=(0.05, 0.6),
        fr="Chance mensuelle qu'un second projet de même méthode s'ouvre, si tout y porte ; 0 : jamais.",
        en="Monthly chance that a second project by the same method opens, at the highest; 0: never.",
    )
    second_evidence: float = parameter(
        1.0, unit="level", valid=(0, 1),
        fr="Poids des résultats visibles dans cette chance ; à 0, seul compte le portage de la direction générale.",
        en="Weight of visible results in that chance; at 0 only the direction générale's stance counts.",
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
        4.0, unit="log-odds", valid=(0, 10), plausible=HALF,
        fr="Frein du désabusement sur le volontariat.",
        en="Brake of cynicism on volunteering.",
    )
    stance: float = parameter(
        1.0, unit="log-odds", valid=(0, 10), plausible=HALF,
        fr="Effet de la posture du manager sur le volontariat.",
        en="Effect of the manager's stance on volunteering.",
    )

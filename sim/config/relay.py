"""Relay: each month a manager passes, holds or drops an item on its way up."""

from typing import ClassVar

from sim.config.parameter import HALF, Group, parameter
from sim.core.text import Text


class Relay(Group):
    """Probability of passing at each gate, and of being lost there."""

    title: ClassVar[Text] = Text("La remontée", "Relay")
    acts: ClassVar[Text] = Text("passage d'une remontée à chaque niveau", "passing of an item at each level")

    drop: float = parameter(
        0.06, unit="probability a month", valid=(0, 1), plausible=(0.02, 0.3), symbol="delta0", fit=True,
        fr="Probabilité qu'une remontée se perde à un niveau, faute de projet d'administration.",
        en="Probability that an item is lost at a level, without an administration project.",
    )
    intercept: float = parameter(
        -0.3, unit="log-odds", valid=(-10, 10), plausible=HALF, symbol="r0",
        fr="Propension de base d'un manager à faire passer.",
        en="Base propensity of a manager to pass an item.",
    )
    stance: float = parameter(
        1.5, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="r_M",
        fr="Effet de la posture du manager.",
        en="Effect of the manager's stance.",
    )
    sponsor: float = parameter(
        0.5, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="r_S",
        fr="Effet du portage politique.",
        en="Effect of political sponsorship.",
    )
    formal: float = parameter(
        0.6, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="r_F",
        fr="Effet de l'inscription au projet d'administration.",
        en="Effect of a written place in the administration project.",
    )
    lab: float = parameter(
        0.8, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="r_L",
        fr="Effet d'un labo articulé au quotidien.",
        en="Effect of a lab joined to daily work.",
    )
    overload: float = parameter(
        0.8, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="r_O",
        fr="Effet de la surcharge du manager.",
        en="Effect of the manager's overload.",
    )
    drop_formal: float = parameter(
        0.5, unit="share", valid=(0, 1), plausible=HALF,
        fr="Part des pertes qu'évite une inscription complète au projet d'administration.",
        en="Share of losses that a full place in the administration project prevents.",
    )
    bypass: float = parameter(
        0.0, unit="share", valid=(0, 1), plausible=(0, 0.5), lever=True,
        source="assumption, after the study: II.A.1.a",
        fr="Part des remontées qui suivent un circuit court, quel qu'en soit l'auteur.",
        en="Share of items that take a short route, whoever their author.",
    )
    bypass_posts: int = parameter(
        2, unit="levels", valid=(1, 7), plausible=(1, 3),
        fr="Nombre de niveaux qu'une remontée franchit au plus par le circuit court.",
        en="Number of levels that an item climbs at most by the short route.",
    )

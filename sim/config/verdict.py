"""Thresholds of the verdict."""

from typing import ClassVar

from sim.config.parameter import HALF, Group, parameter
from sim.core.text import Text


class Verdict(Group):
    """Conventions that turn a run's measures into a verdict; robustness checks move each by half."""

    title: ClassVar[Text] = Text("Les seuils du verdict", "Thresholds of the verdict")
    acts: ClassVar[Text] = Text(
        "lecture du verdict aux mois d'observation",
        "reading of the verdict at observation months",
    )

    breadth: float = parameter(
        0.5, unit="share", valid=(0, 1), plausible=HALF, symbol="B",
        fr="Part des services qui pratiquent, à partir de laquelle on parle de diffusion.",
        en="Share of practising services from which one speaks of diffusion.",
    )
    rest: float = parameter(
        0.10, unit="share", valid=(0, 1), plausible=HALF, symbol="x_rest",
        fr="Part de praticiens hors participants, à partir de laquelle on parle de diffusion.",
        en="Share of practitioners outside participants from which one speaks of diffusion.",
    )
    spreading_breadth: float = parameter(
        0.25, unit="share", valid=(0, 1), plausible=HALF, symbol="B",
        fr="Part des services qui pratiquent, pour une diffusion en cours.",
        en="Share of practising services for a spreading practice.",
    )
    spreading_rest: float = parameter(
        0.05, unit="share", valid=(0, 1), plausible=HALF, symbol="x_rest",
        fr="Part de praticiens hors participants, pour une diffusion en cours.",
        en="Share of practitioners outside participants for a spreading practice.",
    )
    momentum: float = parameter(
        0.05, unit="share", valid=(0, 1), plausible=HALF, symbol="g12",
        fr="Croissance sur douze mois au-dessus de laquelle la diffusion est en cours.",
        en="Growth over twelve months above which the practice is spreading.",
    )
    isolation: float = parameter(
        0.5, unit="share", valid=(0, 1), plausible=HALF, symbol="iota",
        fr="Part de praticiens sans voisin praticien à partir de laquelle les îlots sont en archipel.",
        en="Share of practitioners without a practising neighbour from which islets form an archipelago.",
    )
    service_share: float = parameter(
        0.10, unit="share", valid=(0, 1), plausible=HALF,
        fr="Part d'agents qui pratiquent à partir de laquelle un service compte.",
        en="Share of practising agents from which a service counts.",
    )
    service_min: int = parameter(
        2, unit="people", valid=(0, 100), plausible=(1, 3),
        fr="Nombre minimal d'agents qui pratiquent pour qu'un service compte.",
        en="Least number of practising agents for a service to count.",
    )
    disillusion: float = parameter(
        0.05, unit="level", valid=(0, 1), plausible=HALF,
        fr="Hausse du désabusement des participants à partir de laquelle la désillusion est signalée.",
        en="Rise of participants' cynicism from which it is flagged.",
    )
    relaunch_ratio: float = parameter(
        0.8, unit="factor", valid=(0, 2), plausible=HALF, symbol="V2/V1",
        fr="Rapport des volontaires du second appel au premier, au-dessous duquel la désillusion est signalée.",
        en="Ratio of second-call to first-call volunteers below which disillusion is flagged.",
    )
    showcase: float = parameter(
        0.5, unit="factor", valid=(0, 10), plausible=HALF, symbol="R_sec",
        fr="Nouveaux praticiens par participant, au-dessous duquel un labo vivant est une vitrine.",
        en="New practitioners per participant below which a living lab is a showcase.",
    )
    permutations: int = parameter(
        999, unit="count", valid=(19, 99_999), plausible=(199, 1_999),
        fr="Nombre de mélanges au hasard du test de concentration.",
        en="Number of random shuffles in the test of concentration.",
    )
    quantile: float = parameter(
        0.99, unit="share", valid=(0.5, 1), plausible=(0.95, 0.999),
        fr="Rang, parmi ces mélanges, au-dessus duquel la concentration est retenue.",
        en="Rank among those shuffles above which concentration is accepted.",
    )
    epsilon: float | None = parameter(
        None, unit="share", valid=(0, 1), plausible=(0.001, 0.02),
        source=Text(
            "hypothèse ; par défaut, mesuré sur des simulations de la collectivité sans démarche",
            "assumption; by default measured on runs of the authority without a programme",
        ),
        fr="Écart de pratique négligeable ; sans valeur, il est mesuré sur la collectivité sans démarche.",
        en="Negligible difference of practice; without a value it is measured on the authority without a programme.",
    )

"""The mandated instrument: a satisfaction barometer rolled out by the administration."""

from typing import ClassVar

from sim.config.parameter import HALF, Group, parameter
from sim.core.text import Text


class Instrument(Group):
    """Spreads by decision of the administration, not by peers."""

    title: ClassVar[Text] = Text("L'instrument imposé (baromètre)", "The mandated instrument (barometer)")
    acts: ClassVar[Text] = Text("équipement des services, vagues d'enquête", "equipment of services, survey waves")

    rollout: float = parameter(
        0.25, unit="probability a month", valid=(0, 1), plausible=HALF, symbol="rho_I", lever=True,
        fr="Probabilité mensuelle d'équiper un service de plus, si la direction générale y tient pleinement.",
        en="Monthly probability of equipping one more service, if the direction générale fully wants it.",
    )
    closure_intercept: float = parameter(
        -4.0, unit="log-odds", valid=(-15, 5), plausible=HALF, symbol="i0",
        fr="Propension de base à cesser le baromètre dans un service.",
        en="Base propensity to stop the barometer in a service.",
    )
    closure_administration: float = parameter(
        2.0, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="i_A",
        fr="Protection du baromètre par la direction générale.",
        en="Protection of the barometer by the direction générale.",
    )
    closure_formal: float = parameter(
        1.0, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="i_F",
        fr="Protection du baromètre par le projet d'administration.",
        en="Protection of the barometer by the administration project.",
    )
    closure_sponsor: float = parameter(
        0.3, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="i_S",
        fr="Protection du baromètre par le portage politique.",
        en="Protection of the barometer by political sponsorship.",
    )
    wave_months: int = parameter(
        12, unit="months", valid=(1, 120), plausible=(12, 24), lever=True,
        source=Text("étude : Cas-BV (tous les un à deux ans)", "study: Cas-BV (every one or two years)"),
        fr="Intervalle entre deux vagues d'enquête.",
        en="Interval between two survey waves.",
    )
    improvement: float = parameter(
        0.6, unit="probability", valid=(0, 1), plausible=HALF,
        fr="Probabilité qu'une vague donne une amélioration.",
        en="Probability that a wave gives an improvement.",
    )
    improvement_size: float = parameter(
        0.5, unit="results", valid=(0, 5), plausible=HALF,
        fr="Poids de cette amélioration parmi les résultats visibles du service.",
        en="Weight of that improvement among the visible results of the service.",
    )

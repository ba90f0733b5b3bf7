"""Money and working time asked by a programme."""

from typing import ClassVar

from sim.config.parameter import Group, parameter
from sim.core.text import Text


class Cost(Group):
    """Price and effort are two axes: euros decide launch and survival, days buy effect and cause tension."""

    title: ClassVar[Text] = Text("Le coût", "Cost")
    acts: ClassVar[Text] = Text(
        "lancement, effort des participants, tension, survie du labo, comptes",
        "launch, effort of participants, tension, survival of the lab, accounts",
    )

    programme_eur: float = parameter(
        165_000.0, unit="EUR", valid=(0, 1e8), plausible=(20_000, 400_000), symbol="fee", lever=True,
        source="study: I.B.2.b",
        fr="Argent demandé par la démarche sur toute sa durée.",
        en="Money asked by the programme over its whole duration.",
    )
    price_factor: float = parameter(
        1.0, unit="factor", valid=(0, 100), plausible=(0.5, 4), lever=True,
        fr="Multiplie le prix en euros sans toucher à l'effort.",
        en="Multiplies the price in euros without touching the effort.",
    )
    cofunding_share: float = parameter(
        0.0, unit="share", valid=(0, 1), plausible=(0, 0.6), lever=True,
        source=Text("étude : I.B.2.b (cofinancement dans les villes)", "study: I.B.2.b (co-funding in cities)"),
        fr="Part du prix payée par d'autres.",
        en="Share of the price paid by others.",
    )
    agent_days_per_month: float = parameter(
        3.0, unit="days a month", valid=(0, 20), plausible=(1, 8), symbol="days", lever=True, source="study: I.B.2.b",
        fr="Temps de travail demandé à chaque participant : il fait l'effet, et la tension dans l'équipe.",
        en="Working time asked of each participant: it makes the effect, and the tension in the team.",
    )
    backfill: float = parameter(
        0.2, unit="share", valid=(0, 1), lever=True,
        fr="Part des absences remplacées dans l'équipe.",
        en="Share of absences replaced in the team.",
    )
    facilitation_scale_eur: float = parameter(
        100_000.0, unit="EUR", valid=(1, 1e7), plausible=(50_000, 200_000), symbol="f0",
        fr="Somme pour laquelle l'accompagnement extérieur donne environ les deux tiers de son effet.",
        en="Sum for which outside facilitation gives about two thirds of its effect.",
    )
    effort_scale_days: float = parameter(
        2.0, unit="days a month", valid=(0.1, 20), plausible=(1, 4), symbol="d0",
        fr="Nombre de jours par mois pour lequel l'effort donne environ les deux tiers de son effet.",
        en="Number of days a month for which effort gives about two thirds of its effect.",
    )
    lab_eur_year: float = parameter(
        150_000.0, unit="EUR a year", valid=(0, 1e7), plausible=(80_000, 400_000), symbol="K_lab",
        source=Text("hypothèse : deux personnes et un lieu", "assumption: two people and a place"),
        fr="Coût annuel d'un labo.",
        en="Yearly cost of a lab.",
    )
    launch_slope: float = parameter(
        4.0, unit="log-odds", valid=(0, 50), plausible=(2, 8),
        fr="Netteté avec laquelle un prix trop élevé pour le budget empêche le lancement.",
        en="Sharpness with which a price too high for the budget prevents the launch.",
    )
    launch_budget_share: float = parameter(
        0.005, unit="share", valid=(1e-5, 1), plausible=(0.002, 0.01),
        fr="Part du budget annuel que coûte une démarche lancée une fois sur deux.",
        en="Share of the yearly budget that a programme costs when it is launched one time in two.",
    )
    lab_budget_share: float = parameter(
        0.003, unit="share", valid=(1e-5, 1), plausible=(0.001, 0.006),
        fr="Part du budget annuel à laquelle se mesure le coût d'un labo.",
        en="Share of the yearly budget against which the cost of a lab is measured.",
    )
    budget_factor: float = parameter(
        1.0, unit="factor", valid=(0, 1), plausible=(0.5, 1), lever=True,
        fr="Part du budget qui reste après une coupe.",
        en="Share of the budget that remains after a cut.",
    )
    instrument_build_eur: float = parameter(
        6_000.0, unit="EUR", valid=(0, 1e6), plausible=(5_000, 7_000), source="study: I.B.2.b",
        fr="Coût de construction d'un baromètre, par service.",
        en="Cost of building a satisfaction barometer, per service.",
    )
    instrument_wave_eur: float = parameter(
        3_500.0, unit="EUR", valid=(0, 1e6), plausible=(3_000, 4_000), source="study: I.B.2.b",
        fr="Coût d'une vague d'enquête du baromètre, par service.",
        en="Cost of one survey wave of the barometer, per service.",
    )

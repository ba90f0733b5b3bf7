"""Visible results: how they add up, fade and are seen."""

from typing import ClassVar

from sim.config.parameter import Group, parameter
from sim.core.text import Text


class Evidence(Group):
    """Stocks of visible results by service and by team."""

    title: ClassVar[Text] = Text("Les résultats visibles", "Visible results")
    acts: ClassVar[Text] = Text(
        "stocks de résultats, perception par les agents",
        "stocks of results, perception by agents",
    )

    decay: float = parameter(
        0.05, unit="share a month", valid=(0, 1), plausible=(0.02, 0.10), symbol="delta_E",
        fr="Oubli mensuel des résultats.",
        en="Monthly forgetting of results.",
    )
    service_scale: float = parameter(
        4.0, unit="results", valid=(0.1, 100), plausible=(1, 8), symbol="v0",
        fr="Quantité de résultats qui convainc un service de dix agents aux deux tiers environ.",
        en="Amount of results that convinces a service of ten agents by about two thirds.",
    )
    team_scale: float = parameter(
        2.0, unit="results", valid=(0.1, 100), plausible=(1, 4), symbol="v_g",
        fr="Quantité de résultats qui convainc une équipe aux deux tiers environ.",
        en="Amount of results that convinces a team by about two thirds.",
    )
    cases_scale: float = parameter(
        4.0, unit="cases", valid=(0.1, 100), plausible=(2, 8), symbol="v_c",
        fr="Nombre de cas réussis, montrés à la direction générale, qui la convainc aux deux tiers environ.",
        en="Number of successful cases shown to the direction générale that convinces it by about two thirds.",
    )
    practitioner_service: float = parameter(
        0.35, unit="results", valid=(0, 5), plausible=(0.1, 0.7),
        fr="Poids, dans le service, d'une idée réalisée venue d'un agent qui pratique.",
        en="Weight, in the service, of an implemented item by an agent who practises.",
    )
    practitioner_team: float = parameter(
        1.0, unit="results", valid=(0, 5), plausible=(0.5, 1.5),
        fr="Poids, dans l'équipe, d'une idée réalisée venue d'un agent qui pratique.",
        en="Weight, in the team, of an implemented item by an agent who practises.",
    )
    ordinary_service: float = parameter(
        0.03, unit="results", valid=(0, 5), plausible=(0, 0.06),
        fr="Poids, dans le service, d'une idée réalisée venue d'un autre agent.",
        en="Weight, in the service, of an implemented item by another agent.",
    )
    ordinary_team: float = parameter(
        0.05, unit="results", valid=(0, 5), plausible=(0, 0.1),
        fr="Poids, dans l'équipe, d'une idée réalisée venue d'un autre agent.",
        en="Weight, in the team, of an implemented item by another agent.",
    )
    win: float = parameter(
        1.0, unit="results", valid=(0, 5), plausible=(0.5, 1.5),
        fr="Poids d'une réussite de la démarche ou du labo.",
        en="Weight of a win of the programme or of the lab.",
    )
    visibility: float = parameter(
        0.7, unit="probability", valid=(0, 1), plausible=(0.4, 1), source="assumption, after the study: II.B.2.a",
        fr="Probabilité qu'une réussite soit vue, sans évaluation continue.",
        en="Probability that a win is seen, without continuous evaluation.",
    )
    outside: float = parameter(
        0.0, unit="level", valid=(0, 1), plausible=(0, 0.3), lever=True, source="assumption, after the study: II.B.2.b",
        fr="Résultats d'autres collectivités, partagés ouvertement, que l'on voit au moins dans chaque service.",
        en="Results of other authorities, shared openly, seen at least in every service.",
    )
    flash_rate: float = parameter(
        0.0, unit="probability a month", valid=(0, 1), lever=True, source="study: II.B.2.a",
        fr="Chance que la collectivité tienne d'elle-même un atelier court dans le mois, avec ou sans démarche.",
        en="Chance that the authority holds a short workshop by itself in the month, with or without a programme.",
    )

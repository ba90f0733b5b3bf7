"""The reporting chain: how many levels, how much crosses services, how much of the sponsor's signal survives."""

from typing import ClassVar

from sim.config.parameter import Group, parameter
from sim.core.text import Text


class Hierarchy(Group):
    """Depth acts through two channels: gates upwards, loss of the sponsor's signal downwards."""

    title: ClassVar[Text] = Text("La ligne hiérarchique", "The reporting chain")
    acts: ClassVar[Text] = Text(
        "organigramme, remontée, signal du portage, liens entre services",
        "organisation chart, relay, sponsor's signal, ties across services",
    )

    depth: int = parameter(
        4, unit="levels", valid=(1, 7), plausible=(2, 6), symbol="D", lever=True,
        source=Text(
            "littérature : organigrammes français usuels (chef d'équipe, chef de service, directeur, DGS)",
            "literature: usual French charts (chef d'équipe, chef de service, directeur, DGS)",
        ),
        fr="Nombre de niveaux de management entre un agent de terrain et les élus, DGS compris.",
        en="Number of management levels between a field agent and the élus, the DGS included.",
    )
    transversality: float = parameter(
        0.3, unit="level", valid=(0, 1), symbol="z_x / 5", lever=True,
        fr="Liens entre services (degré moyen : cinq fois cette valeur) et chance d'une remontée transversale.",
        en="Ties across services (mean degree: five times this value) and chance of a channel across services.",
    )
    signal_retention: float = parameter(
        0.74, unit="share", valid=(0, 1), plausible=(0.4, 0.95), symbol="kappa_S", fit=True, lever=True,
        source=Text(
            "littérature : perte de contrôle (Williamson 1967 ; Nichols 1962)",
            "literature: control loss (Williamson 1967; Nichols 1962)",
        ),
        fr="Part du signal du portage qui passe un niveau tenu par un manager défavorable ; 1 supprime la perte.",
        en="Share of the sponsor's signal that passes a level held by an unfavourable manager; 1 removes the loss.",
    )
    arena: float = parameter(
        0.0, unit="share", valid=(0, 1), plausible=(0, 0.5), symbol="z_a", lever=True,
        source="assumption, after the study: II.A.1.a",
        fr="Part des remontées transversales qu'un espace commun traite sans monter jusqu'au supérieur commun.",
        en="Share of items across services that a joint space handles without climbing to the common superior.",
    )

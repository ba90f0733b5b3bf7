"""Ties between people: at work, among ambassadors, among citizens."""

from enum import StrEnum
from typing import ClassVar

from sim.config.parameter import Group, parameter
from sim.core.text import Text


class Generator(StrEnum):
    """How ties at work are drawn."""

    TIES = "ties"
    BLOCK = "block"
    RANDOM = "random"
    TORUS = "torus"
    COMPLETE = "complete"


class Network(Group):
    """Densities of the networks; ties across services are set by `hierarchy.transversality`."""

    title: ClassVar[Text] = Text("Les réseaux", "Networks")
    acts: ClassVar[Text] = Text(
        "construction des réseaux, pairs d'un agent",
        "building of networks, peers of a field agent",
    )

    generator: Generator = parameter(
        Generator.TIES,
        fr="Tirage des liens de travail : liens au hasard dans l'organisation, modèle à blocs de mêmes densités, "
        "ou réseaux théoriques sans organisation (au hasard, tore, complet).",
        en="How ties at work are drawn: random ties within the organisation, a block model of the same densities, "
        "or the networks of theory, without organisation (random, torus, complete).",
    )
    mean_degree: float = parameter(
        10.0, unit="ties", valid=(0, 1000), plausible=(2, 20), symbol="z", source="literature: Watts 2002",
        fr="Nombre moyen de liens par agent du réseau au hasard (network.generator=random).",
        en="Mean number of ties of a field agent in the random network (network.generator=random).",
    )
    rewiring: float = parameter(
        0.0, unit="share", valid=(0, 1), plausible=(0, 1), symbol="p", source="literature: Centola and Macy 2007",
        fr="Part des liens du tore recâblés au hasard, chacun gardant son nombre de liens (network.generator=torus).",
        en="Share of the ties of the torus rewired at random, all keeping their degree (network.generator=torus).",
    )
    within_service_degree: float = parameter(
        2.0, unit="ties", valid=(0, 20), plausible=(0, 5), symbol="z_in",
        fr="Nombre moyen de collègues d'autres équipes du même service avec qui un agent échange.",
        en="Mean number of colleagues in other teams of the service with whom a field agent talks.",
    )
    ambassador_tie: float = parameter(
        0.25, unit="weight", valid=(0, 1), plausible=(0.1, 0.5),
        fr="Poids d'un lien entre ambassadeurs pendant la démarche (un lien de travail vaut 1).",
        en="Weight of a tie between ambassadors during the programme (a tie at work is 1).",
    )
    ambassador_tie_lab: float = parameter(
        0.125, unit="weight", valid=(0, 1), plausible=(0.05, 0.3),
        fr="Poids d'un lien entre anciens ambassadeurs tant qu'un labo existe.",
        en="Weight of a tie between former ambassadors while a lab exists.",
    )
    ambassador_tie_after: float = parameter(
        0.04, unit="weight", valid=(0, 1), plausible=(0, 0.1),
        fr="Poids d'un lien entre anciens ambassadeurs sans labo.",
        en="Weight of a tie between former ambassadors without a lab.",
    )
    citizen_degree: int = parameter(
        8, unit="ties", valid=(0, 50), plausible=(4, 12), symbol="k", even=True,
        source=Text(
            "littérature : réseaux petit monde (Watts et Strogatz 1998)",
            "literature: small-world networks (Watts and Strogatz 1998)",
        ),
        fr="Nombre de voisins d'un citoyen dans son quartier, avant recâblage (nombre pair).",
        en="Number of neighbours of a citizen in the district, before rewiring (an even number).",
    )
    citizen_rewiring: float = parameter(
        0.1, unit="probability", valid=(0, 1), plausible=(0.01, 0.3), symbol="p",
        source=Text(
            "littérature : réseaux petit monde (Watts et Strogatz 1998)",
            "literature: small-world networks (Watts and Strogatz 1998)",
        ),
        fr="Probabilité qu'un lien entre citoyens soit recâblé au hasard dans le quartier.",
        en="Probability that a tie between citizens is rewired at random in the district.",
    )
    citizen_cross_share: float = parameter(
        0.02, unit="share", valid=(0, 1), plausible=(0, 0.1),
        fr="Part des liens entre citoyens qui sortent du quartier.",
        en="Share of ties between citizens that leave the district.",
    )

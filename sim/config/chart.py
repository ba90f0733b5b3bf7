"""The organisation as a lab describes it: its services, and post by post where it wishes; empty: drawn by rule."""

from typing import Annotated, ClassVar

from pydantic import Field

from sim.config.parameter import ONE_LINE, REQUIRED, Group, parameter
from sim.core.text import Text

_TITLE = Text("L'organisation décrite", "The organisation as described")
_ACTS = Text("services, équipes, organigramme au premier mois", "services, teams, organisation chart in month 0")
_DESCRIBED = "described by the authority"
DGS = -1
"""Superior of the post that has none."""


class Service(Group):
    """One service. What is left null follows the rules for the whole authority."""

    title: ClassVar[Text] = Text("Un service", "A service")
    acts: ClassVar[Text] = _ACTS

    name: str = parameter(
        "", pattern=ONE_LINE, max_length=80, decides=False, source=_DESCRIBED,
        fr="Nom affiché du service, sans effet sur les calculs.",
        en="Displayed name of the service, without effect on the computation.",
    )
    field_agents: int = parameter(
        REQUIRED, unit="people", valid=(1, 50_000), plausible=(5, 400), symbol="n_s", source=_DESCRIBED,
        fr="Nombre d'agents du service, encadrants non compris.",
        en="Number of field agents of the service, managers apart.",
    )
    managers: int | None = parameter(
        None, unit="people", valid=(0, 5_000), plausible=(1, 40), symbol="T_s", source=_DESCRIBED,
        fr="Nombre d'encadrants qui dirigent directement des agents ; sans valeur, un par équipe de taille usuelle.",
        en="Number of managers who lead field agents directly; without a value, one for each team of the usual size.",
    )
    levels: int | None = parameter(
        None, unit="levels", valid=(0, 6), plausible=(1, 5), symbol="D_s", source=_DESCRIBED,
        fr="Niveaux de management entre un agent et le DGS, sans le compter ; sans valeur, hierarchy.depth moins un.",
        en="Management levels between a field agent and the DGS, who is not counted; without a value, "
        "hierarchy.depth minus one.",
    )
    front_share: float | None = parameter(
        None, unit="share", valid=(0, 1), plausible=(0, 1), symbol="p_f,s", source=_DESCRIBED,
        fr="Part des agents du service en contact avec le public ; sans valeur, authority.front_share.",
        en="Share of the service's field agents in contact with the public; without a value, authority.front_share.",
    )


class Post(Group):
    """One management post."""

    title: ClassVar[Text] = Text("Un poste d'encadrement", "A management post")
    acts: ClassVar[Text] = _ACTS

    parent: int = parameter(
        REQUIRED, unit="rank", valid=(DGS, 20_000), source=_DESCRIBED,
        fr="Rang du poste supérieur dans la liste, à partir de 0 ; -1 pour le DGS.",
        en="Rank of the superior post in the list, from 0; -1 for the DGS.",
    )


class Team(Group):
    """The field agents of one service who report to one post."""

    title: ClassVar[Text] = Text("Une équipe", "A team")
    acts: ClassVar[Text] = _ACTS

    manager: int = parameter(
        REQUIRED, unit="rank", valid=(0, 20_000), source=_DESCRIBED,
        fr="Rang du poste qui dirige l'équipe, à partir de 0.",
        en="Rank of the post that leads the team, from 0.",
    )
    service: int = parameter(
        REQUIRED, unit="rank", valid=(0, 500), source=_DESCRIBED,
        fr="Rang du service de l'équipe, à partir de 0.",
        en="Rank of the service of the team, from 0.",
    )
    field_agents: int = parameter(
        REQUIRED, unit="people", valid=(1, 50_000), plausible=(1, 40), source=_DESCRIBED,
        fr="Nombre d'agents de l'équipe.",
        en="Number of field agents of the team.",
    )


Services = Annotated[tuple[Service, ...], Field(max_length=500)]
Posts = Annotated[tuple[Post, ...], Field(max_length=20_000)]
Teams = Annotated[tuple[Team, ...], Field(max_length=20_000)]


class Chart(Group):
    """Services in their order; posts and teams where the chart is known post by post, both or neither."""

    title: ClassVar[Text] = _TITLE
    acts: ClassVar[Text] = _ACTS

    services: Services = parameter(
        (), source=_DESCRIBED,
        fr="Services de la collectivité ; liste vide : authority.services services de tailles presque égales.",
        en="Services of the authority; empty list: authority.services services of nearly equal sizes.",
    )
    posts: Posts = parameter(
        (), source=_DESCRIBED,
        fr="Postes d'encadrement, DGS compris ; liste vide : construits d'après les niveaux.",
        en="Management posts, the DGS included; empty list: made from the levels.",
    )
    teams: Teams = parameter(
        (), source=_DESCRIBED,
        fr="Équipes et postes qui les dirigent ; liste vide : construites d'après les encadrants.",
        en="Teams and the posts that lead them; empty list: made from the managers.",
    )


def ordered_teams(chart: Chart) -> list[Team]:
    """Teams of a chart known post by post, service by service; within one, in the order of the list."""
    return sorted(chart.teams, key=lambda team: team.service)


def levels_of(chart: Chart, depth: int) -> list[int]:
    """Levels between a field agent and the DGS [services], 0..6: those given, else what `hierarchy.depth` leaves."""
    return [depth - 1 if service.levels is None else service.levels for service in chart.services]

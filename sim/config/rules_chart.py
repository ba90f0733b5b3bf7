"""Rules between the keys of an organisation as described, and with what they must agree with."""

from collections.abc import Iterator
from dataclasses import replace

from sim.config import resolve
from sim.config.chart import Chart, Service, levels_of
from sim.config.chart_faults import chart_faults, longest_chain
from sim.config.root import Config
from sim.core.errors import Problem, shown
from sim.core.text import Text

Found = Iterator[Problem]


def described(config: Config) -> Found:
    """All that is wrong with the chart of a configuration; nothing where there is none."""
    chart = config.chart
    if chart.services:
        yield from _totals(config)
    elif chart.posts or chart.teams:
        said = Text("un organigramme poste par poste demande aussi ses services", "a chart by post needs its services")
        yield Problem("chart.services", "[]", said)
        return
    if chart.posts or chart.teams:
        faults = list(_by_post(chart))
        yield from faults
        if not faults:
            yield from _depth(config, longest_chain([post.parent for post in chart.posts]))
    elif chart.services:
        levels = levels_of(chart, config.hierarchy.depth)
        for rank, (service, between) in enumerate(zip(chart.services, levels, strict=True)):
            yield from _service(f"chart.services[{rank}]", service, between)
        yield from _depth(config, max(levels) + 1)


def _totals(config: Config) -> Found:
    """The sizes of the authority, against the sums of its services."""
    a, total, count = config.authority, resolve.field_agents(config), len(config.chart.services)
    staff = sum(service.field_agents for service in config.chart.services)
    if a.field_agents is not None and a.field_agents != staff:
        yield Problem(
            "authority.field_agents, chart.services", f"{a.field_agents}, {staff}",
            Text("les services réunis n'ont pas ce nombre d'agents", "the services together have another number"),
            Text(f"{staff}, ou null", f"{staff}, or null"),
        )
    elif not 20 <= total <= 200_000:
        said = Text("les services réunis ont de 20 à 200000 agents", "the services together have 20 to 200000 agents")
        yield Problem("chart.services", shown(total), said)
    if a.services is not None and a.services != count:
        yield Problem(
            "authority.services, chart.services", f"{a.services}, {count}",
            Text("la liste a un autre nombre de services", "the list has another number of services"),
            Text(f"{count}, ou null", f"{count}, or null"),
        )


def _service(key: str, service: Service, levels: int) -> Found:
    """Managers and levels of one service, without a chart by post."""
    managers = service.managers
    if managers is None:
        return
    if managers > service.field_agents:
        said = Text("plus d'encadrants que d'agents à encadrer", "more managers than field agents to lead")
        yield Problem(f"{key}.managers", shown(managers), said, Text(f"{service.field_agents} au plus",
                                                                     f"at most {service.field_agents}"))
    if (managers == 0) != (levels == 0):
        yield Problem(
            f"{key}.managers, {key}.levels", f"{managers}, {levels}",
            Text("sans niveau au-dessus des agents il n'y a pas d'encadrant, et inversement",
                 "without a level above the field agents there is no manager, and the other way round"),
        )


def _by_post(chart: Chart) -> Found:
    """A chart known post by post: a sound tree, teams that make up the services, nothing said twice."""
    parents, managers = [post.parent for post in chart.posts], [team.manager for team in chart.teams]
    for fault in chart_faults(parents, managers, [team.field_agents for team in chart.teams]):
        yield replace(fault, key=f"chart.{fault.key}")
    found = [0] * len(chart.services)
    for rank, team in enumerate(chart.teams):
        if team.service < len(found):
            found[team.service] += team.field_agents
        else:
            last = len(found) - 1
            yield Problem(f"chart.teams[{rank}].service", shown(team.service),
                          Text("ce service n'existe pas", "there is no such service"),
                          Text(f"un service de 0 à {last}", f"a service from 0 to {last}"))
    twice = Text("déjà dit par les postes : null", "already said by the posts: null")
    apart = Text("ses équipes réunies ont un autre nombre d'agents", "its teams together have another number")
    for rank, service in enumerate(chart.services):
        key = f"chart.services[{rank}]"
        if service.field_agents != found[rank]:
            yield Problem(f"{key}.field_agents", shown(service.field_agents), apart, Text(str(found[rank]),
                                                                                        str(found[rank])))
        for name, value in (("managers", service.managers), ("levels", service.levels)):
            if value is not None:
                yield Problem(f"{key}.{name}", shown(value), twice)


def _depth(config: Config, deepest: int) -> Found:
    """`hierarchy.depth` says what the chart is, so that nobody believes to change it by another number."""
    depth = config.hierarchy.depth
    if deepest != depth:
        yield Problem(
            "hierarchy.depth, chart.services", f"{depth}, {deepest}",
            Text("la branche la plus longue de l'organisation décrite a un autre nombre de niveaux, DGS compris ; "
                 "pour essayer d'autres niveaux, changer ceux des services ou prévoir une réorganisation",
                 "the longest branch of the organisation as described has another number of levels, the DGS included; "
                 "to try others, change those of the services or plan a reorganisation"),
            Text(str(deepest), str(deepest)),
        )

"""What is written down: administration project, job descriptions, ordinary law of the organisation."""

from typing import ClassVar

from sim.config.parameter import Group, parameter
from sim.core.text import Text


class Formal(Group):
    """Formal levers, and how results travel inside the organisation."""

    title: ClassVar[Text] = Text("L'inscription dans la durée", "Formal anchoring")
    acts: ClassVar[Text] = Text(
        "remontée, parole des agents, adoption, posture des managers, labo",
        "relay, voice of field agents, adoption, stance of managers, lab",
    )

    project: float = parameter(
        0.0, unit="level", valid=(0, 1), symbol="F_project", lever=True, source="study: II.A.1.b",
        fr="Place de la démarche dans le projet d'administration.",
        en="Place of the approach in the administration project.",
    )
    job: float = parameter(
        0.1, unit="level", valid=(0, 1), symbol="F_job", lever=True, source="study: II.A.2.b",
        fr="Place de la démarche dans les fiches de poste.",
        en="Place of the approach in job descriptions.",
    )
    articulation: float = parameter(
        0.5, unit="level", valid=(0, 1), symbol="alpha", lever=True, source="assumption, after the study: II.B.2.a",
        fr="Articulation du labo avec le travail quotidien des services.",
        en="How far the lab is joined to the daily work of services.",
    )
    communication: float = parameter(
        0.25, unit="level", valid=(0, 1), plausible=(0, 0.6), symbol="chi", lever=True,
        source="assumption, after the study: II.B.2.a",
        fr="Part des résultats d'ailleurs que la communication interne fait connaître dans un service.",
        en="Share of results elsewhere that internal communication makes known in a service.",
    )
    unions: float = parameter(
        0.0, unit="level", valid=(0, 1), lever=True, source="study: II.B.2.a",
        fr="Association des organisations syndicales ; sans effet tant que `workload.unions_relief` est nul.",
        en="Involvement of the unions; without effect as long as `workload.unions_relief` is zero.",
    )

"""Time: slack of teams, time taken by the practice."""

from typing import ClassVar

from sim.config.parameter import Group, parameter
from sim.core.text import Text


class Workload(Group):
    """How absences and practice load a team."""

    title: ClassVar[Text] = Text("La charge de travail", "Workload")
    acts: ClassVar[Text] = Text("charge et tension des équipes", "load and tension of teams")

    slack: float = parameter(
        0.03, unit="share", valid=(0.001, 1), plausible=(0.01, 0.10), symbol="kappa0",
        fr="Marge de temps d'une équipe.",
        en="Slack time of a team.",
    )
    slack_time: float = parameter(
        0.0, unit="share", valid=(0, 1), plausible=(0, 0.05), lever=True,
        source=Text("étude : II.B.3 (une demi-journée par mois)", "study: II.B.3 (half a day a month)"),
        fr="Temps de création protégé, ajouté à la marge.",
        en="Protected creative time, added to the slack.",
    )
    practice_load: float = parameter(
        0.02, unit="share", valid=(0, 1), plausible=(0, 0.05), symbol="u_x",
        fr="Part du temps que prend la pratique.",
        en="Share of time taken by the practice.",
    )
    working_days: float = parameter(
        19.1, unit="days a month", valid=(1, 31), plausible=(18, 20),
        source=Text(
            "droit : 1 607 heures par an, journées de sept heures",
            "law: 1 607 hours a year, days of seven hours",
        ),
        fr="Jours travaillés par mois.",
        en="Days worked in a month.",
    )
    unions_relief: float = parameter(
        0.0, unit="share", valid=(0, 1), plausible=(0, 0.5),
        source=Text(
            "hypothèse : 0, l'étude ne donne aucun effet (III.D, une seule mention)",
            "assumption: 0, the study gives no effect (III.D, a single mention)",
        ),
        fr="Part de la tension qu'éviterait une association complète des organisations syndicales.",
        en="Share of the tension that a full involvement of the unions would prevent.",
    )

"""Real dates, when they are known."""

from typing import ClassVar

from sim.config.parameter import YEAR_MONTH, Group, parameter
from sim.core.text import Text


class Calendar(Group):
    """Ties simulated months to real ones."""

    title: ClassVar[Text] = Text("Le calendrier réel", "The real calendar")
    acts: ClassVar[Text] = Text("dates des élections, mois d'observation", "dates of elections, observation months")

    start: str | None = parameter(
        None, unit="year-month", pattern=YEAR_MONTH,
        source=Text("source publique : dates du cas", "public: dates of the case"),
        fr="Mois réel du mois simulé 0, soit douze mois avant une démarche qui commence au mois 12.",
        en="Real month of simulated month 0, which is twelve months before a programme that starts at month 12.",
    )
    next_election: str | None = parameter(
        None, unit="year-month", pattern=YEAR_MONTH,
        source=Text("source publique : calendrier électoral", "public: electoral calendar"),
        fr="Mois réel de la prochaine élection ; sans valeur, sa date est tirée au sort dans le mandat.",
        en="Real month of the next election; without a value its date in the mandate is drawn.",
    )
    mandate_months: int = parameter(
        72, unit="months", valid=(12, 120),
        source=Text("droit : mandats locaux de six ans", "law: local mandates of six years"),
        fr="Durée d'un mandat local.",
        en="Length of a local mandate.",
    )

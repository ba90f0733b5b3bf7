"""The authority: its kind, its size, its staff and its money."""

from enum import StrEnum
from typing import ClassVar

from sim.config.parameter import HALF, ONE_LINE, Group, parameter
from sim.core.text import Text


class AuthorityType(StrEnum):
    """Kinds of French local authority; they set the words, the bodies, the budget and the staff ratio."""

    COMMUNE = "commune"
    EPCI = "epci"
    DEPARTEMENT = "departement"
    REGION = "region"


STAFF_PER_1000 = {"commune": 20.0, "epci": 6.5, "departement": 5.0, "region": 1.5}
"""Field agents per 1 000 inhabitants (orders of magnitude of public statistics on the territorial civil service)."""

BUDGET_EUR_PER_INHABITANT = {"commune": 1300.0, "epci": 430.0, "departement": 950.0, "region": 370.0}
"""Operating budget in euros per inhabitant and year (orders of magnitude of public accounts)."""


class Authority(Group):
    """Size and composition of the authority."""

    title: ClassVar[Text] = Text("La collectivité", "The authority")
    acts: ClassVar[Text] = Text("population de départ, élus, budget", "starting population, élus, budget")

    name: str = parameter(
        "", pattern=ONE_LINE, max_length=120, decides=False,
        fr="Nom affiché de la collectivité, sans effet sur les calculs.",
        en="Displayed name of the authority, without effect on the computation.",
    )
    type: AuthorityType = parameter(
        AuthorityType.COMMUNE, source="law: code général des collectivités territoriales", lever=True,
        fr="Type de collectivité : il fixe les mots, les instances, le budget et le taux d'agents.",
        en="Kind of authority: it sets the words, the bodies, the budget and the staff ratio.",
    )
    inhabitants: int = parameter(
        92_500, unit="inhabitants", valid=(500, 15_000_000), plausible=(2_000, 3_000_000), symbol="pop",
        source=Text(
            "hypothèse : 1 850 agents, à 20 pour 1 000 habitants",
            "assumption: 1 850 field agents at 20 per 1 000 inhabitants",
        ),
        lever=True,
        fr="Nombre d'habitants de la collectivité.",
        en="Number of inhabitants of the authority.",
    )
    field_agents: int | None = parameter(
        1_850, unit="people", valid=(20, 200_000), plausible=(150, 8_000), symbol="N", resolved=True, lever=True,
        source=Text("étude : III.D (une ville de 1 850 agents)", "study: III.D (a town of 1 850 agents)"),
        fr="Nombre d'agents de terrain, cadres non compris ; sans valeur, il vient du taux d'agents par habitant.",
        en="Number of field agents, managers apart; without a value it follows from the staff per inhabitant.",
    )
    services: int | None = parameter(
        None, unit="count", valid=(1, 500), plausible=(4, 60), symbol="n_serv", resolved=True, lever=True,
        source=Text(
            "hypothèse : environ 40 agents par service, de 4 à 60 services",
            "assumption: about 40 field agents a service, from 4 to 60 services",
        ),
        fr="Nombre de services ; sans valeur, un pour quarante agents, entre 4 et 60.",
        en="Number of services; without a value one for forty agents, between 4 and 60.",
    )
    simulated_citizens: int = parameter(
        2_000, unit="people", valid=(0, 2_000_000), plausible=(1_000, 5_000), lever=True,
        fr="Nombre de citoyens réellement simulés ; chacun en représente plusieurs.",
        en="Number of citizens actually simulated; each stands for several.",
    )
    districts: int | None = parameter(
        None, unit="count", valid=(0, 200), plausible=(2, 8), resolved=True,
        source=Text(
            "hypothèse : un pour 10 000 habitants, de 2 à 8 ; aucun dans une région",
            "assumption: one for 10 000 inhabitants, from 2 to 8; none in a région",
        ),
        fr="Nombre de quartiers (ou de communes, de cantons) ayant chacun un élu ; aucun dans une région.",
        en="Number of districts (or communes, or cantons) with one élu each; none in a région.",
    )
    staff_per_1000: float | None = parameter(
        None, unit="people per 1 000 inhabitants", valid=(0.1, 60), plausible=(1, 30), resolved=True,
        source=Text(
            "source publique : statistiques de la fonction publique territoriale, par type de collectivité",
            "public: territorial civil service statistics, by type of authority",
        ),
        fr="Agents de terrain pour 1 000 habitants ; sans valeur, le taux du type de collectivité.",
        en="Field agents per 1 000 inhabitants; without a value, the ratio of the type of authority.",
    )
    budget_eur_per_inhabitant: float | None = parameter(
        None, unit="EUR per inhabitant and year", valid=(1, 20_000), plausible=(300, 2_000), symbol="B_op",
        resolved=True,
        source=Text(
            "source publique : comptes des collectivités, par type (euros de 2018)",
            "public: local accounts, by type of authority (euros of 2018)",
        ),
        fr="Budget de fonctionnement par habitant et par an ; sans valeur, celui du type de collectivité.",
        en="Operating budget per inhabitant and year; without a value, that of the type of authority.",
    )
    team_size: float = parameter(
        9.0, unit="people", valid=(2, 50), plausible=(5, 15),
        fr="Taille moyenne d'une équipe de première ligne.",
        en="Mean size of a first-line team.",
    )
    category_a_share: float = parameter(
        0.10, unit="share", valid=(0, 1), plausible=(0.06, 0.15),
        source=Text(
            "source publique : statistiques de la fonction publique territoriale, 2012-2013",
            "public: statistics of the territorial civil service, 2012-2013",
        ),
        fr="Part des agents de catégorie A (encadrement et conception).",
        en="Share of field agents in category A (design and management grade).",
    )
    category_b_share: float = parameter(
        0.14, unit="share", valid=(0, 1), plausible=(0.10, 0.20),
        source=Text(
            "source publique : statistiques de la fonction publique territoriale, 2012-2013",
            "public: statistics of the territorial civil service, 2012-2013",
        ),
        fr="Part des agents de catégorie B (application) ; les autres sont en catégorie C (exécution).",
        en="Share of field agents in category B (intermediate grade); the others are in category C.",
    )
    front_share: float = parameter(
        0.6, unit="share", valid=(0, 1), plausible=(0.3, 0.8),
        fr="Part des agents en contact avec le public.",
        en="Share of field agents in contact with the public.",
    )
    neutrality_share: float = parameter(
        0.15, unit="share", valid=(0, 1), plausible=(0.05, 0.4), symbol="nu",
        source=Text(
            "hypothèse, d'après l'étude : III.D (agents qui refusent au nom de la neutralité)",
            "assumption, after the study: III.D (agents who decline in the name of neutrality)",
        ),
        fr="Part des agents pour qui donner son avis heurte le devoir de neutralité.",
        en="Share of field agents for whom giving an opinion offends the duty of neutrality.",
    )
    initial_practice: float = parameter(
        0.012, unit="share", valid=(0, 1), plausible=(0.005, 0.03), symbol="x(0)",
        fr="Part des agents qui pratiquent déjà au premier mois.",
        en="Share of field agents who already practise in the first month.",
    )
    motivation_alpha: float = parameter(
        5.5, unit="shape", valid=(0.05, 100), plausible=HALF, symbol="m0",
        source=Text(
            "hypothèse, d'après les baromètres publics des agents territoriaux",
            "assumption, after public barometers of local civil servants",
        ),
        fr="Premier paramètre de la loi bêta de la motivation de départ.",
        en="First parameter of the beta distribution of starting motivation.",
    )
    motivation_beta: float = parameter(
        4.5, unit="shape", valid=(0.05, 100), plausible=HALF, symbol="m0",
        source=Text(
            "hypothèse, d'après les baromètres publics des agents territoriaux",
            "assumption, after public barometers of local civil servants",
        ),
        fr="Second paramètre de la loi bêta de la motivation de départ.",
        en="Second parameter of the beta distribution of starting motivation.",
    )
    cynicism_alpha: float = parameter(
        3.0, unit="shape", valid=(0.05, 100), plausible=HALF, symbol="c0",
        fr="Premier paramètre de la loi bêta du désabusement de départ.",
        en="First parameter of the beta distribution of starting cynicism.",
    )
    cynicism_beta: float = parameter(
        7.0, unit="shape", valid=(0.05, 100), plausible=HALF, symbol="c0",
        fr="Second paramètre de la loi bêta du désabusement de départ.",
        en="Second parameter of the beta distribution of starting cynicism.",
    )
    agent_day_eur: float = parameter(
        200.0, unit="EUR a day", valid=(0, 1_000), plausible=(150, 300),
        fr="Coût complet d'une journée d'agent.",
        en="Full cost of a day of a field agent.",
    )

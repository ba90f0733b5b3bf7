"""The programme: what kind, how many people, when, and how it may end."""

from enum import StrEnum
from typing import ClassVar

from sim.config.parameter import HALF, Group, parameter
from sim.core.text import Text


class Kind(StrEnum):
    """Name of the programme, for words only: every effect is in the other keys."""

    NONE = "none"
    AMBASSADORS = "ambassadors"
    SPRINT = "sprint"
    FIELD_TEAM = "field_team"
    INSTRUMENT = "instrument"
    TERRITORIAL = "territorial"
    IDEA_CALL = "idea_call"
    FLASH = "flash"


class Recruitment(StrEnum):
    """Among whom participants are sought."""

    DIVERSE = "diverse"
    CLUSTERED = "clustered"
    DIRECTED = "directed"
    RANDOM = "random"


class Launch(StrEnum):
    """Whether the launch is tested against the budget, or given as a fact."""

    TEST = "test"
    GIVEN = "given"


class Ties(StrEnum):
    """Ties that the programme makes among its participants."""

    CLIQUE = "clique"
    STAR = "star"
    NONE = "none"


class Programme(Group):
    """The participatory programme that a scenario adds to the authority."""

    title: ClassVar[Text] = Text("La démarche", "The programme")
    acts: ClassVar[Text] = Text(
        "lancement, recrutement, abandons, réussites, arrêt, liens entre participants, offres aux citoyens",
        "launch, recruitment, drop-out, wins, abort, ties among participants, offers to citizens",
    )

    enabled: bool = parameter(
        True, lever=True,
        fr="Une démarche est prévue ; sans elle, la collectivité suit son cours.",
        en="A programme is planned; without it the authority goes its own way.",
    )
    kind: Kind = parameter(
        Kind.NONE, source=Text("étude : fiches de cas", "study: case sheets"),
        fr="Nom du type de démarche, pour les textes ; chaque effet a sa propre clé.",
        en="Name of the kind of programme, for the wording; every effect has its own key.",
    )
    ambassadors: int = parameter(
        20, unit="people", valid=(0, 5_000), plausible=(5, 60), symbol="n_amb", lever=True, source="study: I.B.2.b",
        fr="Nombre d'agents volontaires qui participent.",
        en="Number of volunteer field agents who take part.",
    )
    start_month: int = parameter(
        12, unit="month", valid=(0, 300), plausible=(12, 24), lever=True,
        fr="Mois simulé où la démarche commence.",
        en="Simulated month when the programme starts.",
    )
    duration_months: int = parameter(
        16, unit="months", valid=(1, 240), plausible=(6, 36), lever=True, source="study: I.B.2.b",
        fr="Durée de la démarche.",
        en="Length of the programme.",
    )
    permanent: bool = parameter(
        False, lever=True,
        fr="La démarche n'a pas de fin prévue.",
        en="The programme has no planned end.",
    )
    recruitment: Recruitment = parameter(
        Recruitment.DIVERSE, lever=True,
        source=Text("étude : Cas-T (le plus divers possible)", "study: Cas-T (as diverse as possible)"),
        fr="Où l'on recrute : partout, dans quelques services, dans une direction, ou au hasard.",
        en="Where participants are sought: everywhere, in a few services, in one directorate, or at random.",
    )
    recruitment_services: int = parameter(
        3, unit="count", valid=(1, 500), plausible=(1, 10), lever=True,
        fr="Nombre de services où l'on recrute quand le recrutement est groupé.",
        en="Number of services where participants are sought when recruitment is clustered.",
    )
    launch: Launch = parameter(
        Launch.TEST, lever=True,
        fr="Le lancement dépend du budget (test), ou il est donné parce qu'il a eu lieu.",
        en="The launch depends on the budget (test), or is given because it took place.",
    )
    wins: float = parameter(
        4.0, unit="count", valid=(0, 50), plausible=HALF,
        source=Text("hypothèse : quelques cas réels par démarche", "assumption: a handful of cases in a programme"),
        fr="Nombre de réussites attendues de vingt participants sur la durée de référence.",
        en="Number of wins expected of twenty participants over the reference duration.",
    )
    wins_duration_months: float = parameter(
        16.0, unit="months", valid=(1, 240), plausible=(6, 36),
        fr="Durée de référence sur laquelle les réussites sont comptées.",
        en="Reference duration over which wins are counted.",
    )
    facilitated: bool = parameter(
        True, lever=True,
        fr="Un accompagnement extérieur, payé par le prix de la démarche, multiplie les réussites.",
        en="Outside facilitation, paid by the fee of the programme, multiplies wins.",
    )
    abortable: bool = parameter(
        True,
        fr="La démarche peut être arrêtée faute de portage.",
        en="The programme may be aborted for lack of sponsorship.",
    )
    ties: Ties = parameter(
        Ties.CLIQUE,
        fr="Liens que la démarche crée : tous avec tous, tous avec la personne qui anime, ou aucun.",
        en="Ties made by the programme: all with all, all with the lead, or none.",
    )
    direct_voice: float = parameter(
        0.6, unit="share", valid=(0, 1),
        fr="Part de la parole recueillie par la démarche qui ne passe pas par les élus.",
        en="Share of the voice gathered by the programme that does not pass by the élus.",
    )
    salience: float = parameter(
        0.0, unit="log-odds", valid=(0, 3), lever=True, source="assumption, after the study: Cas-PNU",
        fr="Intérêt direct que l'objet de la démarche a pour les citoyens.",
        en="Direct interest of the programme's object for citizens.",
    )
    offers_per_year: float = parameter(
        1.0, unit="offers a year", valid=(0, 12), lever=True,
        fr="Offres de participation par quartier et par an pendant la démarche.",
        en="Participatory offers per district and year during the programme.",
    )
    letter: float = parameter(
        0.0, unit="level", valid=(0, 1), lever=True, source="study: II.B.1.b",
        fr="Lettre de mission, qui réduit la tension dans l'équipe.",
        en="Mission letter, which lowers tension in the team.",
    )
    return_experience: float = parameter(
        0.3, unit="level", valid=(0, 1), lever=True, source="study: II.B.1.b",
        fr="Retour d'expérience des participants vers leur équipe.",
        en="Experience that participants bring back to their team.",
    )
    training: float = parameter(
        0.8, unit="level", valid=(0, 1), lever=True, source="study: I.B.2.a",
        fr="Formation des participants ; sans elle, la méthode déstabilise.",
        en="Training of participants; without it the method unsettles them.",
    )
    evaluation: float = parameter(
        0.0, unit="level", valid=(0, 1), lever=True, source="study: II.B.2.a",
        fr="Évaluation continue, qui rend les réussites visibles.",
        en="Continuous evaluation, which makes wins visible.",
    )
    lead: bool = parameter(
        False, source="study: I.B.2.a",
        fr="La démarche repose sur une seule personne.",
        en="The programme rests on one person.",
    )
    lead_hazard: float = parameter(
        0.01, unit="probability a month", valid=(0, 1), plausible=(0.003, 0.03),
        fr="Probabilité mensuelle que cette personne parte.",
        en="Monthly probability that this person leaves.",
    )
    succession_plan: float = parameter(
        0.0, unit="level", valid=(0, 1), lever=True, source="study: I.B.2.a",
        fr="Préparation de la relève de cette personne.",
        en="Preparation of the succession of this person.",
    )
    lead_absence_months: float = parameter(
        6.0, unit="months", valid=(0, 60), plausible=HALF,
        fr="Durée pendant laquelle le départ de cette personne ralentit les réussites.",
        en="Time during which the departure of this person slows wins.",
    )
    lead_absent_factor: float = parameter(
        0.5, unit="factor", valid=(0, 1), plausible=HALF,
        fr="Part des réussites qui reste pendant ce temps.",
        en="Share of wins that remains during that time.",
    )
    volunteer_motivation: float = parameter(
        2.0, unit="exponent", valid=(0, 10), plausible=(0, 3),
        source=Text(
            "étude : III.D (les volontaires sont déjà convaincus) ; taille : hypothèse",
            "study: III.D (volunteers are already convinced); size: assumption",
        ),
        fr="Combien la motivation pousse à se porter volontaire : poids m à cette puissance.",
        en="How far motivation makes people volunteer: weight m to this power.",
    )
    volunteer_cynicism: float = parameter(
        3.0, unit="exponent", valid=(0, 10), plausible=(0, 5),
        source=Text(
            "étude : III.D (les volontaires sont déjà convaincus) ; taille : hypothèse",
            "study: III.D (volunteers are already convinced); size: assumption",
        ),
        fr="Combien le désabusement retient de se porter volontaire : poids (1 - c) à cette puissance.",
        en="How far cynicism keeps people from volunteering: weight (1 - c) to this power.",
    )
    dropout_early: float = parameter(
        0.018, unit="probability a month", valid=(0, 1), plausible=(0.01, 0.03), symbol="h1",
        source=Text("étude : III.D (2 à 3 personnes sur 20 arrêtent)", "study: III.D (2 to 3 of 20 stop)"),
        fr="Probabilité mensuelle de quitter la démarche au début, en plus du fond.",
        en="Monthly probability of leaving the programme early on, above the background.",
    )
    dropout_late: float = parameter(
        0.0015, unit="probability a month", valid=(0, 1), plausible=(0.0005, 0.005), symbol="h2",
        source=Text("étude : III.D (2 à 3 personnes sur 20 arrêtent)", "study: III.D (2 to 3 of 20 stop)"),
        fr="Probabilité mensuelle de fond de quitter la démarche.",
        en="Background monthly probability of leaving the programme.",
    )
    dropout_months: float = parameter(
        6.0, unit="months", valid=(0.1, 120), plausible=HALF,
        fr="Temps au bout duquel l'excès de départs du début a nettement reculé.",
        en="Time after which the early excess of drop-out has clearly receded.",
    )
    dropout_tension: float = parameter(
        0.5, unit="log-hazard", valid=(0, 5), plausible=HALF,
        fr="Effet de la tension dans l'équipe sur les départs de la démarche.",
        en="Effect of tension in the team on drop-out.",
    )
    abort_sponsor: float = parameter(
        0.25, unit="level", valid=(0, 1), plausible=(0.15, 0.35), symbol="S_min",
        fr="Portage politique au-dessous duquel la démarche est menacée.",
        en="Political sponsorship below which the programme is at risk.",
    )
    abort_hazard: float = parameter(
        0.35, unit="probability a month", valid=(0, 1), plausible=(0.1, 0.6),
        fr="Probabilité mensuelle d'arrêt d'une démarche menacée.",
        en="Monthly probability that a programme at risk is aborted.",
    )
    abort_months: int = parameter(
        3, unit="months", valid=(1, 60), plausible=(1, 6),
        fr="Nombre de mois de portage trop faible avant que l'arrêt soit possible.",
        en="Number of months of too weak sponsorship before an abort is possible.",
    )
    abort_administration: float = parameter(
        0.7, unit="factor", valid=(0, 1), plausible=(0.4, 1), source="assumption, after the study: I.B.2.a",
        fr="Ce qui reste de la posture de la direction générale après un arrêt.",
        en="What remains of the support of the direction générale after an abort.",
    )
    abort_team: float = parameter(
        0.4, unit="factor", valid=(0, 1), plausible=HALF, source="assumption, after the study: I.B.2.a",
        fr="Part du choc de l'arrêt qui touche les équipes des participants.",
        en="Share of the shock of an abort that reaches the participants' teams.",
    )
    abort_all: float = parameter(
        0.2, unit="factor", valid=(0, 1), plausible=(0.04, 0.3), source="assumption, after the study: I.B.2.a",
        fr="Part du choc de l'arrêt qui touche tous les agents.",
        en="Share of the shock of an abort that reaches all field agents.",
    )
    effective_depth: int = parameter(
        7, unit="levels", valid=(1, 7), plausible=(1, 7), lever=True, source="study: Cas-CB",
        fr="Nombre de niveaux que les remontées des participants franchissent au plus pendant la démarche (7 : tous).",
        en="Number of levels that participants' items climb at most while the programme runs (7: all).",
    )
    protected: float = parameter(
        0.0, unit="level", valid=(0, 1), symbol="F_job", lever=True, source="study: Cas-EJM",
        fr="Place de la mission dans la fiche de poste des participants.",
        en="Written place of the task in the participants' job descriptions.",
    )
    peer_workers: int = parameter(
        0, unit="people", valid=(0, 500), plausible=(0, 10), lever=True, source="study: II.A.2.a",
        fr="Nombre de pairs-aidants recrutés.",
        en="Number of peer workers recruited.",
    )
    idea_factor: float = parameter(
        1.0, unit="factor", valid=(0, 20), plausible=(1, 5), lever=True, source="assumption, after the study: III.D",
        fr="Multiplie les remontées spontanées pendant un appel à idées.",
        en="Multiplies spontaneous items while an idea call is open.",
    )
    flash_rate: float = parameter(
        0.0, unit="probability a month", valid=(0, 1), lever=True, source="study: II.B.2.a",
        fr="Chance qu'un atelier court ait lieu dans le mois (un au plus).",
        en="Chance that a short workshop is held in the month (one at most).",
    )
    flash_people: int = parameter(
        12, unit="people", valid=(0, 500), plausible=(10, 15), lever=True,
        source="assumption, after the study: II.B.2.a",
        fr="Nombre d'agents exposés à chaque atelier court.",
        en="Number of field agents exposed by each short workshop.",
    )
    flash_win: float = parameter(
        0.3, unit="probability", valid=(0, 1), plausible=HALF,
        fr="Probabilité qu'un atelier court donne une réussite.",
        en="Probability that a short workshop gives a win.",
    )
    instrument: bool = parameter(
        False, lever=True, source="study: Cas-BV",
        fr="La direction équipe les services d'un baromètre de satisfaction.",
        en="The direction générale equips services with a satisfaction barometer.",
    )

"""Political sponsorship: how far the élus carry the approach, and how that changes."""

from enum import StrEnum
from typing import ClassVar

from sim.config.parameter import HALF, Group, parameter
from sim.core.text import Text


class Succession(StrEnum):
    """Who follows a sponsor that leaves."""

    SAME_MAJORITY = "same_majority"
    ALTERNANCE = "alternance"
    MERGER = "merger"


class Sponsorship(Group):
    """Willingness of the élus and of the direction générale, not the quality of any person."""

    title: ClassVar[Text] = Text("Le portage politique et administratif", "Political and administrative sponsorship")
    acts: ClassVar[Text] = Text(
        "étape politique : portage, dépossession, départs ; signal reçu par les agents",
        "political step: sponsorship, dispossession, departures; signal received by field agents",
    )

    level: float = parameter(
        0.65, unit="level", valid=(0, 1), symbol="S_m", lever=True,
        source=Text(
            "hypothèse : milieu de la plage codée (0,2 à 0,9) des Transfo de l'étude",
            "assumption: middle of the coded range 0.2-0.9 of the study's Transfo programmes",
        ),
        fr="Portage du chef de l'exécutif : 0,1 il laisse faire, 0,5 il soutient en bureau, 0,9 il y vient.",
        en="Sponsorship of the head of the executive: 0.1 lets it happen, 0.5 supports it in council, 0.9 attends.",
    )
    thematic: float | None = parameter(
        None, unit="level", valid=(0, 1), symbol="S_t", resolved=True, lever=True,
        source=Text(
            "hypothèse : celui du chef de l'exécutif, au moins 0,5",
            "assumption: that of the head of the executive, at least 0.5",
        ),
        fr="Portage des élus thématiques ; sans valeur, celui du chef de l'exécutif et au moins 0,5.",
        en="Sponsorship of thematic élus; without a value that of the head of the executive, at least 0.5.",
    )
    district: float = parameter(
        0.35, unit="level", valid=(0, 1), symbol="S_q", lever=True,
        fr="Portage des élus de quartier.",
        en="Sponsorship of district élus.",
    )
    involvement: float = parameter(
        0.3, unit="level", valid=(0, 1), symbol="J_m", lever=True, source="assumption, after the study: Cas-T",
        fr="Temps et présence que le chef de l'exécutif y met lui-même, indépendants de son portage.",
        en="Time and presence given by the head of the executive, independent of the sponsorship.",
    )
    administration: float = parameter(
        0.5, unit="level", valid=(0, 1), symbol="A", lever=True, source="assumption, after the study: SYN",
        fr="Portage de la direction générale au départ.",
        en="Sponsorship of the direction générale at the start.",
    )
    departure_month: int | None = parameter(
        None, unit="month", valid=(0, 359), plausible=(12, 60), lever=True,
        source=Text(
            "étude : Cas-T (des élus qui partent en cours de démarche)",
            "study: Cas-T (sponsors who leave in the course of a programme)",
        ),
        fr="Mois simulé où le chef de l'exécutif part ; sans valeur, aucun départ n'est imposé.",
        en="Simulated month when the head of the executive leaves; without a value no departure is imposed.",
    )
    succession: Succession = parameter(
        Succession.SAME_MAJORITY, lever=True,
        source=Text(
            "droit : entre deux élections, l'assemblée élit le successeur",
            "law: the council elects the successor between elections",
        ),
        fr="Qui succède : la même majorité, une alternance, ou l'exécutif d'une fusion.",
        en="Who follows: the same majority, another camp, or the executive of a merger.",
    )
    successor_level: float | None = parameter(
        None, unit="level", valid=(0, 1), lever=True,
        fr="Portage du successeur ; sans valeur, il est tiré au sort selon la succession.",
        en="Sponsorship of the successor; without a value it is drawn according to the succession.",
    )
    successor_involvement: float | None = parameter(
        None, unit="level", valid=(0, 1), lever=True,
        fr="Implication du successeur ; sans valeur, elle est tirée au sort.",
        en="Involvement of the successor; without a value it is drawn.",
    )
    merger_alpha: float = parameter(
        1.5, unit="shape", valid=(0.05, 100), plausible=HALF, source="assumption, after the study: I.B.2.c",
        fr="Premier paramètre de la loi bêta du portage après une fusion.",
        en="First parameter of the beta distribution of sponsorship after a merger.",
    )
    merger_beta: float = parameter(
        4.0, unit="shape", valid=(0.05, 100), plausible=HALF, source="assumption, after the study: I.B.2.c",
        fr="Second paramètre de la loi bêta du portage après une fusion.",
        en="Second parameter of the beta distribution of sponsorship after a merger.",
    )
    alternance_alpha: float = parameter(
        2.0, unit="shape", valid=(0.05, 100), plausible=HALF,
        fr="Premier paramètre de la loi bêta du portage après une alternance.",
        en="First parameter of the beta distribution of sponsorship after a change of camp.",
    )
    alternance_beta: float = parameter(
        2.5, unit="shape", valid=(0.05, 100), plausible=HALF,
        fr="Second paramètre de la loi bêta du portage après une alternance.",
        en="Second parameter of the beta distribution of sponsorship after a change of camp.",
    )
    same_majority_sd: float = parameter(
        0.15, unit="level", valid=(0, 1), plausible=(0.05, 0.3),
        fr="Écart-type du portage d'un successeur de la même majorité autour de celui qui part.",
        en="Standard deviation of the sponsorship of a same-majority successor around that of the one who leaves.",
    )
    involvement_penalty: float = parameter(
        0.6, unit="log-odds", valid=(0, 2), plausible=HALF,
        source=Text("étude : Cas-EJM (conduite déséquilibrée)", "study: Cas-EJM (conduct out of balance)"),
        fr="Recul de la posture de la direction générale quand l'implication du maire dépasse 0,8.",
        en="Loss of support of the direction générale when the mayor's involvement exceeds 0.8.",
    )
    command: float = parameter(
        0.2, unit="level", valid=(0, 1), symbol="C", lever=True,
        source=Text("étude : Cas-T (commande faible)", "study: Cas-T (weak command)"),
        fr="Précision de la commande politique ; un minimum protège la légitimité des élus.",
        en="Precision of the political command; a minimum protects the legitimacy of the élus.",
    )
    debate: float = parameter(
        0.0, unit="level", valid=(0, 1), symbol="elus.debate", lever=True,
        source=Text("étude : recommandation sur le débat entre élus", "study: recommendation on élus' debate"),
        fr="Intensité du débat entre élus sur leur rôle, qui réduit la dépossession.",
        en="Intensity of the debate among élus on their role, which lowers dispossession.",
    )
    weight_mayor: float = parameter(
        0.6, unit="share", valid=(0, 1), symbol="w_m",
        fr="Poids du chef de l'exécutif dans le portage politique d'ensemble.",
        en="Weight of the head of the executive in overall political sponsorship.",
    )
    weight_thematic: float = parameter(
        0.2, unit="share", valid=(0, 1), symbol="w_t",
        fr="Poids des élus thématiques dans le portage politique d'ensemble.",
        en="Weight of thematic élus in overall political sponsorship.",
    )
    weight_district: float = parameter(
        0.2, unit="share", valid=(0, 1), symbol="w_q",
        fr="Poids des élus de quartier dans le portage politique d'ensemble.",
        en="Weight of district élus in overall political sponsorship.",
    )
    district_loss: float = parameter(
        0.35, unit="share", valid=(0, 1), plausible=HALF, symbol="omega_d",
        fr="Perte de portage d'ensemble quand tous les élus de quartier se sentent dépossédés.",
        en="Loss of overall sponsorship when all district élus feel dispossessed.",
    )
    drift: float = parameter(
        0.03, unit="share a month", valid=(0, 1), plausible=HALF, symbol="rho_S",
        fr="Vitesse à laquelle le portage d'un élu rejoint sa conviction du moment.",
        en="Speed at which an élu's sponsorship moves to the conviction of the moment.",
    )
    drift_district: float = parameter(
        0.05, unit="share a month", valid=(0, 1), plausible=HALF, symbol="rho_S",
        fr="La même vitesse pour un élu de quartier.",
        en="The same speed for a district élu.",
    )
    evidence_pull: float = parameter(
        0.25, unit="level", valid=(0, 2), plausible=HALF, symbol="s_E",
        fr="Gain de portage que donnent les résultats visibles.",
        en="Gain of sponsorship from visible results.",
    )
    involvement_pull: float = parameter(
        0.1, unit="level", valid=(0, 2), plausible=HALF, symbol="s_J",
        fr="Gain de portage que donne l'implication personnelle.",
        en="Gain of sponsorship from personal involvement.",
    )
    debate_pull: float = parameter(
        0.15, unit="level", valid=(0, 2), plausible=HALF, symbol="s_B",
        source=Text(
            "étude : I.B.1.b, Cas-PNU (le débat en fait bouger une partie, d'autres jamais) ; taille : hypothèse",
            "study: I.B.1.b, Cas-PNU (debate moves part of them, others never); size: assumption",
        ),
        fr="Gain de portage que donne un débat régulier entre élus au plus ouvert d'entre eux.",
        en="Gain of sponsorship that regular debate among élus gives to the most flexible of them.",
    )
    quality_pull: float = parameter(
        0.2, unit="level", valid=(0, 2), plausible=HALF, symbol="s_Y",
        fr="Gain de portage que donne la qualité perçue par les citoyens de l'élu, au-dessus de 0,75.",
        en="Gain of sponsorship from the quality perceived by the élu's own citizens, above 0.75.",
    )
    dispossession_push: float = parameter(
        0.1, unit="level", valid=(0, 2), plausible=HALF, symbol="s_d",
        fr="Perte de portage d'un élu qui se sent dépossédé de son rôle de relais.",
        en="Loss of sponsorship of an élu who feels dispossessed of the role of relay.",
    )
    dispossession_push_district: float = parameter(
        0.4, unit="level", valid=(0, 2), plausible=HALF, symbol="s_d", source="assumption, after the study: I.B.1.b",
        fr="La même perte pour un élu de quartier.",
        en="The same loss for a district élu.",
    )
    dispossession_gain: float = parameter(
        1.2, unit="factor", valid=(0, 3), plausible=(0, 2), symbol="k_D",
        fr="Dépossession ressentie quand toute la parole des citoyens passe à côté des élus.",
        en="Dispossession felt when all of the citizens' voice passes by the élus.",
    )
    dispossession_rate: float = parameter(
        0.1, unit="share a month", valid=(0, 1), plausible=(0.03, 0.3), symbol="lambda_d",
        fr="Vitesse à laquelle la dépossession suit la parole qui contourne les élus.",
        en="Speed at which dispossession follows the voice that passes by the élus.",
    )
    role_mayor: float = parameter(
        0.2, unit="factor", valid=(0, 1), plausible=HALF, symbol="role_e",
        fr="Sensibilité du chef de l'exécutif à la dépossession.",
        en="Sensitivity of the head of the executive to dispossession.",
    )
    role_thematic: float = parameter(
        0.3, unit="factor", valid=(0, 1), plausible=HALF, symbol="role_e",
        fr="Sensibilité des élus thématiques à la dépossession.",
        en="Sensitivity of thematic élus to dispossession.",
    )
    role_district: float = parameter(
        1.0, unit="factor", valid=(0, 1), plausible=HALF, symbol="role_e",
        source="assumption, after the study: I.B.1.b",
        fr="Sensibilité des élus de quartier à la dépossession.",
        en="Sensitivity of district élus to dispossession.",
    )
    involvement_thematic_factor: float = parameter(
        0.5, unit="factor", valid=(0, 1), plausible=HALF,
        fr="Implication des élus thématiques, en proportion de celle du chef de l'exécutif.",
        en="Involvement of thematic élus, as a proportion of that of the head of the executive.",
    )
    involvement_district: float = parameter(
        0.2, unit="level", valid=(0, 1), plausible=HALF,
        fr="Implication des élus de quartier.",
        en="Involvement of district élus.",
    )
    p_new_mayor: float = parameter(
        0.287, unit="probability", valid=(0, 1), plausible=(0.2, 0.4),
        source=Text("source publique : élections municipales françaises", "public: French municipal elections"),
        fr="Probabilité qu'une élection change le chef de l'exécutif.",
        en="Probability that an election changes the head of the executive.",
    )
    p_camp_change: float = parameter(
        0.164, unit="probability", valid=(0, 1), plausible=(0.1, 0.25),
        source=Text("source publique : élections municipales françaises", "public: French municipal elections"),
        fr="Probabilité qu'une élection change de camp (comprise dans la précédente).",
        en="Probability that an election changes the camp in power (part of the former).",
    )
    departure_hazard: float = parameter(
        0.00122, unit="probability a month", valid=(0, 1), plausible=(0.0005, 0.003),
        source=Text(
            "source publique : maires remplacés entre deux élections",
            "public: mayors replaced between two elections",
        ),
        fr="Probabilité mensuelle que le chef de l'exécutif parte en cours de mandat.",
        en="Monthly probability that the head of the executive leaves in mid-mandate.",
    )
    dgs_leaves_after_change: float = parameter(
        0.3, unit="probability", valid=(0, 1), plausible=(0, 0.6),
        fr="Probabilité que le DGS parte dans l'année qui suit un changement de camp ou une fusion.",
        en="Probability that the DGS leaves in the year that follows a change of camp or a merger.",
    )
    dgs_leaves_same_majority: float = parameter(
        0.1, unit="probability", valid=(0, 1), plausible=(0, 0.3),
        fr="La même probabilité quand la majorité reste la même.",
        en="The same probability when the majority stays the same.",
    )
    dgs_alpha: float = parameter(
        3.0, unit="shape", valid=(0.05, 100), plausible=HALF,
        fr="Premier paramètre de la loi bêta de la posture d'un nouveau DGS.",
        en="First parameter of the beta distribution of a new DGS's stance.",
    )
    dgs_beta: float = parameter(
        3.0, unit="shape", valid=(0.05, 100), plausible=HALF,
        fr="Second paramètre de la loi bêta de la posture d'un nouveau DGS.",
        en="Second parameter of the beta distribution of a new DGS's stance.",
    )
    commitment: float = parameter(
        0.0, unit="level", valid=(0, 0.5), plausible=(0, 0.2), lever=True,
        source="assumption, after the study: II.A.1.b, II.A.2.c",
        fr="Ce qu'un engagement public ou une rencontre vécue ajoute à la conviction de chaque élu.",
        en="What a public commitment or a lived encounter adds to the conviction of each élu.",
    )

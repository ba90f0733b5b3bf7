"""Managers: their stance towards the practice, and what moves it."""

from typing import ClassVar

from sim.config.parameter import HALF, Group, parameter
from sim.core.text import Text


class Management(Group):
    """Stance is willingness in a situation (0 holds back, 1 carries), never a judgement on a person."""

    title: ClassVar[Text] = Text("Les managers", "Managers")
    acts: ClassVar[Text] = Text(
        "posture des managers, du DGS vers le terrain",
        "stance of managers, from the DGS down",
    )

    stance: float = parameter(
        0.42, unit="level", valid=(0, 1), plausible=(0.2, 0.7), symbol="M", lever=True,
        fr="Posture moyenne des managers au départ.",
        en="Mean stance of managers at the start.",
    )
    stance_spread: float = parameter(
        0.15, unit="level", valid=(0, 0.5), plausible=(0.05, 0.25), symbol="M", lever=True,
        fr="Écart-type de la posture des managers au départ ; 0 les rend tous semblables.",
        en="Standard deviation of managers' stance at the start; 0 makes them all alike.",
    )
    rate: float = parameter(
        0.08, unit="share a month", valid=(0, 1), plausible=(0.03, 0.2), symbol="eta_M",
        fr="Vitesse à laquelle la posture d'un manager suit ce qu'il vit.",
        en="Speed at which a manager's stance follows what he or she lives through.",
    )
    shift: float = parameter(
        0.0, unit="log-odds", valid=(-2, 2), plausible=(-0.8, 0.8), symbol="m0", fit=True,
        fr="Décalage du niveau de repos de la posture, par rapport à celui que fixe la posture de départ.",
        en="Shift of the resting level of stance, against the one set by the starting stance.",
    )
    boss: float = parameter(
        1.2, unit="log-odds", valid=(0, 5), plausible=HALF, symbol="m_B",
        fr="Effet de la posture du supérieur.",
        en="Effect of the stance of the superior.",
    )
    evidence: float = parameter(
        2.0, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="m_E",
        source="assumption, after the study: I.B.1.a",
        fr="Effet des résultats visibles dans le service.",
        en="Effect of visible results in the service.",
    )
    sponsor: float = parameter(
        0.8, unit="log-odds", valid=(0, 5), plausible=HALF, symbol="m_S",
        fr="Effet du portage politique.",
        en="Effect of political sponsorship.",
    )
    tension: float = parameter(
        4.0, unit="log-odds", valid=(0, 15), plausible=HALF, symbol="m_T",
        source="assumption, after the study: I.B.2.b",
        fr="Effet des absences d'agents prêtés à la démarche.",
        en="Effect of the absence of agents lent to the programme.",
    )
    role_threat: float = parameter(
        0.6, unit="log-odds", valid=(0, 5), plausible=HALF, symbol="m_R",
        source="assumption, after the study: II.B.1.b",
        fr="Effet d'une équipe qui pratique sous un supérieur qui n'y adhère pas.",
        en="Effect of a team that practises under a superior who does not support it.",
    )
    formal: float = parameter(
        0.3, unit="log-odds", valid=(0, 5), plausible=HALF, symbol="m_F",
        fr="Effet de l'inscription au projet d'administration.",
        en="Effect of a written place in the administration project.",
    )
    training_gain: float = parameter(
        0.8, unit="log-odds", valid=(0, 5), plausible=HALF, symbol="m_Tr",
        fr="Effet d'une formation complète des managers.",
        en="Effect of full training of the managers.",
    )
    training: float = parameter(
        0.0, unit="level", valid=(0, 1), lever=True,
        source=Text("étude : recommandation sur le manager animateur", "study: recommendation on managers as coaches"),
        fr="Formation des managers à l'animation et à l'écoute.",
        en="Training of managers in facilitation and listening.",
    )
    dgs_sponsor: float = parameter(
        2.2, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="a_S",
        fr="Effet du portage politique sur la direction générale.",
        en="Effect of political sponsorship on the direction générale.",
    )
    dgs_evidence: float = parameter(
        6.0, unit="log-odds", valid=(0, 20), plausible=HALF, symbol="a_E",
        source="assumption, after the study: Cas-EJM",
        fr="Effet des résultats visibles sur la direction générale.",
        en="Effect of visible results on the direction générale.",
    )
    dgs_cases: float = parameter(
        3.0, unit="log-odds", valid=(0, 20), plausible=HALF, symbol="a_C",
        source=Text(
            "étude : Cas-EJM (premiers résultats : direction de 0,4 à 0,8) ; taille : hypothèse",
            "study: Cas-EJM (first results: top management from 0.4 to 0.8); size: assumption",
        ),
        fr="Effet des cas réussis qu'on lui montre sur la direction générale.",
        en="Effect of the successful cases that it is shown on the direction générale.",
    )
    span_reference: float = parameter(
        8.0, unit="people", valid=(1, 100), plausible=(5, 12), symbol="b_ref",
        fr="Nombre de personnes encadrées à partir duquel un manager est surchargé.",
        en="Number of people managed from which a manager is overloaded.",
    )
    salary_eur_year: float = parameter(
        60_000.0, unit="EUR a year", valid=(0, 500_000), plausible=(45_000, 80_000),
        fr="Coût annuel complet d'un poste de manager.",
        en="Full yearly cost of a manager's post.",
    )

"""The lab: its creation, its closure, what it brings."""

from typing import ClassVar

from sim.config.parameter import HALF, Group, parameter
from sim.core.text import Text


class Lab(Group):
    """Creation and persistence are two hazards."""

    title: ClassVar[Text] = Text("Le labo", "The lab")
    acts: ClassVar[Text] = Text(
        "création et fermeture du labo, en fin de mois",
        "creation and closure of the lab, at month's end",
    )

    window_before: int = parameter(
        3, unit="months", valid=(0, 60), plausible=(0, 6),
        fr="Nombre de mois avant la fin de la démarche où un labo peut naître.",
        en="Number of months before the end of the programme when a lab may be created.",
    )
    window_after: int = parameter(
        12, unit="months", valid=(0, 120), plausible=(9, 24),
        source=Text(
            "hypothèse ; un labo a ouvert neuf mois après la fin",
            "assumption; one opened nine months after the end",
        ),
        fr="Nombre de mois après la fin de la démarche où un labo peut encore naître.",
        en="Number of months after the end of the programme when a lab may still be created.",
    )
    intercept: float = parameter(
        -4.6, unit="log-odds", valid=(-15, 5), plausible=(-5.5, -2.5), symbol="l0", fit=True,
        fr="Propension de base à créer un labo.",
        en="Base propensity to create a lab.",
    )
    sponsor: float = parameter(
        3.2, unit="log-odds", valid=(0, 15), plausible=HALF, symbol="lS", source="assumption, after the study: I.B.1.b",
        fr="Effet du portage politique sur la création.",
        en="Effect of political sponsorship on creation.",
    )
    administration: float = parameter(
        1.2, unit="log-odds", valid=(0, 15), plausible=HALF, symbol="lA",
        fr="Effet du portage de la direction générale sur la création.",
        en="Effect of the sponsorship of the direction générale on creation.",
    )
    evidence: float = parameter(
        1.6, unit="log-odds", valid=(0, 15), plausible=HALF, symbol="lE",
        fr="Effet des résultats visibles sur la création.",
        en="Effect of visible results on creation.",
    )
    cynicism: float = parameter(
        2.0, unit="log-odds", valid=(0, 15), plausible=HALF, symbol="lC",
        fr="Frein du désabusement moyen sur la création.",
        en="Brake of mean cynicism on creation.",
    )
    cost: float = parameter(
        1.0, unit="log-odds", valid=(0, 15), plausible=HALF, symbol="lK", source="assumption, after the study: I.B.2.b",
        fr="Frein du coût du labo, rapporté au budget, sur la création.",
        en="Brake of the cost of the lab, relative to the budget, on creation.",
    )
    closure_intercept: float = parameter(
        -1.65, unit="log-odds", valid=(-15, 5), plausible=(-4, -1.6), symbol="k0", fit=True,
        fr="Propension de base à fermer un labo.",
        en="Base propensity to close a lab.",
    )
    closure_sponsor: float = parameter(
        3.0, unit="log-odds", valid=(0, 15), plausible=HALF, symbol="kS",
        fr="Protection du labo par le portage politique.",
        en="Protection of the lab by political sponsorship.",
    )
    closure_evidence: float = parameter(
        1.5, unit="log-odds", valid=(0, 15), plausible=HALF, symbol="kE", source="assumption, after the study: I.B.2.c",
        fr="Protection du labo par les résultats visibles.",
        en="Protection of the lab by visible results.",
    )
    closure_formal: float = parameter(
        1.0, unit="log-odds", valid=(0, 15), plausible=HALF,
        fr="Protection du labo par le projet d'administration.",
        en="Protection of the lab by the administration project.",
    )
    win_probability: float = parameter(
        0.15, unit="probability a month", valid=(0, 1), plausible=HALF,
        fr="Probabilité mensuelle d'une réussite du labo.",
        en="Monthly probability of a win of the lab.",
    )
    merger_slope: float = parameter(
        8.0, unit="log-odds", valid=(0, 50), plausible=HALF, source="assumption, after the study: I.B.2.c",
        fr="Netteté du vote qui confirme ou non le labo après une fusion.",
        en="Sharpness of the vote that confirms the lab, or not, after a merger.",
    )
    merger_midpoint: float = parameter(
        0.5, unit="level", valid=(0, 1), plausible=(0.3, 0.7),
        fr="Portage du nouvel exécutif pour lequel ce vote est partagé.",
        en="Sponsorship of the new executive for which that vote is even.",
    )

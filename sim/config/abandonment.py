"""Abandonment: when a field agent stops practising."""

from typing import ClassVar

from sim.config.parameter import HALF, Group, parameter
from sim.core.text import Text


class Abandonment(Group):
    """Monthly log-odds of stopping; signs are in the rule, so the weights are positive."""

    title: ClassVar[Text] = Text("L'abandon de la pratique", "Abandonment of the practice")
    acts: ClassVar[Text] = Text(
        "décision d'un agent de cesser de pratiquer",
        "decision of a field agent to stop practising",
    )

    intercept: float = parameter(
        -3.35, unit="log-odds", valid=(-15, 5), plausible=(-4, -2.6), symbol="b0", fit=True,
        fr="Propension de base à cesser.",
        en="Base propensity to stop.",
    )
    peers: float = parameter(
        2.0, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="bP",
        fr="Ce que retiennent les collègues qui pratiquent.",
        en="Holding effect of colleagues who practise.",
    )
    manager: float = parameter(
        1.0, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="bM",
        fr="Ce que retient la posture du manager direct.",
        en="Holding effect of the stance of the direct manager.",
    )
    sponsor: float = parameter(
        1.5, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="bS",
        fr="Ce que retient le signal de portage.",
        en="Holding effect of the sponsor's signal.",
    )
    motivation: float = parameter(
        1.0, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="bm",
        fr="Ce que retient la motivation.",
        en="Holding effect of motivation.",
    )
    lab: float = parameter(
        0.8, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="bL",
        fr="Ce que retient un labo articulé au quotidien.",
        en="Holding effect of a lab joined to daily work.",
    )
    formal: float = parameter(
        0.5, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="bF",
        fr="Ce que retient l'inscription dans la fiche de poste.",
        en="Holding effect of a written place in the job description.",
    )
    cynicism: float = parameter(
        2.0, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="bC",
        fr="Ce que le désabusement ajoute à l'abandon.",
        en="What cynicism adds to abandonment.",
    )
    workload: float = parameter(
        1.5, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="bW",
        fr="Ce que la charge de travail ajoute à l'abandon.",
        en="What workload adds to abandonment.",
    )
    skill: float = parameter(
        0.5, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="bk", source="assumption, after the study: I.B.1.a",
        fr="Ce que retient le savoir-faire acquis dans la démarche.",
        en="Holding effect of the skill gained in the programme.",
    )

"""Adoption: when a field agent begins to practise."""

from enum import StrEnum
from typing import ClassVar

from sim.config.parameter import Group, parameter
from sim.core.text import Text


class Form(StrEnum):
    """Form of the rule: logistic by default, deterministic threshold or Bass hazard for verification and teaching."""

    LOGISTIC = "logistic"
    THRESHOLD = "threshold"
    HAZARD = "hazard"


class Contagion(StrEnum):
    """Whether one contact is enough (simple) or several must confirm (complex)."""

    COMPLEX = "complex"
    SIMPLE = "simple"


class Measure(StrEnum):
    """Whether practising contacts are counted, or taken as a fraction of all contacts."""

    COUNT = "count"
    FRACTION = "fraction"


class Updating(StrEnum):
    """Whether all decide at once from the opening of the month, or one after the other in random order."""

    SYNCHRONOUS = "synchronous"
    SEQUENTIAL = "sequential"


class Adoption(Group):
    """Monthly log-odds of beginning to practise."""

    title: ClassVar[Text] = Text("L'adoption de la pratique", "Adoption of the practice")
    acts: ClassVar[Text] = Text(
        "décision d'un agent de commencer à pratiquer",
        "decision of a field agent to begin to practise",
    )

    form: Form = parameter(
        Form.LOGISTIC, source=Text("hypothèse : variantes de structure", "assumption: structural alternatives"),
        fr="Forme de la règle : logistique, seuil déterministe ou taux de Bass.",
        en="Form of the rule: logistic, deterministic threshold or Bass hazard.",
    )
    contagion: Contagion = parameter(
        Contagion.COMPLEX,
        source=Text(
            "littérature : contagion complexe (Centola et Macy 2007)",
            "literature: complex contagion (Centola and Macy 2007)",
        ),
        fr="Il faut plusieurs contacts qui pratiquent (complexe), ou un seul peut suffire (simple).",
        en="Several practising contacts are needed (complex), or one may do (simple).",
    )
    measure: Measure = parameter(
        Measure.COUNT,
        source=Text(
            "littérature : seuils en nombre ou en fraction (Watts 2002 ; Centola et Macy 2007)",
            "literature: thresholds in number or in fraction (Watts 2002; Centola and Macy 2007)",
        ),
        fr="Les contacts qui pratiquent sont comptés, ou rapportés à tous les contacts.",
        en="Practising contacts are counted, or taken as a fraction of all contacts.",
    )
    updating: Updating = parameter(
        Updating.SYNCHRONOUS, source=Text("hypothèse : variantes de structure", "assumption: structural alternatives"),
        fr="Tous décident en même temps, ou l'un après l'autre dans un ordre tiré au sort.",
        en="All decide at the same time, or one after the other in a random order.",
    )
    intercept: float = parameter(
        -7.8, unit="log-odds", valid=(-20, 5), plausible=(-9, -6), symbol="a0", fit=True,
        source=Text(
            "hypothèse : 1 à 1,5 % des agents pratiquent sans démarche",
            "assumption: 1 to 1.5 % of field agents practise without a programme",
        ),
        fr="Propension de base à commencer.",
        en="Base propensity to begin.",
    )
    peers: float = parameter(
        3.5, unit="log-odds", valid=(0, 20), plausible=(1, 5), symbol="aP",
        source=Text("littérature : variantes de structure", "literature: structural alternatives"),
        fr="Effet des collègues qui pratiquent.",
        en="Effect of colleagues who practise.",
    )
    half_point: float = parameter(
        2.4, unit="ties", valid=(0.1, 50), plausible=(1.5, 4), symbol="theta", fit=True,
        source=Text(
            "littérature : contagion complexe (Centola et Macy 2007)",
            "literature: complex contagion (Centola and Macy 2007)",
        ),
        fr="Nombre de collègues qui pratiquent donnant la moitié de leur effet.",
        en="Number of practising colleagues that gives half of their effect.",
    )
    half_point_share: float = parameter(
        0.208, unit="share", valid=(0.001, 1), plausible=(0.13, 0.35), symbol="theta_f",
        fr="Fraction de collègues qui pratiquent donnant la moitié de leur effet.",
        en="Fraction of practising colleagues that gives half of their effect.",
    )
    steepness: float = parameter(
        3.0, unit="exponent", valid=(0.5, 20), plausible=(1, 4), symbol="gamma",
        fr="Netteté du seuil dans la contagion complexe (1 dans la simple).",
        en="Sharpness of the threshold in complex contagion (1 in simple contagion).",
    )
    manager: float = parameter(
        1.0, unit="log-odds", valid=(0, 10), plausible=(0.3, 2), symbol="aM",
        fr="Effet de la posture du manager direct.",
        en="Effect of the stance of the direct manager.",
    )
    sponsor: float = parameter(
        2.4, unit="log-odds", valid=(0, 15), plausible=(1, 4), symbol="aS", fit=True,
        fr="Effet du signal de portage qui parvient à l'agent.",
        en="Effect of the sponsor's signal that reaches the agent.",
    )
    evidence: float = parameter(
        1.5, unit="log-odds", valid=(0, 10), plausible=(0.5, 3), symbol="aE",
        fr="Effet des résultats visibles.",
        en="Effect of visible results.",
    )
    motivation: float = parameter(
        1.0, unit="log-odds", valid=(0, 10), plausible=(0, 2), symbol="am",
        fr="Effet de la motivation.",
        en="Effect of motivation.",
    )
    lab: float = parameter(
        1.0, unit="log-odds", valid=(0, 10), plausible=(0, 2), symbol="aL",
        fr="Effet d'un labo articulé au quotidien.",
        en="Effect of a lab joined to daily work.",
    )
    formal: float = parameter(
        0.3, unit="log-odds", valid=(0, 10), plausible=(0, 2), symbol="aF",
        fr="Effet de l'inscription dans la fiche de poste.",
        en="Effect of a written place in the job description.",
    )
    cynicism: float = parameter(
        2.0, unit="log-odds", valid=(0, 10), plausible=(0, 4), symbol="aC",
        fr="Frein du désabusement.",
        en="Brake of cynicism.",
    )
    workload: float = parameter(
        1.0, unit="log-odds", valid=(0, 10), plausible=(0, 2), symbol="aW",
        fr="Frein de la charge de travail de l'équipe.",
        en="Brake of the team's workload.",
    )
    neutrality: float = parameter(
        0.8, unit="log-odds", valid=(0, 10), plausible=(0, 2), symbol="aN",
        fr="Frein du souci de neutralité.",
        en="Brake of concern for neutrality.",
    )
    legitimacy: float = parameter(
        0.6, unit="log-odds", valid=(0, 10), plausible=(0, 2), symbol="aLeg",
        fr="Frein du manque de légitimité ressentie.",
        en="Brake of the lack of felt legitimacy.",
    )
    threshold_count: float = parameter(
        3.0, unit="ties", valid=(0, 100), plausible=(1, 5),
        source=Text(
            "littérature : seuils (Granovetter 1978 ; Centola et Macy 2007)",
            "literature: thresholds (Granovetter 1978; Centola and Macy 2007)",
        ),
        fr="Seuil en nombre, quand la règle est un seuil.",
        en="Threshold as a number, when the rule is a threshold.",
    )
    threshold_share: float = parameter(
        0.18, unit="share", valid=(0, 1), plausible=(0.1, 0.3),
        source=Text("littérature : seuils (Watts 2002)", "literature: thresholds (Watts 2002)"),
        fr="Seuil en fraction, quand la règle est un seuil.",
        en="Threshold as a fraction, when the rule is a threshold.",
    )
    hazard_external: float = parameter(
        0.03, unit="rate a year", valid=(0, 10), plausible=(0.005, 0.05), symbol="p",
        source="literature: Bass 1969",
        fr="Taux annuel d'adoption sans contact, quand la règle est celle de Bass.",
        en="Yearly rate of adoption without contact, when the rule is Bass's.",
    )
    hazard_peer: float = parameter(
        0.38, unit="rate a year", valid=(0, 10), plausible=(0.2, 0.6), symbol="q", source="literature: Bass 1969",
        fr="Taux annuel d'adoption quand tous les contacts pratiquent, dans la règle de Bass.",
        en="Yearly rate of adoption when all contacts practise, in Bass's rule.",
    )

"""Decision on an item, its answer, and what the answer does."""

from typing import ClassVar

from sim.config.parameter import HALF, Group, parameter
from sim.core.text import Text


class Decision(Group):
    """Acceptance, delay, reasons, and effects on the agent who spoke."""

    title: ClassVar[Text] = Text("La décision et la réponse", "Decision and answer")
    acts: ClassVar[Text] = Text("décision, réponse et suites d'une remontée", "decision, answer and effects of an item")

    acceptance: float = parameter(
        0.55, unit="probability", valid=(0, 1), plausible=(0.3, 0.8), symbol="acc",
        fr="Probabilité de base qu'une remontée soit acceptée.",
        en="Base probability that an item is accepted.",
    )
    manager_base: float = parameter(
        0.5, unit="factor", valid=(0, 2), plausible=HALF,
        fr="Acceptation par un manager qui n'adhère pas, relative à la base.",
        en="Acceptance by a manager without support, relative to the base.",
    )
    manager_gain: float = parameter(
        0.7, unit="factor", valid=(0, 2), plausible=HALF,
        fr="Supplément quand le manager adhère pleinement.",
        en="Addition when the manager fully supports.",
    )
    sponsor_base: float = parameter(
        0.4, unit="factor", valid=(0, 2), plausible=HALF,
        fr="Acceptation par des élus sans portage, relative à la base.",
        en="Acceptance by élus without sponsorship, relative to the base.",
    )
    sponsor_gain: float = parameter(
        0.8, unit="factor", valid=(0, 2), plausible=HALF,
        fr="Supplément quand le portage est entier.",
        en="Addition when sponsorship is full.",
    )
    reasons: float = parameter(
        0.35, unit="probability", valid=(0, 1), symbol="phi_fb", lever=True,
        source="assumption, after the study: Cas-PNU",
        fr="Probabilité qu'un refus ou une perte soit expliqué.",
        en="Probability that a refusal or a loss is explained.",
    )
    delay_quick: float = parameter(
        1.0, unit="months", valid=(1, 60), plausible=(1, 3),
        fr="Délai moyen de réalisation d'une petite amélioration.",
        en="Mean delay to implement a small improvement.",
    )
    delay_middle: float = parameter(
        3.0, unit="months", valid=(1, 60), plausible=HALF,
        fr="Délai moyen de réalisation d'une décision de milieu de ligne.",
        en="Mean delay to implement a decision taken half-way up.",
    )
    delay_political: float = parameter(
        6.0, unit="months", valid=(1, 60), plausible=HALF,
        fr="Délai moyen de réalisation d'une décision politique.",
        en="Mean delay to implement a political decision.",
    )
    cobuilt_time: float = parameter(
        2.0, unit="factor", valid=(1, 10), plausible=(1, 3), source="assumption, after the study: I.B.1.c, I.B.2.b",
        fr="Temps de réalisation d'une idée construite avec les usagers (son auteur pratique), relatif à une autre.",
        en="Time to carry out an idea built with users (its author practises), relative to another.",
    )
    cobuilt_acceptance: float = parameter(
        1.2, unit="factor", valid=(1, 3), plausible=(1, 1.5), source="assumption, after the study: I.B.1.c",
        fr="Accueil fait à une idée construite avec les usagers, relatif à une autre.",
        en="Welcome given to an idea built with users, relative to another.",
    )
    motivation_gain: float = parameter(
        0.10, unit="share", valid=(0, 0.95), plausible=HALF, symbol="eta_m",
        source="assumption, after the study: I.B.1.a",
        fr="Gain de motivation quand son idée est réalisée.",
        en="Gain of motivation when one's idea is implemented.",
    )
    cynicism_relief: float = parameter(
        0.05, unit="share", valid=(0, 0.95), plausible=HALF,
        fr="Recul du désabusement quand son idée est réalisée.",
        en="Relief of cynicism when one's idea is implemented.",
    )
    teammates_relief: float = parameter(
        0.02, unit="share", valid=(0, 0.95), plausible=HALF,
        fr="Recul du désabusement chez les collègues de l'équipe.",
        en="Relief of cynicism among team-mates.",
    )
    unanswered_cynicism: float = parameter(
        0.06, unit="share", valid=(0, 0.95), plausible=(0.02, 0.15), symbol="kappa_I",
        fr="Hausse du désabusement quand une remontée reste sans réponse expliquée.",
        en="Rise of cynicism when an item gets no explained answer.",
    )

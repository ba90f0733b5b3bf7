"""Voice of field agents: who speaks, and what kind of idea."""

from enum import StrEnum
from typing import ClassVar

from sim.config.parameter import HALF, Group, parameter
from sim.core.text import Text


class Mode(StrEnum):
    """Where voice is gathered; in the field the three categories speak alike."""

    MEETING = "meeting"
    FIELD = "field"


class Voice(Group):
    """Each month a field agent may send up one item."""

    title: ClassVar[Text] = Text("La parole des agents", "Voice of field agents")
    acts: ClassVar[Text] = Text("création des remontées", "creation of items")

    base: float = parameter(
        0.02, unit="items a month", valid=(0, 1), plausible=(0.005, 0.04), symbol="lambda0", lever=True,
        source=Text("littérature : systèmes de suggestions", "literature: suggestion systems"),
        fr="Remontées par mois d'un agent qui ne pratique pas.",
        en="Items a month of a field agent who does not practise.",
    )
    practice: float = parameter(
        0.30, unit="items a month", valid=(0, 1), plausible=(0.1, 0.6), symbol="lambdaP",
        fr="Remontées par mois d'un agent qui pratique.",
        en="Items a month of a field agent who practises.",
    )
    mode: Mode = parameter(
        Mode.MEETING, lever=True, source="study: I.A.2.b, III.D",
        fr="Recueil en réunion, où les agents de catégorie C osent moins, ou sur le terrain.",
        en="Gathered in meetings, where category C agents dare less, or in the field.",
    )
    legitimacy: float = parameter(
        0.85, unit="level", valid=(0, 1), plausible=(0.6, 1), symbol="l",
        fr="Légitimité ressentie à parler (catégories A et B ; toutes, sur le terrain).",
        en="Felt legitimacy of one's word (categories A and B; all of them in the field).",
    )
    legitimacy_c: float = parameter(
        0.5, unit="level", valid=(0, 1), plausible=(0.25, 0.75), symbol="l",
        source="assumption, after the study: III.D",
        fr="La même en réunion pour un agent de catégorie C.",
        en="The same in meetings for a category C agent.",
    )
    neutrality_loss: float = parameter(
        0.5, unit="share", valid=(0, 1), plausible=HALF, source="assumption, after the study: III.D",
        fr="Part de la parole que retient le souci de neutralité, faute de fiche de poste qui la prévoie.",
        en="Share of voice held back by concern for neutrality where no job description provides for it.",
    )
    cynicism_loss: float = parameter(
        0.7, unit="share", valid=(0, 1), plausible=HALF,
        fr="Part de la parole que retient un désabusement complet.",
        en="Share of voice held back by complete cynicism.",
    )
    heard_base: float = parameter(
        0.7, unit="factor", valid=(0, 2), plausible=HALF,
        fr="Parole d'un agent de contact à qui aucun citoyen n'a parlé ce mois-ci.",
        en="Voice of a front agent to whom no citizen spoke this month.",
    )
    heard_gain: float = parameter(
        0.3, unit="factor", valid=(0, 2), plausible=HALF,
        fr="Supplément quand les citoyens lui ont parlé autant que prévu.",
        en="Addition when citizens spoke to that agent as much as expected.",
    )
    heard_cap: float = parameter(
        3.0, unit="factor", valid=(0, 20), plausible=HALF,
        fr="Plafond du rapport entre la parole entendue et la parole attendue.",
        en="Cap of the ratio between the voice heard and the voice expected.",
    )
    desk_share: float = parameter(
        0.1, unit="share", valid=(0, 1), plausible=(0, 0.4), symbol="q0", lever=True,
        source="assumption, after the study: II.B.1.a",
        fr="Part des remontées que l'agent peut régler lui-même.",
        en="Share of items that the agent can settle alone.",
    )
    quick_share: float = parameter(
        0.5, unit="share", valid=(0, 1), symbol="q1", lever=True, source="assumption, after the study: I.B.1.c",
        fr="Parmi les autres, part des petites améliorations que décide le premier niveau.",
        en="Among the others, share of small improvements decided by the first level.",
    )
    middle_share: float = parameter(
        0.3, unit="share", valid=(0, 1), symbol="q2",
        fr="Parmi les autres, part que décide le milieu de la ligne ; le reste revient aux élus.",
        en="Among the others, share decided half-way up; the rest goes to the élus.",
    )
    cross_share: float = parameter(
        0.3, unit="share", valid=(0, 1), plausible=(0.1, 0.5),
        fr="Part des remontées qui concernent plusieurs services.",
        en="Share of items that concern several services.",
    )

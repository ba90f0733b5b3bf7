"""Switches: every mechanism can be turned off, alone."""

from typing import ClassVar

from sim.config.parameter import Group, parameter
from sim.core.text import Text


class Mechanisms(Group):
    """All true by default; false removes the mechanism and leaves the luck of the others untouched."""

    title: ClassVar[Text] = Text("Les mécanismes", "Mechanisms")
    acts: ClassVar[Text] = Text("chaque étape du mois", "each step of the month")

    workload: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="La charge de travail suit les absences et la pratique.",
        en="Workload follows absences and practice.",
    )
    tension: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Les absences créent une tension entre l'équipe et son manager.",
        en="Absences cause tension between a team and its manager.",
    )
    evidence: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Les résultats visibles s'accumulent et convainquent.",
        en="Visible results add up and convince.",
    )
    signal_loss: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Le signal du portage s'affaiblit à chaque niveau hiérarchique.",
        en="The sponsor's signal weakens at each level of the hierarchy.",
    )
    voice: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Les agents font remonter des idées.",
        en="Field agents send items up.",
    )
    citizen_voice: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Ce que disent les citoyens nourrit la parole des agents.",
        en="What citizens say feeds the voice of field agents.",
    )
    relay: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Les managers font passer, retiennent ou perdent les remontées.",
        en="Managers pass, hold or drop items.",
    )
    answers: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Les réponses changent la motivation et le désabusement.",
        en="Answers change motivation and cynicism.",
    )
    cobuilding: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Ce qui est construit avec les usagers prend plus de temps et passe mieux.",
        en="What is built with users takes longer and is better accepted.",
    )
    programme: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="La démarche agit.",
        en="The programme acts.",
    )
    ambassador_ties: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="La démarche relie ses participants entre eux.",
        en="The programme ties its participants to one another.",
    )
    dropout: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Des participants quittent la démarche.",
        en="Participants drop out of the programme.",
    )
    abort: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Une démarche sans portage peut être arrêtée.",
        en="A programme without sponsorship may be aborted.",
    )
    launch: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Une démarche trop chère peut n'être pas lancée.",
        en="A programme that is too dear may not be launched.",
    )
    dispossession: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Les élus contournés se sentent dépossédés.",
        en="Élus who are passed by feel dispossessed.",
    )
    elections: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Les élections peuvent changer l'exécutif.",
        en="Elections may change the executive.",
    )
    departures: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="La tête de l'exécutif peut partir en cours de mandat.",
        en="The head of the executive may leave in the course of the mandate.",
    )
    dgs_follows: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="La direction générale peut partir après un changement d'exécutif.",
        en="The direction générale may leave after a change of executive.",
    )
    sponsor_drift: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Le portage des élus évolue de mois en mois.",
        en="The sponsorship of élus changes from month to month.",
    )
    managers: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="La posture des managers évolue.",
        en="The stance of managers changes.",
    )
    adoption: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Des agents commencent à pratiquer.",
        en="Field agents begin to practise.",
    )
    abandonment: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Des agents cessent de pratiquer.",
        en="Field agents stop practising.",
    )
    peers: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Les collègues qui pratiquent entraînent les autres.",
        en="Colleagues who practise draw in the others.",
    )
    motivation: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="La motivation évolue.",
        en="Motivation changes.",
    )
    cynicism: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Le désabusement évolue.",
        en="Cynicism changes.",
    )
    mobility: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Des agents changent de poste.",
        en="Field agents leave their posts.",
    )
    lab: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Un labo peut naître et fermer.",
        en="A lab may be created and closed.",
    )
    citizens: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Les citoyens agissent et réagissent.",
        en="Citizens act and react.",
    )
    participation: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Les citoyens répondent aux offres de participation.",
        en="Citizens join participatory offers.",
    )
    quality: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="La qualité des services évolue et se perçoit.",
        en="The quality of services changes and is perceived.",
    )
    rivalry: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Les agents laissés en dehors de la démarche s'en détournent un peu.",
        en="Field agents left out of the programme turn away a little.",
    )
    role_stress: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Les participants sans formation sont déstabilisés.",
        en="Participants without training are unsettled.",
    )
    overload: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Trop de personnes à encadrer surcharge un manager.",
        en="Too many people to manage overloads a manager.",
    )
    short_routes: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Des circuits courts et des espaces communs évitent des niveaux aux remontées.",
        en="Short routes and joint spaces spare items some levels.",
    )
    flash: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Des ateliers courts font essayer la pratique.",
        en="Short workshops let people try the practice.",
    )
    direct_channel: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Un canal direct de signalement fait passer la parole à côté des élus.",
        en="A direct reporting channel lets voice pass by the élus.",
    )
    commitment: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Un engagement ou une rencontre renforce la conviction des élus.",
        en="A commitment or an encounter strengthens the conviction of the élus.",
    )
    outside: bool = parameter(
        True, source=Text("hypothèse : variante de structure", "assumption: structural switch"),
        fr="Les résultats d'autres collectivités se voient.",
        en="Results of other authorities are seen.",
    )

"""Managers who have room to relay from the start, under the same president."""

from experiments.seminar.kit.claims import Claim, Of, Seen
from experiments.seminar.kit.situation import STANCE, Situation, World
from sim.core.text import Text

SITUATION = Situation(
    rank=5,
    case="fictional_epci",
    before=World(),
    after=World(levers=((STANCE, 0.7),)),
    claims=(
        Claim(Seen.FALLS, Of.BEFORE, 65, 95),
        Claim(Seen.FALLS, Of.CHANGE, -55, -15),
        Claim(Seen.SPREADS, Of.CHANGE, 15, 50),
    ),
    title=Text("Les cadres d'abord", "Managers first"),
    ask=Text(
        "Au Pays des Trois-Fictions, le président soutient en bureau, sans plus. Si l'encadrement avait dès le départ "
        "la marge de relayer et de dégager du temps, que deviendrait la pratique ?",
        "In the Pays des Trois-Fictions the president gives support in council, no more. If managers had from the "
        "start the room to relay and to free time, what would become of the practice?",
    ),
    show=(
        Text(
            "Cas 2, Pays des Trois-Fictions, sans toucher aux leviers. Lecture jusqu'au bout.",
            "Case 2, Pays des Trois-Fictions, levers untouched. Play to the end.",
        ),
        Text(
            "Monde B : « appui de l'encadrement », « relaie et dégage du temps ». Relire A et B.",
            "World B: “managers' support”, “relays and frees time”. Play A and B.",
        ),
        Text(
            "Sur la courbe, montrer le trait fin : la même agglomération sans la démarche.",
            "On the curve, show the thin line: the same agglomeration without the programme.",
        ),
    ),
    see=Text(
        "La retombée cesse d'être presque sûre : dans bien des simulations, la pratique se diffuse, avec le même "
        "président. Et le trait fin monte aussi : une part du progrès viendrait sans la démarche.",
        "Fallback is no longer almost certain: in many simulations the practice spreads, under the same president. And "
        "the thin line rises too: part of the progress would come without the programme.",
    ),
    why=Text(
        "L'encadrement compte deux fois : il laisse descendre ce que portent les élus, et il fait aboutir ce que "
        "voient les agents.",
        "Managers count twice: they let what the élus carry come down, and they bring to an end what agents see.",
    ),
    study=Text(
        "Un cadre qui anime et délègue augmente l'expression et l'initiative. Lettre de mission, entretien annuel, "
        "retour d'expérience vers l'équipe abaissent la tension. Des premiers résultats visibles gagnent les "
        "directions.",
        "A manager who leads and delegates raises expression and initiative. Mission letters, appraisals and a "
        "return of experience to the team lower tension. First visible results win top management over.",
    ),
    where=Text("I.B.1.a ; I.B.2.b ; II.B.1.b", "I.B.1.a; I.B.2.b; II.B.1.b"),
    silent=Text(
        "Comment y arriver : l'appui est donné au départ, le chemin ne l'est pas. Ni la formation, ni le temps "
        "rendu, ni ce qu'il faut cesser de demander. L'effet des organisations syndicales n'est pas connu.",
        "How to get there: support is given at the start, the way to it is not. Neither training nor time given back "
        "nor what should no longer be asked. The effect of unions is not known.",
    ),
    monday=Text(
        "Lequel de nos cadres n'a pas encore été écouté sur cette démarche, et quand le voir ?",
        "Which of our managers has not been heard yet on this programme, and when can we meet?",
    ),
)

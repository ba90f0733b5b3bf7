"""The mayor leaves half-way, the same majority stays."""

from experiments.seminar.kit.claims import Claim, Of, Seen
from experiments.seminar.kit.situation import Situation, World
from sim.core.text import Text

SITUATION = Situation(
    rank=1,
    case="fictional_commune",
    before=World(),
    after=World(event="head_leaves"),
    claims=(
        Claim(Seen.FALLS, Of.BEFORE, 20, 55),
        Claim(Seen.SPREADS, Of.CHANGE, -15, 10),
        Claim(Seen.FALLS, Of.CHANGE, -15, 15),
    ),
    title=Text("Le maire part, la même majorité reste", "The mayor leaves, the same majority stays"),
    ask=Text(
        "Le maire qui porte la démarche s'en va à mi-parcours ; la même majorité élit son successeur. "
        "La pratique va-t-elle se diffuser, rester en îlots, ou retomber ?",
        "The mayor who carries the programme leaves half-way; the same majority elects a successor. "
        "Will the practice spread, stay in islets, or fall back?",
    ),
    show=(
        Text(
            "Cas 1, Villeneuve-l'Hypothèse, sans toucher aux leviers. Lecture jusqu'au bout.",
            "Case 1, Villeneuve-l'Hypothèse, levers untouched. Play to the end.",
        ),
        Text(
            "Et si… « le maire part ». Relire : A et B côte à côte, avec les mêmes hasards.",
            "What if… “the mayor leaves”. Play again: A and B side by side, with the same luck.",
        ),
        Text(
            "Les cent carrés de A, puis ceux de B, à côté du pari de la salle.",
            "The hundred squares of A, then those of B, beside the bet of the room.",
        ),
    ),
    see=Text(
        "Les deux mondes se séparent au départ du maire, mais leurs cent carrés se ressemblent : quand la même "
        "majorité continue, le modèle ne montre pas d'effet net sur l'issue.",
        "The two worlds part when the mayor leaves, yet their hundred squares look alike: where the same majority "
        "goes on, the model shows no clear effect on the outcome.",
    ),
    why=Text(
        "Personne ne porte pendant un mois, puis arrive un successeur aux convictions proches : ce que les équipes "
        "entendent des élus reste à peu près le même.",
        "Nobody carries the programme for a month, then comes a successor of similar convictions: what teams hear "
        "from the élus stays about the same.",
    ),
    study=Text(
        "Dépendre d'une seule personne fragilise une démarche le jour où elle s'en va. Ce qui réduit fortement "
        "l'effet, c'est que les élus changent de position en cours de route.",
        "To depend on a single person makes a programme fragile on the day she leaves. What strongly lowers its "
        "effect is a change in the élus' position midway.",
    ),
    where=Text("I.B.2.a ; fiche Transfo ; synthèse finale", "I.B.2.a; Transfo case sheet; final synthesis"),
    silent=Text(
        "Rien sur la personne qui anime la démarche au quotidien, ni sur ce que le maire faisait avancer par ses "
        "relations. Que le successeur pense à peu près comme lui est une hypothèse.",
        "Nothing on the person who runs the programme day by day, nor on what the mayor moved forward through personal "
        "ties. That the successor thinks much alike is an assumption.",
    ),
    monday=Text(
        "Qui d'autre que le premier élu saurait dire, en une phrase, pourquoi notre démarche existe ?",
        "Who, beside the head of the executive, could say in one sentence why our programme exists?",
    ),
)

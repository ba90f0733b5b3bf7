"""Two more levels of management between field agents and élus."""

from experiments.seminar.kit.claims import Claim, Of, Seen
from experiments.seminar.kit.situation import DEPTH, Situation, World
from sim.core.text import Text

SITUATION = Situation(
    rank=3,
    case="fictional_commune",
    before=World(),
    after=World(levers=((DEPTH, 5),)),
    claims=(
        Claim(Seen.SPREADS, Of.AFTER, 0, 15),
        Claim(Seen.SPREADS, Of.CHANGE, -40, -5),
        Claim(Seen.FALLS, Of.CHANGE, 5, 45),
    ),
    title=Text("Deux niveaux d'encadrement de plus", "Two more levels of management"),
    ask=Text(
        "La même commune, le même maire, le même budget, les mêmes équipes, avec cinq niveaux entre un agent et les "
        "élus au lieu de trois. Qu'est-ce que cela change à la pratique ?",
        "The same town, mayor, budget and teams, with five levels between an agent and the élus instead of three. "
        "What does it change for the practice?",
    ),
    show=(
        Text(
            "Cas 1, sans toucher aux leviers. Lecture jusqu'au bout.",
            "Case 1, levers untouched. Play to the end.",
        ),
        Text(
            "Monde B : levier « niveaux d'encadrement », cinq niveaux. Relire A et B côte à côte.",
            "World B: lever “levels of management”, five levels. Play A and B side by side.",
        ),
        Text(
            "Regarder qui relaie à mi-parcours, puis les cent carrés.",
            "Look at who relays half-way, then the hundred squares.",
        ),
    ),
    see=Text(
        "La pratique se diffuse beaucoup plus rarement. Personne ne s'y est opposé : il y a seulement plus d'étapes, "
        "dans les deux sens.",
        "The practice spreads far less often. Nobody stood against it: there are only more steps, in both directions.",
    ),
    why=Text(
        "À chaque niveau, ce que disent les élus s'affaiblit un peu en descendant, et ce que voient les agents peut "
        "attendre ou se perdre en remontant.",
        "At each level, what the élus say fades a little on its way down, and what agents see may wait or get lost "
        "on its way up.",
    ),
    study=Text(
        "Plus il y a d'étapes hiérarchiques, de « clapets », moins la parole du terrain atteint ceux qui décident, et "
        "plus elle met de temps, car chaque niveau peut se fermer.",
        "The more hierarchical steps there are, each of them a gate, the less field voice reaches those who decide and "
        "the longer it takes, since each level may close.",
    ),
    where=Text("II.A.1.a ; recommandations ; III.C.4.a", "II.A.1.a; recommendations; III.C.4.a"),
    silent=Text(
        "Il ne dit pas de supprimer des niveaux : il ne compte ni l'expertise, ni l'arbitrage, ni la protection qu'ils "
        "apportent. Et les circuits courts, qui sautent une étape sans la supprimer, sont un autre levier.",
        "It does not say to remove levels: it counts neither the expertise nor the arbitration nor the protection that "
        "they bring. And short circuits, which skip a step without removing it, are another lever.",
    ),
    monday=Text(
        "La dernière remontée d'un agent : combien de personnes l'ont lue avant qu'une décision soit possible ?",
        "The last thing an agent reported: how many people read it before a decision was possible?",
    ),
)

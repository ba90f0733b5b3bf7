"""Another team takes office half-way, where everything rested on a strong sponsor."""

from experiments.seminar.kit.claims import Claim, Of, Seen
from experiments.seminar.kit.situation import SPONSORSHIP, Situation, World
from sim.core.text import Text

SITUATION = Situation(
    rank=2,
    case="fictional_commune",
    before=World(levers=((SPONSORSHIP, 0.9),)),
    after=World(levers=((SPONSORSHIP, 0.9),), event="alternance"),
    claims=(
        Claim(Seen.SPREADS, Of.BEFORE, 40, 75),
        Claim(Seen.FALLS, Of.AFTER, 40, 75),
        Claim(Seen.SPREADS, Of.CHANGE, -65, -30),
    ),
    title=Text("L'alternance", "Another team takes office"),
    ask=Text(
        "Le maire vient aux ateliers et en rend compte ; tout va bien. À mi-parcours, une autre équipe arrive aux "
        "responsabilités. Que devient la pratique ?",
        "The mayor comes to the workshops and reports on them; all goes well. Half-way, another team takes office. "
        "What becomes of the practice?",
    ),
    show=(
        Text(
            "Cas 1. Levier « portage politique » : « y vient et en rend compte ». Lecture jusqu'au bout.",
            "Case 1. Lever “political sponsorship”: “attends and reports on it”. Play to the end.",
        ),
        Text(
            "Et si… « alternance ». Relire A et B ; s'arrêter à la première différence.",
            "What if… “change of majority”. Play A and B again; stop at the first difference.",
        ),
        Text(
            "Les cent carrés, puis « Pourquoi ? ».",
            "The hundred squares, then “Why?”.",
        ),
    ),
    see=Text(
        "Même commune, mêmes personnes, même début. Sans alternance, la pratique se diffuse plus d'une fois sur deux ; "
        "avec elle, presque plus jamais, et la retombée devient l'issue la plus fréquente.",
        "Same town, same people, same beginning. Without the change, the practice spreads more than one time in two; "
        "with it, hardly ever, and fallback becomes the commonest outcome.",
    ),
    why=Text(
        "Tout reposait sur le portage des élus, et il cesse alors que peu d'agents pratiquent encore : il n'y a pas "
        "assez de collègues autour pour que l'habitude tienne sans lui.",
        "Everything rested on the élus' sponsorship, and it stops while few agents practise yet: there are not "
        "enough colleagues around for the habit to hold without it.",
    ),
    study=Text(
        "Un portage politique fort fait naître, réussir et durer un projet ; si la position des élus change en "
        "route, l'effet chute. La volonté politique seule n'installe rien de durable : le projet d'administration "
        "doit suivre.",
        "Strong sponsorship lets a project begin, succeed and last; if the élus' position changes midway, the effect "
        "drops. Political will alone installs nothing lasting: the administration's own project must follow.",
    ),
    where=Text("I.B.1.b ; II.A.1.b ; fiche Transfo", "I.B.1.b; II.A.1.b; Transfo case sheet"),
    silent=Text(
        "Rien de partisan : la nouvelle équipe n'est ni meilleure ni moins bonne, ses convictions sont tirées au sort, "
        "et il arrive qu'elle porte la démarche à son tour. Le modèle ne sait pas ce qu'elle inventerait d'autre.",
        "Nothing partisan: the new team is neither better nor worse, its convictions are drawn by lot, and at times it "
        "carries the programme in turn. The model does not know what else it would invent.",
    ),
    monday=Text(
        "Que resterait-il d'écrit, et de connu des équipes, si les élus changeaient demain ?",
        "What would still be written down, and known to the teams, if the élus changed tomorrow?",
    ),
)

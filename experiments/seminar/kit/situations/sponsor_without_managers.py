"""A very present mayor, managers without room to relay."""

from experiments.seminar.kit.claims import Claim, Of, Seen
from experiments.seminar.kit.situation import SPONSORSHIP, STANCE, Situation, World
from sim.core.text import Text

SITUATION = Situation(
    rank=4,
    case="transfo",
    before=World(levers=((SPONSORSHIP, 0.9),)),
    after=World(levers=((SPONSORSHIP, 0.9), (STANCE, 0.3))),
    claims=(
        Claim(Seen.SPREADS, Of.BEFORE, 30, 70),
        Claim(Seen.ISLETS, Of.AFTER, 25, 60),
        Claim(Seen.SPREADS, Of.CHANGE, -45, -10),
    ),
    title=Text("Un maire très présent, des cadres sans marge", "A very present mayor, managers without room"),
    ask=Text(
        "Dans les deux mondes, le maire vient et rend compte. Dans le second, les cadres ont peu de marge pour "
        "relayer : des absences à remplacer, trop de charge. L'élan du maire suffit-il ?",
        "In both worlds the mayor comes and reports. In the second, managers have little room to relay: absences to "
        "cover, too much work. Is the mayor's drive enough?",
    ),
    show=(
        Text(
            "Cas 3, une Transfo. « Portage politique » : « y vient et en rend compte ». Lecture.",
            "Case 3, a Transfo. “Political sponsorship”: “attends and reports on it”. Play.",
        ),
        Text(
            "Monde B, même portage ; « appui de l'encadrement » : « a peu de marge pour relayer ».",
            "World B, same sponsorship; “managers' support”: “has little room to relay”.",
        ),
        Text(
            "À la fin, la vue « Chaleur » : combien de services, et lesquels ?",
            "At the end, the “Heat map” view: how many services, and which?",
        ),
    ),
    see=Text(
        "Beaucoup moins de diffusion, davantage d'îlots : la pratique tient là où l'on a participé, sans passer aux "
        "équipes voisines.",
        "Much less diffusion, more islets: the practice holds where people took part, without passing on to the "
        "teams next to them.",
    ),
    why=Text(
        "Le portage des élus arrive aux équipes par l'encadrement. Là où il n'a pas la marge de relayer, il reste le "
        "cercle des participants et de leurs collègues proches.",
        "The élus' sponsorship reaches teams through their managers. Where they have no room to relay, what remains is "
        "the circle of those who took part and their close colleagues.",
    ),
    study=Text(
        "Les absences des participants créent de la tension dans les équipes et chez leur cadre. Un cadre qui donne du "
        "sens, écoute et délègue libère l'initiative. Portée par un seul service, une innovation tend à rester isolée.",
        "The absences of those who take part create tension in teams and for their manager. A manager who gives "
        "meaning, listens and delegates frees initiative. Carried by one service, innovation tends to stay isolated.",
    ),
    where=Text("I.B.2.b ; I.B.2.c ; II.B.1.b ; fiche Transfo", "I.B.2.b; I.B.2.c; II.B.1.b; Transfo case sheet"),
    silent=Text(
        "Rien sur la qualité des cadres : « peu de marge » décrit une situation, jamais une personne. Rien non plus "
        "sur ce que coûte une marge rendue. Ce cas est rétrospectif et général : ce n'est aucune ville.",
        "Nothing on the worth of managers: “little room” describes a situation, never a person. Nothing either on what "
        "it costs to give room back. This case is retrospective and general: it is no town.",
    ),
    monday=Text(
        "Qu'est-ce que je peux retirer à un cadre pour qu'il ait la place de dire oui ?",
        "What can I take off a manager's plate, so that there is room to say yes?",
    ),
)

"""The three sessions: 5, 15 and 45 minutes."""

from experiments.seminar.kit.session import Session, Step
from sim.core.text import Text

FIVE = Session(
    Text("Cinq minutes : une question, un pari", "Five minutes: one question, one bet"),
    Text(
        "Pour ouvrir une réunion. La salle repart avec une question, pas avec une leçon.",
        "To open a meeting. The room leaves with a question, not with a lesson.",
    ),
    (
        Step(
            1,
            Text("Fichier déjà ouvert, cas 1. Touche P : projeter.", "File already open, case 1. Key P: project."),
            Text(
                "Voici une commune qui n'existe pas. Chaque signe est une personne. Un agent pratique quand il part "
                "régulièrement de ce que vivent les usagers pour faire évoluer son service.",
                "Here is a town that does not exist. Each sign is a person. An agent practises when they "
                "regularly start from what users live through to change their service.",
            ),
        ),
        Step(
            2,
            Text(
                "Situation 1. Compter les mains, les écrire dans les trois champs du pari.",
                "Situation 1. Count hands, write them in the three fields of the bet.",
            ),
            Text(
                "Le maire part à mi-parcours, la même majorité reste. Diffusion, îlots ou retombée ? Une main chacun.",
                "The mayor leaves half-way, the same majority stays. Diffusion, islets or fallback? One hand each.",
            ),
        ),
        Step(
            3,
            Text(
                "Et si… « le maire part ». Lecture, à la vitesse la plus haute. Se taire et regarder.",
                "What if… “the mayor leaves”. Play, at the highest speed. Say nothing and look.",
            ),
        ),
        Step(
            4,
            Text("Ouvrir les cent carrés à côté du pari.", "Open the hundred squares beside the bet."),
            Text(
                "Un carré, une simulation : une seule ne prouve rien, cent donnent une réponse. Qui est surpris, et "
                "de quoi ?",
                "One square, one simulation: one proves nothing, a hundred give an answer. Who is surprised, and by "
                "what?",
            ),
        ),
        Step(
            5,
            Text(
                "Remplacer le départ par « alternance » ; montrer seulement les carrés.",
                "Replace the departure by “change of majority”; show the squares alone.",
            ),
            Text(
                "Le modèle compare des situations, il ne prévoit rien pour nous. Une question pour la route : qui "
                "d'autre que le premier élu saurait dire pourquoi notre démarche existe ?",
                "The model compares situations, it forecasts nothing for us. A question to take along: who, beside the "
                "head of the executive, could say why our programme exists?",
            ),
        ),
    ),
)

FIFTEEN = Session(
    Text("Quinze minutes : deux départs et un levier", "Fifteen minutes: two departures and one lever"),
    Text(
        "Pour un comité de direction. La salle distingue ce qui tient à une personne de ce qui tient à l'organisation.",
        "For a management committee. The room tells what rests on a person from what rests on the organisation.",
    ),
    (
        Step(
            2,
            Text(
                "Distribuer la fiche. Cas 1, touche P. Montrer une personne, un service, la courbe.",
                "Hand out the sheet. Case 1, key P. Show one person, one service, the curve.",
            ),
            Text(
                "L'élu porte, la direction et les cadres relaient, l'agent pratique, le citoyen participe. Le trait "
                "fin : la même commune sans la démarche. Rien n'est calé sur notre collectivité.",
                "The élu carries, management relays, the agent practises, the citizen takes part. The thin line: the "
                "same town without the programme. Nothing is calibrated on our authority.",
            ),
        ),
        Step(
            4,
            Text("Situation 1 : lire la question, compter les mains.", "Situation 1: read the question, count hands."),
            Text(
                "Écrivez d'abord votre pari sur la fiche. On ne change plus d'avis.",
                "Write your bet on the sheet first. No change of mind.",
            ),
        ),
        Step(
            7,
            Text(
                "Lire A, puis A et B. S'arrêter à la première différence. Cent carrés.",
                "Play A, then A and B. Stop at the first difference. Hundred squares.",
            ),
            Text(
                "Qu'est-ce qui aurait dû être vrai pour que votre pari soit le bon ?",
                "What would have had to be true for your bet to be right?",
            ),
        ),
        Step(
            10,
            Text(
                "Situation 2 : monter le portage, nouveau pari, alternance, lecture, « Pourquoi ? ».",
                "Situation 2: raise the sponsorship, a new bet, change of majority, play, “Why?”.",
            ),
            Text(
                "Même mois, mêmes hasards. Pourquoi ce départ-là change-t-il tout ?",
                "Same month, same luck. Why does this departure change everything?",
            ),
        ),
        Step(
            13,
            Text(
                "Situation 5, cas 2 : d'abord le président seul, ensuite l'encadrement.",
                "Situation 5, case 2: first the president alone, then the managers.",
            ),
            Text(
                "Si vous n'aviez qu'un levier, lequel ? Regardez aussi le trait fin.",
                "If you had one lever only, which? Look at the thin line too.",
            ),
        ),
        Step(
            15,
            Text(
                "Lire à voix haute « ce que le modèle ne dit pas » de la carte 5. Remplir « lundi ».",
                "Read aloud “what the model does not say” on card 5. Fill in “Monday”.",
            ),
            Text("Une phrase chacun : ce que je fais lundi.", "One sentence each: what I do on Monday."),
        ),
    ),
)

FORTY_FIVE = Session(
    Text("Quarante-cinq minutes : la salle choisit", "Forty-five minutes: the room chooses"),
    Text(
        "Pour une formation. La salle parie, se trompe, cherche pourquoi, et défend un levier.",
        "For a training course. The room bets, errs, looks for reasons, and defends a lever.",
    ),
    (
        Step(
            3,
            Text(
                "Distribuer la fiche et un crayon. Cas 1, touche P.", "Hand out the sheet and a pencil. Case 1, key P."
            ),
            Text(
                "Une étude de 2019 a recueilli des constats ; un modèle les fait jouer ensemble. Il explique et "
                "compare, il ne prévoit pas. Personne ici n'est dans l'image.",
                "A study of 2019 gathered findings; a model lets them play together. It explains and compares, it does "
                "not forecast. Nobody here is in the picture.",
            ),
        ),
        Step(
            6,
            Text(
                "Une minute d'explication (touche ?). Suivre une seule personne du doigt, et son service.",
                "One minute of explanation (key ?). Follow one person with a finger, and its service.",
            ),
            Text(
                "À votre avis, quand un service a-t-il vraiment changé ?",
                "In your view, when has a service really changed?",
            ),
        ),
        Step(
            12,
            Text("Situation 1 : pari, A, B, cent carrés.", "Situation 1: bet, A, B, hundred squares."),
            Text("Qui a vu partir un élu porteur ? Qu'est-ce qui a tenu ?", "Who saw a sponsor leave? What held?"),
        ),
        Step(
            18,
            Text("Situation 2 : nouveau pari, A, B, « Pourquoi ? ».", "Situation 2: a new bet, A, B, “Why?”."),
            Text(
                "Plus l'élu porte, plus la démarche monte. Et quand tout repose sur lui ?",
                "The more the élu carries, the higher the programme climbs. And when all rests there?",
            ),
        ),
        Step(
            24,
            Text(
                "Situation 3 : pari, A, B. S'arrêter à mi-parcours sur la rangée des cadres.",
                "Situation 3: bet, A, B. Stop half-way on the row of managers.",
            ),
            Text(
                "Personne n'a dit non. Où l'information s'est-elle usée ?",
                "Nobody said no. Where did the information wear out?",
            ),
        ),
        Step(
            30,
            Text(
                "Groupes de trois, sans écran. Chacun défend un levier : l'élu, les cadres, l'argent.",
                "Groups of three, no screen. Each defends a lever: the élu, the managers, the money.",
            ),
            Text(
                "Deux minutes par personne. Cherchez ce qui ferait perdre votre levier.",
                "Two minutes each. Look for what would make your lever lose.",
            ),
        ),
        Step(
            37,
            Text(
                "Vote : jouer deux situations parmi 4, 5 et 6. Pari avant chacune.",
                "Vote: play two situations among 4, 5 and 6. A bet before each.",
            ),
            Text(
                "« Le modèle ne tranche pas » est une réponse : l'issue dépend d'hypothèses que l'étude ne départage "
                "pas.",
                "“The model does not settle” is an answer: the outcome depends on assumptions that the study leaves "
                "open.",
            ),
        ),
        Step(
            41,
            Text(
                "Distribuer les cartes, une par groupe. Chacun lit « ce que le modèle ne dit pas ».",
                "Hand out the cards, one a group. Each reads “what the model does not say”.",
            ),
            Text(
                "Qu'est-ce qui, chez nous, ne ressemble pas à cette image ?",
                "What, at home, does not look like this picture?",
            ),
        ),
        Step(
            45,
            Text(
                "Remplir « lundi », à deux. Deux volontaires lisent.",
                "Fill in “Monday”, in pairs. Two volunteers read.",
            ),
            Text(
                "Un geste, une personne, une date. Le reste peut attendre.",
                "One gesture, one person, one date. The rest can wait.",
            ),
        ),
    ),
)

SESSIONS = (FIVE, FIFTEEN, FORTY_FIVE)

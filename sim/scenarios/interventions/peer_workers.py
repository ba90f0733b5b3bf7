"""Peer workers recruited."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Toward, lever

INTERVENTION = lever(
    Toward("citizens.far_contact"),
    title=Text("Recruter des pairs-aidants", "Peer workers recruited"),
    effect=Text(
        "Deux personnes qui ont vécu les situations vont vers les publics éloignés : leur parole arrive aux "
        "agents.",
        "Two people with lived experience reach out to citizens far from services: their word reaches the agents.",
    ),
    equation="P(contact of citizens far from services) = kappa_c far_contact",
    evidence="B",
    source=Text(
        "étude, R9, II.A.2.a, M19, fiche Grenoble (équipe juridique mobile) ; taille de l'effet : hypothèse",
        "study, R9, II.A.2.a, M19, case Grenoble (mobile legal team); size of the effect: assumption",
    ),
    prices=(
        Price(
            eur_once=3000.0, eur_month=6000.0,
            source=Text(
                "hypothèse : deux postes de catégorie C à 36 000 euros par an charges comprises ; 1 500 euros"
                " de formation chacun",
                "assumption: two category C posts at 36 000 euros a year, charges included; 1 500 euros of "
                "training each",
            ),
        ),
        Price(
            days_month=2.0,
            source=Text(
                "hypothèse : une journée par mois de tutorat pour chacun",
                "assumption: a day a month of support for each",
            ),
        ),
    ),
    delay_months=6,
    decider=Decider.DELIBERATION,
    step=Text(
        "délibération qui crée les emplois au tableau des effectifs, fiche de poste, contrat ou parcours PACTE",
        "vote that creates the posts in the staff table, job description, contract",
    ),
    recommendation="R9",
)

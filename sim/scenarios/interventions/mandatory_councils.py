"""Mandatory citizens' councils with few means."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Plus, Times, lever

INTERVENTION = lever(
    Plus("citizens.offers_per_year", 1.0),
    Plus("citizens.join", -0.4),
    Times("citizens.offer_weight", 0.5),
    title=Text("Des conseils citoyens obligatoires", "Mandatory citizens' councils"),
    effect=Text(
        "Une offre de plus par quartier et par an, mais des procédures qui éloignent et une parole qui pèse peu.",
        "One more offer a district and year, but procedures that keep people away and a word that weighs little.",
    ),
    equation=(
        "offers a year; logit join += c0; P(offer followed) = acc (0.4 + 0.8 S_pol) weight; fatigue, trust by "
        "answers"
    ),
    evidence="B",
    source=Text(
        "étude, I.A.1.a, M4, N20 ; taille de l'effet : hypothèse",
        "study, I.A.1.a, M4, N20; size of the effect: assumption",
    ),
    prices=(
        Price(
            eur_month=700.0, days_month=6.0,
            source=Text(
                "hypothèse : petit budget de fonctionnement, secrétariat",
                "assumption: small running budget, secretariat",
            ),
        ),
    ),
    delay_months=6,
    decider=Decider.OUTSIDE,
    step=Text(
        "loi du 21 février 2014 (loi Lamy) ; arrêté préfectoral, délibération d'application",
        "law of 21 February 2014 (loi Lamy); prefect's order, vote that applies it",
    ),
    case=Text(
        "Conseils citoyens des quartiers prioritaires : obligatoires, avec peu de moyens, des procédures "
        "techniques, des agents et des élus non formés (I.A.1.a).",
        "Citizens' councils of priority districts: mandatory, with few means, technical procedures, untrained"
        " agents and élus (I.A.1.a).",
    ),
)

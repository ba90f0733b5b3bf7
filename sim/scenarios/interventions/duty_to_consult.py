"""A legal duty to consult."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Plus, Toward, lever

INTERVENTION = lever(
    Plus("citizens.offers_per_year", 1.0),
    Toward("formal.project", share=0.15),
    title=Text("Une obligation légale de consulter", "A legal duty to consult"),
    effect=Text(
        "La loi impose une offre de plus par quartier et par an, et fait entrer un peu la parole des usagers "
        "dans les règles.",
        "The law imposes one more offer a district and year, and brings users' voice a little into the rules.",
    ),
    equation=(
        "offers a year = max(citizens.offers_per_year, programme.offers_per_year while active); logit pass += rF F"
    ),
    evidence="C",
    source=Text(
        "étude, III.D, M66 (une seule remarque) ; taille de l'effet : hypothèse",
        "study, III.D, M66 (a single remark); size of the effect: assumption",
    ),
    prices=(
        Price(
            eur_month=800.0, days_month=4.0,
            source=Text(
                "hypothèse : une concertation de plus par an et par quartier, à organiser et à dépouiller",
                "assumption: one more consultation a year and district, to hold and to read",
            ),
        ),
    ),
    delay_months=6,
    decider=Decider.OUTSIDE,
    step=Text(
        "loi ou décret ; délibération d'application",
        "law or decree; vote of the council that applies it",
    ),
)

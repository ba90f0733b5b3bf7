"""Regular debate among elus."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Toward, lever

INTERVENTION = lever(
    Toward("sponsorship.debate"),
    title=Text("Débat régulier entre élus", "Regular debate among élus"),
    effect=Text(
        "Débattre atténue la dépossession et renforce le portage des plus ouverts ; certains ne bougent pas.",
        "Debate eases dispossession and strengthens the support of the more flexible; some never move.",
    ),
    equation="d* = clip01(k role V (1 - debate flexibility) (1 - J) (1 - 0.5 command)); S* += sB debate flexibility",
    evidence="B",
    source=Text(
        "étude, R2, I.B.1.b, M32, N14 (séminaires trimestriels) ; taille de l'effet : hypothèse",
        "study, R2, I.B.1.b, M32, N14 (quarterly seminars); size of the effect: assumption",
    ),
    prices=(
        Price(
            elu_hours_month=1.0, per="elu",
            source=Text(
                "étude, N14 : une fois par trimestre ; trois heures : hypothèse",
                "study, N14: once a quarter; three hours: assumption",
            ),
        ),
        Price(
            eur_month=200.0, days_month=1.0,
            source=Text(
                "hypothèse : trois jours de préparation et 600 euros par séminaire",
                "assumption: three days of preparation and 600 euros a seminar",
            ),
        ),
    ),
    delay_months=3,
    decider=Decider.EXECUTIVE,
    step=Text(
        "séminaire inscrit au calendrier du bureau",
        "a seminar entered in the calendar of the bureau",
    ),
    recommendation="R2",
)

"""A lab shared with others of the territory."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Times, lever

INTERVENTION = lever(
    Times("cost.lab_eur_year", 0.5),
    Times("adoption.lab", 0.7),
    Times("abandonment.lab", 0.7),
    Times("relay.lab", 0.7),
    Times("lab.closure_sponsor", 0.8),
    Times("lab.win_probability", 0.8),
    title=Text("Un labo partagé à l'échelle du territoire", "A lab shared across the territory"),
    effect=Text(
        "Le labo coûte moitié moins et naît plus facilement ; partagé, il s'enracine moins et le portage "
        "local le protège moins.",
        "The lab costs half as much and opens more easily; being shared, it has weaker roots and local "
        "sponsorship protects it less.",
    ),
    equation=(
        "logit opening -= lK min(3, cost / 0.3 % of the budget); logit adopt += aL alpha L; logit closure -= kS "
        "S_pol"
    ),
    evidence="B",
    source=Text(
        "étude, R16, II.B.2.b, M59 ; taille de l'effet : hypothèse",
        "study, R16, II.B.2.b, M59; size of the effect: assumption",
    ),
    prices=(
        Price(
            days_once=15.0, days_month=1.0,
            source=Text(
                "hypothèse : négociation de la convention, puis un comité par trimestre ; la part du labo est"
                " comptée avec le labo",
                "assumption: talks on the agreement, then a committee every quarter; the share of the lab is "
                "counted with the lab",
            ),
        ),
    ),
    delay_months=6,
    decider=Decider.DELIBERATION,
    step=Text(
        "délibérations concordantes et convention de mutualisation",
        "matching votes of the authorities and a sharing agreement",
    ),
    recommendation="R16",
    case=Text(
        "Labos mutualisés (labo parisien de Pôle emploi, labos financés par le programme d'investissements "
        "d'avenir) : ressources partagées, ancrage local faible, appropriation inégale, économie fragile "
        "(II.B.2.b).",
        "Shared labs (that of Pôle emploi in Paris, those funded by the national investment programme): "
        "shared resources, weak local roots, uneven appropriation, fragile economics (II.B.2.b).",
    ),
)

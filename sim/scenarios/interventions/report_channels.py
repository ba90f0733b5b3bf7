"""Report channels by telephone or application."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Times, Toward, lever

INTERVENTION = lever(
    Toward("citizens.direct_channel", share=0.3),
    Times("citizens.voice_agent", 0.9),
    Toward("decision.reasons", share=0.2),
    title=Text("Un canal de signalement direct", "A direct report channel"),
    effect=Text(
        "Les habitants signalent sans passer par un agent ni par un élu ; chacun suit sa demande. Les élus "
        "peuvent se sentir dépossédés.",
        "Inhabitants report without passing by an agent or an élu; each can follow the request. Élus may feel"
        " dispossessed.",
    ),
    equation=(
        "direct voice with P = 0.02 direct_channel; V = direct / (direct + told to elus); P(refusal explained) = "
        "phi"
    ),
    evidence="C",
    source=Text(
        "étude, Introduction, II.B.1.a, M31, M67 ; taille de l'effet : hypothèse",
        "study, Introduction, II.B.1.a, M31, M67; size of the effect: assumption",
    ),
    prices=(
        Price(
            eur_once=40000.0, eur_month=2000.0,
            source=Text(
                "hypothèse : application et accueil téléphonique",
                "assumption: application and telephone desk",
            ),
        ),
        Price(
            days_month=10.0,
            source=Text(
                "hypothèse : une personne à mi-temps pour trier et relancer",
                "assumption: half a post to sort and follow up",
            ),
        ),
    ),
    delay_months=6,
    decider=Decider.EXECUTIVE,
    step=Text(
        "marché public, déclaration au registre des traitements (RGPD)",
        "public contract, entry in the register of data processing (GDPR)",
    ),
    case=Text(
        "Plaine Commune, Allo Agglo, et Paris, DansMaRue : signalements par téléphone ou application "
        "(Introduction).",
        "Plaine Commune, Allo Agglo, and Paris, DansMaRue: reports by telephone or application (Introduction).",
    ),
)

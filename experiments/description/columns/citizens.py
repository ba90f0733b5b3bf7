"""Columns of `citizens`."""

from experiments.description.columns import FIXED, STOCK, Table, code, count, flag, month, row, share
from sim.core.text import Text

PLACE = 6

TABLE = Table(
    "citizens",
    Text("Citoyen simulé", "Simulated citizen"),
    Text(
        "`authority.simulated_citizens`, rangés par quartier ; chacun représente plusieurs habitants",
        "`authority.simulated_citizens`, contiguous by district; each stands for several inhabitants",
    ),
    {
        "district": row(FIXED, "quartier", "district"),
        "far": flag(FIXED, "", "éloigné des services (non-recours)", "far from services (non-take-up)"),
        "n_services": count(FIXED, "", "services utilisés, de 1 à 3", "services used, 1 to 3", low=1),
        "services": row(
            FIXED, "les trois rangs de services tirés, dont les premiers comptent",
            "the three rows of services drawn, of which the first count",
        ),
        "need": share(FIXED, "", "besoin : ce qui fait parler", "need: what makes one speak"),
        "trust": share(STOCK, "τ", "confiance : parler sert à quelque chose", "trust that speaking is of use"),
        "trust_base": share(FIXED, "τ⁰", "niveau propre de confiance", "own level of trust"),
        "quality": share(STOCK, "y", "qualité perçue", "perceived quality"),
        "fatigue": share(STOCK, "f", "lassitude", "fatigue"),
        "took_part": flag(
            STOCK, "", "a pris part à la dernière offre de son quartier", "took part in the last offer of its district"
        ),
        "waits_for": code(
            STOCK, 2, "attend une réponse : 0 à rien, 1 à un sujet remonté, 2 à une offre",
            "waits for an answer: 0 to nothing, 1 to an item, 2 to an offer",
        ),
        "waits_since": month(STOCK, "mois depuis lequel il attend", "month since which it waits"),
    },
)

"""Columns of `items`."""

from experiments.description.columns import STOCK, Table, code, count, flag, month, row
from sim.core.text import Text

PLACE = 7

TABLE = Table(
    "items",
    Text("Sujet remonté", "Item"),
    Text(
        "un rang par sujet en chemin ou en cours de réalisation ; les rangs au-delà de `authority.n_items` sont libres",
        "one row an item on its way or being carried out; rows beyond `authority.n_items` are free",
    ),
    {
        "author": row(STOCK, "agent qui l'a fait remonter", "field agent who brought it up"),
        "month": month(STOCK, "mois de création", "month of creation", low=0),
        "kind": code(
            STOCK, 3, "qui décide : 0 l'agent lui-même (ne reste pas dans la table), 1 son manager direct, "
            "2 le manager à mi-chaîne, 3 les élus",
            "who decides: 0 the agent itself (not kept in the table), 1 its direct manager, 2 the manager half-way up, "
            "3 the élus",
        ),
        "state": code(STOCK, 1, "0 monte, 1 accepté, en cours de réalisation", "0 climbing, 1 accepted, under way"),
        "hops_left": count(STOCK, "h", "postes qu'il lui reste à passer", "posts it still has to pass"),
        "at": row(STOCK, "manager où il attend ; -1 après le DGS", "manager it waits at; -1 past the DGS", low=-1),
        "by_practitioner": flag(STOCK, "", "son auteur pratiquait en le disant", "its author practised when it spoke"),
        "citizen": row(
            STOCK, "citoyen qui attend la réponse ; -1 personne", "citizen who waits for the answer; -1 nobody", low=-1
        ),
    },
)

"""Columns of `managers`."""

from experiments.description.columns import FIXED, STOCK, Table, count, row, share
from sim.core.text import Text

PLACE = 4

TABLE = Table(
    "managers",
    Text("Manager", "Manager"),
    Text(
        "un rang par poste, du premier niveau au DGS (dernier rang) ; nombre : `hierarchy.depth`, ou `chart`",
        "one row a post, from the first line to the DGS (last row); number: `hierarchy.depth`, or `chart`",
    ),
    {
        "level": count(FIXED, "l", "niveau, 1 au-dessus des équipes", "level, 1 right above teams", low=1),
        "parent": row(FIXED, "supérieur ; -1 pour le DGS", "superior; -1 for the DGS", low=-1),
        "span": count(
            FIXED, "b", "subordonnés directs : postes, et agents des équipes menées",
            "direct subordinates: posts, and agents of the teams led",
        ),
        "agents_below": count(FIXED, "", "agents de terrain sous le poste", "field agents under the post"),
        "overload": share(FIXED, "o_j", "surcharge due au nombre d'encadrés", "overload due to the span"),
        "stance": share(
            STOCK, "M", "posture : 0 retient, 1 porte ; celle du DGS est A",
            "stance: 0 holds back, 1 carries; that of the DGS is A",
        ),
    },
)

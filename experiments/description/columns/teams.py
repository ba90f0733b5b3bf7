"""Columns of `teams`."""

from math import inf

from experiments.description.columns import FIXED, STOCK, Column, Table, count, row, share
from sim.core.text import Text

PLACE = 2

TABLE = Table(
    "teams",
    Text("Équipe", "Team"),
    Text(
        "environ N / `authority.team_size`, jamais à cheval sur deux services",
        "about N / `authority.team_size`, never across two services",
    ),
    {
        "first": row(FIXED, "premier agent de l'équipe", "first field agent of the team"),
        "size": count(FIXED, "n_g", "agents de l'équipe", "field agents of the team", low=1),
        "service": row(FIXED, "service de l'équipe", "service of the team"),
        "manager": row(FIXED, "manager direct de l'équipe", "direct manager of the team"),
        "chain_length": count(
            FIXED, "L", "postes entre l'équipe et les élus, DGS compris",
            "posts between the team and the élus, the DGS included", low=1,
        ),
        "evidence": Column(
            STOCK, "results", 0, inf, "V_g", Text("résultats vus dans l'équipe", "results seen in the team")
        ),
        "tension": share(
            STOCK, "T_g", "tension due aux absences, au mois précédent", "tension caused by absences, last month"
        ),
    },
)

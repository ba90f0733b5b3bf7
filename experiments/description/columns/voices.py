"""Columns of `voices`."""

from math import inf

from experiments.description.columns import STOCK, Column, Table
from sim.core.text import Text

PLACE = 8

TABLE = Table(
    "voices",
    Text("Paroles des six derniers mois", "Voices of the last six months"),
    Text("une case par mois (modulo 6) et par quartier", "one cell a month (modulo 6) and district"),
    {
        "direct": Column(
            STOCK, "voices a month", 0, inf, "",
            Text(
                "paroles parvenues à l'administration sans passer par les élus",
                "voices that reached the administration without passing by the élus",
            ),
        ),
        "told_elus": Column(
            STOCK, "voices a month", 0, inf, "", Text("paroles dites aux élus", "voices told to the élus")
        ),
    },
)

"""Columns of `services`."""

from math import inf

from experiments.description.columns import FIXED, STOCK, Column, Table, count, month, row, share
from sim.core.text import Text

PLACE = 3

TABLE = Table(
    "services",
    Text("Service", "Service"),
    Text(
        "`authority.services`, de tailles presque égales, ou ceux de `chart.services`",
        "`authority.services`, of nearly equal sizes, or those of `chart.services`",
    ),
    {
        "size": count(FIXED, "n_s", "agents du service", "field agents of the service", low=1),
        "first_team": row(FIXED, "première équipe du service", "first team of the service"),
        "first_front": row(
            FIXED, "début de ses agents au contact du public, dans leur liste",
            "where its agents in contact with the public start in their list",
        ),
        "n_front": count(FIXED, "", "agents au contact du public", "field agents in contact with the public"),
        "expected_voices": Column(
            FIXED, "voices a month", 0, inf, "λ̄_s",
            Text(
                "paroles de citoyens simulés attendues par mois, réglages de départ",
                "voices of simulated citizens expected a month, settings of the start",
            ),
        ),
        "quality": share(STOCK, "Q_s", "qualité technique", "technical quality"),
        "gap": share(
            STOCK, "g_s", "écart entre critères des usagers et critères techniques",
            "gap between users' and technical criteria",
        ),
        "evidence": Column(
            STOCK, "results", 0, inf, "V_s", Text("résultats vus dans le service", "results seen in the service")
        ),
        "equipped_month": month(
            STOCK, "mois où le service a reçu l'instrument", "month when the service was given the instrument"
        ),
    },
)

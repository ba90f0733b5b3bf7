"""Columns of `elus`."""

from experiments.description.columns import FIXED, STOCK, Table, code, row, share
from sim.core.text import Text

PLACE = 5

TABLE = Table(
    "elus",
    Text("Élu de l'exécutif", "Élu of the executive"),
    Text(
        "un rang par siège : la tête de l'exécutif (rang 0), les élus thématiques, un élu par quartier",
        "one row a seat: the head of the executive (row 0), the thematic élus, one élu a district",
    ),
    {
        "role": code(
            FIXED, 2,
            "0 tête de l'exécutif, 1 thématique, 2 de quartier", "0 head of the executive, 1 thematic, 2 district",
        ),
        "district": row(FIXED, "quartier de l'élu ; -1 sans quartier", "the élu's district; -1 without one", low=-1),
        "flexibility": share(
            FIXED, "φ_e", "ouverture : ce que le débat entre élus peut atténuer",
            "flexibility: how far debate among élus can ease dispossession",
        ),
        "sponsorship": share(STOCK, "S_e", "portage", "sponsorship"),
        "involvement": share(
            STOCK, "J_e",
            "implication du mois, recopiée de la chronologie", "involvement of the month, from the timeline",
        ),
        "dispossession": share(STOCK, "d_e", "dépossession ressentie", "dispossession felt"),
    },
)

"""Fields of `authority`."""

from math import inf

from experiments.description.columns import FIXED, STOCK, Column, Table, code, count, flag, month, row, share
from sim.core.text import Text

PLACE = 0

TABLE = Table(
    "authority",
    Text("Collectivité", "Authority"),
    Text("un seul rang", "a single row"),
    {
        "inhabitants": Column(FIXED, "inhabitants", 1, inf, "pop", Text("habitants", "inhabitants")),
        "budget_eur": Column(
            FIXED, "EUR a year", 0, inf, "B_op", Text("budget de fonctionnement annuel", "yearly operating budget")
        ),
        "n_districts": count(FIXED, "", "quartiers où vivent les citoyens", "districts where citizens live", low=1),
        "status": code(
            STOCK, 4, "démarche : 0 prévue, 1 en cours, 2 finie, 3 arrêtée, 4 non lancée",
            "programme: 0 planned, 1 active, 2 ended, 3 aborted, 4 not launched",
        ),
        "end_month": month(
            STOCK, "mois de fin ou d'arrêt de la démarche, de son dernier appel s'il y en eut plusieurs",
            "month when the programme ended or was stopped; its last call, where there were several",
        ),
        "first_end": month(
            STOCK, "mois où le premier appel est fini : d'où part la fenêtre du labo",
            "month when the first call is over: the lab's window counts from there",
        ),
        "first_result": month(
            STOCK, "mois du premier résultat visible de la démarche", "month of the programme's first visible result"
        ),
        "second_project": month(
            STOCK, "mois où un second projet s'ouvre (noté, sans effet)",
            "month when a second project opens (noted, without effect)",
        ),
        "lead": row(
            STOCK, "agent qui anime la démarche ; -1 personne", "field agent who leads the programme; -1 nobody", low=-1
        ),
        "low_months": count(
            STOCK, "", "mois consécutifs de portage trop faible", "consecutive months of too little sponsorship"
        ),
        "cases": Column(
            STOCK, "cases", 0, inf, "V_c",
            Text("cas réussis montrés à la direction générale", "successful cases shown to the direction générale"),
        ),
        "evidence_at_start": share(
            STOCK, "Ē₀", "résultats visibles au mois du début ; 0 avant", "visible results in the start month; 0 before"
        ),
        "volunteers_at_start": Column(
            STOCK, "agents", 0, inf, "V₁",
            Text("volontaires attendus du premier appel", "volunteers expected at the first call"),
        ),
        "n_items": count(STOCK, "", "sujets dans la table `items`", "items in the table `items`"),
        "lab": flag(STOCK, "L", "un labo est ouvert", "a lab is open"),
        "lab_opened": month(STOCK, "mois d'ouverture du labo", "month when the lab opened"),
        "lab_vote": month(
            STOCK, "mois où un nouvel exécutif vote sur le labo", "month when a new executive votes on the lab"
        ),
        "stance_intercept": Column(
            FIXED, "log-odds", -inf, inf, "m₀",
            Text(
                "constante de la posture, réglée pour que `management.stance` soit un point de repos au mois 0",
                "intercept of stance, set so that `management.stance` is a resting point at month 0",
            ),
        ),
    },
)

"""Columns of `field_agents`."""

from math import inf

from experiments.description.columns import FIXED, STOCK, Column, Table, code, count, flag, month, row, share
from sim.core.text import Text

PLACE = 1

TABLE = Table(
    "field_agents",
    Text("Agent de terrain", "Field agent"),
    Text(
        "un rang par poste, `authority.field_agents` en tout, rangés par équipe ; qui part est remplacé au même rang",
        "one row a post, `authority.field_agents` in all, contiguous by team; who leaves is replaced at the same row",
    ),
    {
        "team": row(FIXED, "équipe du poste", "team of the post"),
        "service": row(FIXED, "service du poste", "service of the post"),
        "category": code(FIXED, 2, "catégorie statutaire : 0 A, 1 B, 2 C", "statutory category: 0 A, 1 B, 2 C"),
        "front": flag(FIXED, "", "le poste est au contact du public", "the post is in contact with the public"),
        "neutral": flag(
            FIXED, "ν", "lit le devoir de neutralité comme une abstention", "reads the duty of neutrality as abstention"
        ),
        "cross_tie": flag(
            FIXED, "", "a au moins un lien de travail hors de son service", "has at least one work tie across services"
        ),
        "practises": flag(STOCK, "x", "pratique", "practises"),
        "trial": flag(
            STOCK, "", "ne pratique que pour un mois, après un atelier court",
            "practises for one month only, after a flash workshop",
        ),
        "practising_neighbours": count(
            STOCK, "", "collègues liés qui pratiquent, tenus à jour", "tied colleagues who practise, kept up to date"
        ),
        "threshold": Column(
            FIXED, "ties or share", 0, inf, "φ",
            Text(
                "seuil de l'agent, lu par la seule forme « seuil » de l'adoption",
                "the agent's threshold, read by the threshold form of adoption only",
            ),
        ),
        "role": code(
            STOCK, 2, "place dans la démarche : 0 jamais, 1 membre, 2 ancien membre",
            "place in the programme: 0 never, 1 member, 2 former member",
        ),
        "recruited_month": month(STOCK, "mois du recrutement", "month of recruitment"),
        "released_month": month(STOCK, "mois de sortie de la démarche", "month of leaving the programme"),
        "motivation": share(STOCK, "m", "motivation", "motivation"),
        "motivation_base": share(FIXED, "m⁰", "niveau propre de motivation", "own level of motivation"),
        "cynicism": share(STOCK, "c", "désabusement", "cynicism"),
        "cynicism_base": share(FIXED, "c⁰", "niveau propre de désabusement", "own level of cynicism"),
        "skill": share(STOCK, "k", "savoir-faire acquis dans la démarche", "skill gained in the programme"),
    },
)

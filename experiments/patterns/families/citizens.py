"""Citizens: how many take part, and what answers do to their trust."""

from math import nan

import numpy as np

from experiments.patterns.acceptance import at_least, below, between
from experiments.patterns.conditions import END, START, TRANSFO, YEAR
from experiments.patterns.items import refused_citizens
from experiments.patterns.lives import Lives
from experiments.patterns.pattern import Cell, Part, Pattern, Row, Sample
from experiments.patterns.sums import mean
from sim.core.text import Text

_YEARS = 3


def look_reach(lives: Lives) -> Row:
    """Share of citizens who take part in a year, over three years (one offer a year: nobody counts twice)."""
    joined = lives["ordinary"].monthly["participation"][START : START + _YEARS * YEAR]
    return {"reach": float(joined.sum() / _YEARS)}


def reach(sample: Sample) -> dict[str, float]:
    """Mean yearly share."""
    return {"reach": mean(sample["reach"])}


SF15 = Pattern(
    id="SF15",
    title=Text("1 à 2 % des habitants participent dans l'année", "1-2 % of citizens take part in a year"),
    conditions=Text("offre consultative ordinaire, sans démarche", "ordinary consultative offer, no programme"),
    grade="A",
    use="C",
    source="I.A.1.a, III.C.2 (N1, M60)",
    cells={"ordinary": Cell("reference", months=START + _YEARS * YEAR)},
    look=look_reach,
    statistic=reach,
    parts=(
        Part("reach", Text("part des citoyens dans l'année", "share of citizens in a year"), between(0.008, 0.025)),
    ),
)


_SEEN = 6


def look_refusals(lives: Lives) -> Row:
    """Change of trust of those whose request is refused or lost, from its eve to six months after."""
    row: Row = {}
    for name in ("reasons", "silence"):
        life = lives[name]
        changes = [
            life.trust[month + _SEEN - 1, who] - life.trust[month - 1, who]
            for month in range(START, END + YEAR)
            if (who := refused_citizens(life, month)).size
        ]
        row[name] = float(np.concatenate(changes).mean()) if changes else nan
    return row


def refusals(sample: Sample) -> dict[str, float]:
    """Mean change over replicates, with reasons and without."""
    return {"reasons": mean(sample["reasons"]), "silence": mean(sample["silence"])}


SF14 = Pattern(
    id="SF14",
    title=Text("Expliquer un refus garde la confiance", "Explaining a refusal keeps trust"),
    conditions=Text(
        "Transfo ; tous les refus sont expliqués, ou aucun ; confiance des citoyens refusés six mois après",
        "Transfo; all refusals are explained, or none; trust of refused citizens six months later",
    ),
    grade="B",
    use="C",
    source="Cas-PNU, Cas-BV, III.C.1.b (M62)",
    cells={name: TRANSFO.but(f"decision.reasons={on}", months=47) for name, on in (("reasons", 1), ("silence", 0))},
    look=look_refusals,
    statistic=refusals,
    parts=(
        Part("reasons", Text("changement de confiance, refus expliqué", "change of trust, explained"), at_least(0)),
        Part("silence", Text("changement de confiance, sans explication", "change of trust, unexplained"), below(0)),
    ),
)

"""Citizens: how many take part, and what answers do to their trust."""

from experiments.patterns.acceptance import between
from experiments.patterns.conditions import START, YEAR
from experiments.patterns.lives import Lives
from experiments.patterns.pattern import Cell, Part, Pattern, Row, Sample
from experiments.patterns.sums import mean
from sim.core.text import Text

_YEARS = 3


def look_reach(lives: Lives) -> Row:
    """Share of citizens who take part in a year, over three years: a district has one offer a year, nobody counts twice."""
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

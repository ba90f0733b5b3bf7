"""Those who take part: who comes, who stops, what it does to them, what they keep."""

import numpy as np

from experiments.patterns.acceptance import at_least, between
from experiments.patterns.conditions import END, MIX, START
from experiments.patterns.life import Life
from experiments.patterns.lives import Lives
from experiments.patterns.pattern import Part, Pattern, Row, Sample
from experiments.patterns.sums import mean, ratio
from sim.core import codes
from sim.core.text import Text


def stopped_by_age(life: Life) -> np.ndarray:
    """Members who stop while the programme runs, by its age in months [duration]; those who leave their post apart."""
    stops = np.zeros(END - START)
    for month in range(START + 1, END):
        if life.status[month] == codes.ACTIVE:
            stops[month - START] = np.count_nonzero(life.members(month - 1) & (life.role[month] == codes.FORMER))
    return stops


def look_stops(lives: Lives) -> Row:
    """Drop-outs of a programme that runs to its end; nan where it was broken off."""
    life = lives["mix"]
    stops = stopped_by_age(life)
    if life.stop >= 0:
        stops = np.full(stops.size, np.nan)
    recruited = life.config.programme.ambassadors
    return {"share": float(stops.sum()) / recruited, "early": float(stops[: stops.size // 2].sum()), "all": stops.sum()}


def stops(sample: Sample) -> dict[str, float]:
    """Mean share of the ambassadors who stop; of all who stop, the share before mid-programme."""
    return {"share": mean(sample["share"]), "early": ratio(sample["early"], sample["all"])}


SF2 = Pattern(
    id="SF2",
    title=Text("10 à 15 % des ambassadeurs s'arrêtent, surtout au début", "10-15 % of ambassadors stop, mostly early"),
    conditions=Text(
        "Transfo menée à son terme, portage tiré entre 0,3 et 0,95",
        "Transfo that runs to its end, sponsorship drawn between 0.3 and 0.95",
    ),
    grade="A",
    use="C",
    source="III.D (N3), Cas-T",
    cells={"mix": MIX},
    look=look_stops,
    statistic=stops,
    parts=(
        Part("share", Text("part qui s'arrête", "share who stop"), between(0.08, 0.18)),
        Part("early", Text("dont avant la moitié", "of these, before half-way"), at_least(0.60)),
    ),
)

"""Élus: direct voice dispossesses those of districts; debate moves part of them."""

import numpy as np

from experiments.patterns.acceptance import at_least, between
from experiments.patterns.conditions import START, TERRITORIAL
from experiments.patterns.life import Life
from experiments.patterns.lives import Lives
from experiments.patterns.pattern import Part, Pattern, Row, Sample
from experiments.patterns.sums import mean, quotient, ratio
from sim.core import codes
from sim.core.text import Text

_BEFORE, _END = START - 1, START + 24
_LAST = _END - 1


def same_persons(life: Life, role: int) -> np.ndarray:
    """Seats of a role held by the same person from the start of the programme to its last month [elus, bool]."""
    changed = (life.live.plan.mandates.change[START:_END] != codes.SAME_PERSON).any(axis=0)
    return np.asarray((life.live.world.elus.role == role) & ~changed)


def look_dispossession(lives: Lives) -> Row:
    """At the last month: mean dispossession by role; district élus whose support is at least that before the start."""
    row: Row = {}
    for name in ("plain", "debate"):
        life = lives[name]
        district, thematic = (same_persons(life, role) for role in (codes.DISTRICT, codes.THEMATIC))
        row[f"{name}_district"] = _mean_of(life.dispossession[_LAST], district)
        row[f"{name}_thematic"] = _mean_of(life.dispossession[_LAST], thematic)
        row[f"{name}_seats"] = float(district.sum())
        kept = life.sponsorship[_LAST] >= life.sponsorship[_BEFORE]
        row[f"{name}_recovered"] = float((kept & district).sum())
    return row


def _mean_of(values: np.ndarray, who: np.ndarray) -> float:
    return float(values[who].mean()) if who.any() else float("nan")


def dispossession(sample: Sample) -> dict[str, float]:
    """District over thematic; of the district élus, the share that keeps its support, with debate and without."""
    return {
        "ratio": quotient(mean(sample["plain_district"]), mean(sample["plain_thematic"])),
        "recovered": ratio(sample["debate_recovered"], sample["debate_seats"]),
        "plain": ratio(sample["plain_recovered"], sample["plain_seats"]),
    }


SF10 = Pattern(
    id="SF10",
    title=Text(
        "La co-construction dépossède les élus de quartier ; le débat en fait bouger une partie",
        "Co-construction dispossesses district élus; debate moves part of them",
    ),
    conditions=Text(
        "co-construction territoriale avec les habitants, au dernier mois ; sans débat entre élus, ou avec",
        "territorial co-construction with residents, at its last month; without debate among élus, or with it",
    ),
    grade="B",
    use="C",
    source="I.B.1.b, Cas-PNU, III.D (M31, M32)",
    cells={"plain": TERRITORIAL, "debate": TERRITORIAL.but("sponsorship.debate=1")},
    look=look_dispossession,
    statistic=dispossession,
    parts=(
        Part(
            "ratio", Text("dépossession, quartier sur thématique", "dispossession, district over thematic"), at_least(2)
        ),
        Part(
            "recovered",
            Text("élus de quartier qui gardent leur appui, avec débat", "district élus who keep their support, debate"),
            between(0.3, 0.8),
        ),
        Part("plain", Text("les mêmes, sans débat", "the same, no debate")),
    ),
)

"""The reporting chain: levels cost voice, time and breadth, unless everybody on it carries."""

import numpy as np

from experiments.patterns.acceptance import above, at_most, below
from experiments.patterns.conditions import BY_DEPTH, DEPTHS, TRANSFO
from experiments.patterns.families.sponsorship import breadth
from experiments.patterns.life import Life
from experiments.patterns.lives import Lives
from experiments.patterns.pattern import Part, Pattern, Row, Sample
from experiments.patterns.sums import mean, quotient
from sim.core.text import Text
from sim.outcomes.observation import VoiceRecord
from sim.outcomes.relay import curves

_LAST = 88


def voice_record(life: Life) -> VoiceRecord:
    """What became of every item of the life."""
    created, done = (int(life.monthly[name].sum()) for name in ("items_created", "items_done"))
    seen = life.closed
    return VoiceRecord(seen.answered_by_age, seen.dropped_by_age, seen.waiting_by_age, created, done)


def look_depths(lives: Lives) -> Row:
    """Share of items delivered, restricted mean delay (24 months), breadth, depth by depth [depths]."""
    at = [lives[f"{depth}"] for depth in DEPTHS]
    records = [voice_record(life) for life in at]
    return {
        "delivered": np.array([quotient(record.delivered_by_age.sum(), record.created) for record in records]),
        "delay": np.array([curves(record).survival.sum() for record in records]),
        "breadth": np.array([breadth(life, _LAST) for life in at]),
    }


def depth(sample: Sample) -> dict[str, float]:
    """The step between two depths that goes least in the expected direction; breadth at 2 levels minus at 6."""
    delivered, delay, wide = (sample[name].mean(axis=0) for name in ("delivered", "delay", "breadth"))
    return {
        "delivered": float(np.diff(delivered).max()),
        "delay": float(np.diff(delay).min()),
        "breadth": float(wide[0] - wide[-1]),
    }


SF12 = Pattern(
    id="SF12",
    title=Text("Chaque niveau coûte de la voix, du temps et de l'étendue", "Each level costs voice, time and breadth"),
    conditions=Text(
        "Transfo, de 2 à 6 niveaux, même nombre d'agents, même posture moyenne ; observée au mois 88",
        "Transfo, 2 to 6 levels, same number of agents, same mean stance; observed at month 88",
    ),
    grade="C",
    use="C",
    source="II.A.1.a, III.C.4.a (M1)",
    cells={f"{levels}": cell for levels, cell in BY_DEPTH.items()},
    look=look_depths,
    statistic=depth,
    parts=(
        Part("delivered", Text("part parvenue, plus grand pas d'un niveau", "share delivered, largest step"), below(0)),
        Part(
            "delay",
            Text("délai restreint, plus petit pas (mois)", "restricted delay, smallest step (months)"),
            above(0),
        ),
        Part("breadth", Text("étendue à 2 niveaux moins à 6", "breadth at 2 levels minus at 6"), above(0)),
    ),
)


_CARRIED_BY_ALL = TRANSFO.but(
    "sponsorship.level=0.9",
    "management.stance=1",
    "management.stance_spread=0",
    "sponsorship.administration=1",
    "mechanisms.managers=false",
    "mechanisms.dgs_follows=false",
    "mechanisms.overload=false",
    "mechanisms.answers=false",
    "mechanisms.quality=false",
)


def look_identical(lives: Lives) -> Row:
    """Agents and months in which practice is not that of two levels, over four and six levels."""
    first = lives["2"].practises
    return {"differ": float(sum(np.count_nonzero(lives[name].practises != first) for name in ("4", "6")))}


def identical(sample: Sample) -> dict[str, float]:
    """Mean count over replicates: 0 only if all are 0."""
    return {"differ": mean(sample["differ"])}


SF12b = Pattern(
    id="SF12b",
    title=Text(
        "Si tous portent, les niveaux ne changent pas l'adoption", "Where all carry, levels do not change adoption"
    ),
    conditions=Text(
        "posture figée à 1, sans surcharge, réponses et qualité sans effet ; 2, 4 et 6 niveaux",
        "stance frozen at 1, no overload, answers and quality without effect; 2, 4 and 6 levels",
    ),
    grade="C",
    use="V",
    source="II.A.1.a (M1)",
    cells={f"{levels}": _CARRIED_BY_ALL.but(f"hierarchy.depth={levels}") for levels in (2, 4, 6)},
    look=look_identical,
    statistic=identical,
    parts=(Part("differ", Text("agents-mois qui diffèrent", "agent-months that differ"), at_most(0)),),
)

"""Political sponsorship: more of it, more practice; half of it lost midway, much less impact."""

import numpy as np

from experiments.patterns.acceptance import above, at_most
from experiments.patterns.conditions import BY_SPONSORSHIP, END, LEVELS, MID, TRANSFO, YEAR
from experiments.patterns.life import Life
from experiments.patterns.lives import Lives
from experiments.patterns.pattern import Part, Pattern, Row, Sample
from experiments.patterns.sums import mean, ratio, spearman
from sim.core.text import Text

_LAST = 88
_SHARE, _FEWEST = 0.10, 2


def breadth(life: Life, month: int) -> float:
    """Share of services where 10 % of the agents, and two at least, practise."""
    sizes = np.bincount(life.service)
    inside = np.bincount(life.service, weights=life.practises[month])
    return float(np.mean((inside >= _SHARE * sizes) & (inside >= _FEWEST)))


def look_levels(lives: Lives) -> Row:
    """Practice, breadth and lab at the last observation, level by level [levels]."""
    at = [lives[f"{level}"] for level in LEVELS]
    return {
        "practice": np.array([life.practises[_LAST].mean() for life in at]),
        "breadth": np.array([breadth(life, _LAST) for life in at]),
        "lab": np.array([float(life.monthly["lab_alive"].any()) for life in at]),
        "without": float(lives.twin("0.1").practises[_LAST].mean()),
    }


def gradient(sample: Sample) -> dict[str, float]:
    """Rank correlations of sponsorship with the mean of each; practice at 0.1 over practice without a programme."""
    found = {name: spearman(LEVELS, sample[name].mean(axis=0)) for name in ("breadth", "practice", "lab")}
    return found | {"weakest": ratio(sample["practice"][:, 0], sample["without"])}


SF3 = Pattern(
    id="SF3",
    title=Text(
        "Plus le portage est fort, plus la pratique s'étend", "The stronger the sponsorship, the wider the practice"
    ),
    conditions=Text(
        "Transfo, portage de 0,1 à 0,9 en cinq niveaux, observée au mois 88 (fin + 60)",
        "Transfo, sponsorship from 0.1 to 0.9 in five levels, observed at month 88 (end + 60)",
    ),
    grade="A",
    use="C",
    source="I.B.1.b, Cas-T, SYN (M28)",
    cells={f"{level}": cell for level, cell in BY_SPONSORSHIP.items()},
    look=look_levels,
    statistic=gradient,
    parts=(
        Part("breadth", Text("corrélation de rang, étendue", "rank correlation, breadth"), above(0.9)),
        Part("practice", Text("corrélation de rang, pratique", "rank correlation, practice"), above(0.9)),
        Part("lab", Text("corrélation de rang, labo créé", "rank correlation, lab created"), above(0.9)),
        Part(
            "weakest",
            Text(
                "pratique au portage 0,1 sur pratique sans démarche", "practice at 0.1 over practice without programme"
            ),
            at_most(1.5),
        ),
    ),
)


def look_change(lives: Lives) -> Row:
    """Net practice at the end + 24, with the change of position and without."""
    month = END + 2 * YEAR
    return {name: net_practice(lives, name, month) for name in ("changed", "same")}


def net_practice(lives: Lives, name: str, month: int) -> float:
    """Share of agents who practise, minus that of the twin."""
    return float(lives[name].practises[month].mean() - lives.twin(name).practises[month].mean())


def change(sample: Sample) -> dict[str, float]:
    """Mean net practice with the change over mean net practice without."""
    return {"ratio": ratio(sample["changed"], sample["same"]), "same": mean(sample["same"])}


SF5 = Pattern(
    id="SF5",
    title=Text("Des élus qui changent de position réduisent l'effet", "Élus who change position cut the impact"),
    conditions=Text(
        "Transfo ; le portage des élus est réduit de moitié au milieu, contre la même sans changement",
        "Transfo; the élus' sponsorship is halved midway, against the same without the change",
    ),
    grade="B",
    use="C",
    source="Cas-T (M30)",
    cells={
        "changed": TRANSFO.but(f"interventions=[{{name: position_change, month: {MID}}}]"),
        "same": TRANSFO,
    },
    look=look_change,
    statistic=change,
    parts=(
        Part(
            "ratio",
            Text("effet à la fin + 24, avec sur sans", "impact at the end + 24, with over without"),
            at_most(0.7),
        ),
        Part("same", Text("effet sans changement", "impact without the change")),
    ),
)

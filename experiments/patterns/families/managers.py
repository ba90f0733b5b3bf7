"""Managers and top management: tension where agents are lent, conversion by results, élus who do not move."""

import numpy as np

from experiments.patterns.acceptance import above, below, between
from experiments.patterns.conditions import END, MID, START, TRANSFO, YEAR
from experiments.patterns.life import Life
from experiments.patterns.lives import Lives
from experiments.patterns.pattern import Part, Pattern, Row, Sample
from experiments.patterns.sums import mean, quotient
from sim.core.text import Text

_LAGS = 19
_WINDOW = 24


def lending_gap(life: Life, twin: Life, month: int) -> float:
    """Change of stance due to the programme (against the twin): managers of teams that lend agents minus the others.

    The twin takes away what is not the programme's: lenders start out more favourable than others, and return to rest.
    """
    manager = life.live.world.teams.manager
    lend = np.zeros(life.stance.shape[1], bool)
    lend[manager[np.unique(life.team[life.members(START)])]] = True
    others = np.zeros(lend.size, bool)
    others[manager] = True
    others &= ~lend
    due = life.stance[month] - twin.stance[month]
    return mean(due[lend]) - mean(due[others])


def look_lenders(lives: Lives) -> Row:
    """The gap at mid-programme and at the end + 12, as it is and with letters and returns of experience."""
    twin = lives.twin("plain")
    months = {"mid": MID, "later": END + YEAR}
    return {
        f"{name}_{when}": lending_gap(lives[name], twin, month)
        for name in ("plain", "eased")
        for when, month in months.items()
    }


def lenders(sample: Sample) -> dict[str, float]:
    """Mean gap at mid-programme, what is left of it at the end + 12, and by how much it is eased."""
    mid = mean(sample["plain_mid"])
    return {
        "gap": mid,
        "left": quotient(mean(sample["plain_later"]), mid),
        "eased": mean(sample["eased_mid"]) - mid,
    }


_USUAL = TRANSFO.but(months=END + 2 * YEAR + 1)

SF7 = Pattern(
    id="SF7",
    title=Text("La tension reste chez ceux qui prêtent des agents", "Tension stays with those who lend agents"),
    conditions=Text(
        "Transfo ; managers qui prêtent un agent contre les autres ; lettre de mission et retour d'expérience",
        "Transfo; managers who lend an agent against the others; mission letter and return of experience",
    ),
    grade="A",
    use="C",
    source="I.B.2.b, Cas-T, III.C.3.b (M22, M23)",
    cells={"plain": _USUAL, "eased": _USUAL.but("programme.letter=1", "programme.return_experience=1")},
    look=look_lenders,
    statistic=lenders,
    parts=(
        Part("gap", Text("écart de posture à mi-parcours", "gap of stance at mid-programme"), below(0)),
        Part(
            "left", Text("part de l'écart qui reste à la fin + 12", "share of the gap left at the end + 12"), below(0.5)
        ),
        Part("eased", Text("écart réduit par R7 et R21", "gap eased by R7 and R21"), above(0)),
    ),
)


def look_conversion(lives: Lives) -> Row:
    """Wins of the programme by month [programme], what they do to the DGS [programme + lags], and a second project."""
    life, without = lives["wins"], lives["none"]
    due = life.stance[:, -1] - without.stance[:, -1]
    wins = life.monthly["wins"][START:END]
    row: Row = {
        "wins": wins.copy(),
        "level": due[START : END + _LAGS - 1],
        "rise": np.diff(due)[START - 1 : END + _LAGS - 2],
    }
    first = np.flatnonzero(wins)
    for name, lived in (("second", life), ("second_none", without)):
        seen = lived.monthly["second_project"]
        row[name] = float(seen[START + first[0] + _WINDOW]) if first.size else float("nan")
    return row


def correlations(wins: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Correlation of wins [replicates, months] with what follows them, lag by lag [lags], pooled over replicates.

    Nothing goes with what does not vary: 0 there.
    """
    months = wins.shape[1]
    windows = np.array([after[:, lag : lag + months].ravel() for lag in range(after.shape[1] - months + 1)])
    windows -= windows.mean(axis=1, keepdims=True)
    centred = wins.ravel() - wins.mean()
    scale = np.sqrt((windows**2).sum(axis=1) * (centred**2).sum())
    return np.divide(windows @ centred, scale, out=np.zeros(len(windows)), where=scale > 0)


def conversion(sample: Sample) -> dict[str, float]:
    """Lag of the peak for the rise of the DGS's stance (and for its level), and shares with a second project."""
    rise, level = (correlations(sample["wins"], sample[name]) for name in ("rise", "level"))
    second, none = mean(sample["second"]), mean(sample["second_none"])
    return {
        "lag": float(np.argmax(rise)),
        "peak": float(rise.max()),
        "more": second - none,
        "second": second,
        "level_lag": float(np.argmax(level)),
    }


_STRONG_MAYOR = TRANSFO.but("sponsorship.level=0.9", "sponsorship.administration=0.3", months=END + _WINDOW + 1)

SF8 = Pattern(
    id="SF8",
    title=Text("Les premiers résultats convertissent la direction générale", "First results convert top management"),
    conditions=Text(
        "maire fort (0,9), direction réservée (0,3), contre la même démarche sans résultats",
        "strong mayor (0.9), reserved top management (0.3), against the same programme without results",
    ),
    grade="B",
    use="C",
    source="I.B.1.a, Cas-EJM, II.A.1.a (M26)",
    cells={"wins": _STRONG_MAYOR, "none": _STRONG_MAYOR.but("programme.wins=0")},
    look=look_conversion,
    statistic=conversion,
    parts=(
        Part(
            "lag",
            Text("retard de la hausse sur les résultats (mois)", "lag of the rise behind wins (months)"),
            between(1, 9),
        ),
        Part("peak", Text("corrélation à ce retard", "correlation at that lag"), above(0)),
        Part("more", Text("second projet en 24 mois, écart", "second project in 24 months, difference"), above(0)),
        Part("second", Text("second projet en 24 mois", "second project in 24 months"), None, "second"),
        Part("level_lag", Text("retard du niveau de posture (mois)", "lag of the level of stance (months)")),
    ),
)


def look_ceiling(lives: Lives) -> Row:
    """Change of the DGS's and of the élus' support at the programme's end, against the twin; nan without results."""
    life, twin = lives["transfo"], lives.twin("transfo")
    last = END - 1
    results = life.monthly["wins"][: last + 1].any()
    return {
        "dgs": float(life.stance[last, -1] - twin.stance[last, -1]) if results else float("nan"),
        "elus": float((life.sponsorship[last] - twin.sponsorship[last]).mean()) if results else float("nan"),
    }


def ceiling(sample: Sample) -> dict[str, float]:
    """Mean changes; for the élus its size."""
    return {"dgs": mean(sample["dgs"]), "elus": abs(mean(sample["elus"]))}


SF21 = Pattern(
    id="SF21",
    title=Text("La direction générale bouge, les élus non", "Top management moves, élus do not"),
    conditions=Text(
        "Transfo qui a des résultats ; appuis à la fin de la démarche, contre le jumeau",
        "Transfo with results; support at the programme's end, against the twin",
    ),
    grade="B",
    use="C",
    source="Cas-T (M36)",
    cells={"transfo": TRANSFO},
    look=look_ceiling,
    statistic=ceiling,
    parts=(
        Part("dgs", Text("changement de la direction générale", "change of top management"), above(0.1)),
        Part("elus", Text("changement des élus, en valeur absolue", "change of the élus, absolute"), below(0.05)),
    ),
)

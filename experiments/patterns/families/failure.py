"""Failure: programmes nobody carries are broken off, disappoint beyond those involved, and make the next call harder."""

import numpy as np

from experiments.patterns.acceptance import above, at_least, at_most
from experiments.patterns.conditions import UNSPONSORED
from experiments.patterns.life import Life
from experiments.patterns.lives import Lives
from experiments.patterns.pattern import Part, Pattern, Row, Sample
from experiments.patterns.sums import mean
from sim.core import codes
from sim.core.text import Text

_AFTER, _LATER = 6, 24
_CIRCLES = ("involved", "mates", "others")


def circles(life: Life) -> dict[str, np.ndarray]:
    """Who was a member when the programme stopped or before, their team-mates, all others [agents, bool]."""
    inside = life.ever(life.stop)
    mates = np.isin(life.team, life.team[inside]) & ~inside
    return {"involved": inside, "mates": mates, "others": ~inside & ~mates}


def look_abort(lives: Lives) -> Row:
    """Broken off or without a lab; then the rise of cynicism against the twin by circle, and the next call."""
    life, twin = lives["unsponsored"], lives.twin("unsponsored")
    undefined = {name: float("nan") for name in (*_CIRCLES, "call")}
    stopped = life.stop >= 0
    row: Row = {"failed": stopped or not bool(life.monthly["lab_alive"].any()), "stopped": stopped} | undefined
    if not stopped:
        return row
    month = life.stop + _AFTER
    rise = life.cynicism[month] - twin.cynicism[month]
    still = life.role[month] != codes.NEVER
    for name, who in circles(life).items():
        here = who & still if name == "involved" else who
        row[name] = float(rise[here].mean())
    first = life.closed.volunteers_at_start
    row["call"] = float(life.volunteers[life.stop + _LATER] / first) if first else float("nan")
    return row


def abort(sample: Sample) -> dict[str, float]:
    """Shares, mean rises, their differences, and the mean ratio of the second call to the first."""
    rise = {name: mean(sample[name]) for name in _CIRCLES}
    return {
        "failed": mean(sample["failed"]),
        "stopped": mean(sample["stopped"]),
        "inner": rise["involved"] - rise["mates"],
        "outer": rise["mates"] - rise["others"],
        "others": rise["others"],
        "call": mean(sample["call"]),
    }


SF4 = Pattern(
    id="SF4",
    title=Text(
        "Sans portage politique, la démarche échoue et déçoit", "Without political sponsorship it fails and disappoints"
    ),
    conditions=Text(
        "Transfo lancée par l'administration (0,7), portage 0,15, implication 0",
        "Transfo started by the administration (0.7), sponsorship 0.15, involvement 0",
    ),
    grade="B",
    use="C",
    source="I.B.2.a, III.C.3.b (M50, M51)",
    cells={"unsponsored": UNSPONSORED},
    look=look_abort,
    statistic=abort,
    parts=(
        Part("failed", Text("arrêt ou pas de labo", "broken off, or no lab"), at_least(0.9), "failed"),
        Part(
            "inner", Text("désabusement : impliqués moins équipiers", "cynicism: involved minus team-mates"), above(0)
        ),
        Part("outer", Text("désabusement : équipiers moins autres", "cynicism: team-mates minus others"), above(0)),
        Part("others", Text("désabusement : hausse chez les autres", "cynicism: rise among others"), above(0)),
        Part(
            "call",
            Text("volontaires du second appel sur le premier", "volunteers, second call over first"),
            at_most(0.8),
        ),
        Part("stopped", Text("arrêts", "broken off"), None, "stopped"),
    ),
)

"""Failure: a programme that nobody carries is broken off, disappoints beyond it, and makes the next call harder."""

from math import nan

import numpy as np

from experiments.patterns.acceptance import above, at_least, at_most, below
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
    row: Row = {"stopped": life.stop >= 0, "failed": life.stop >= 0 or not life.monthly["lab_alive"].any()}
    row.update(dict.fromkeys((*_CIRCLES, "call"), nan))
    if life.stop < 0:
        return row
    month = life.stop + _AFTER
    rise = life.cynicism[month] - twin.cynicism[month]
    still = life.role[month] != codes.NEVER
    for name, who in circles(life).items():
        here = who & still if name == "involved" else who
        row[name] = float(rise[here].mean())
    row["call"] = float(life.volunteers[life.stop + _LATER] / life.closed.volunteers_at_start)
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


def look_second_call(lives: Lives) -> Row:
    """Month by month after the stop, whether a call would gather enough, and in the twin; nan without a stop."""
    row: Row = {}
    for name in ("small", "reference"):
        life, twin = lives[name], lives.twin(name)
        wanted, after = life.config.programme.ambassadors, slice(life.stop + 1, life.stop + 1 + _LATER)
        stopped = life.stop >= 0
        for side, lived in (("after", life), ("twin", twin)):
            row[f"{name}_{side}"] = lived.volunteers[after] >= wanted if stopped else np.full(_LATER, nan)
    return row


def second_call(sample: Sample) -> dict[str, float]:
    """The month after the stop where the second call is least handicapped: its success minus the twin's."""
    return {
        name: float(np.max(defined_mean(sample[f"{name}_after"]) - defined_mean(sample[f"{name}_twin"])))
        for name in ("small", "reference")
    }


def defined_mean(values: np.ndarray) -> np.ndarray:
    """Mean over the replicates that are defined [months]; nan where none is."""
    defined = values[~np.isnan(values).any(axis=1)]
    return defined.mean(axis=0) if len(defined) else np.full(values.shape[1], nan)


SF20 = Pattern(
    id="SF20",
    title=Text(
        "Après un échec, un second appel réussit moins souvent", "After a failure a second call succeeds less often"
    ),
    conditions=Text(
        "comme SF4, dans une ville de 600 agents (vingt volontaires n'y sont pas acquis) ; 24 mois après l'arrêt",
        "as SF4, in a town of 600 field agents (twenty volunteers are no matter of course); 24 months after the stop",
    ),
    grade="B",
    use="C",
    source="I.B.2.a, III.C.3.b (M51)",
    cells={"small": UNSPONSORED.but("authority=commune_600"), "reference": UNSPONSORED},
    look=look_second_call,
    statistic=second_call,
    parts=(
        Part(
            "small",
            Text(
                "réussite moins celle du jumeau, mois le moins défavorable",
                "success minus the twin's, least unfavourable month",
            ),
            below(0),
        ),
        Part("reference", Text("la même, 1 850 agents", "the same, 1,850 field agents")),
    ),
)

"""The decision to start, and what hangs on one person."""

import numpy as np

from experiments.patterns.acceptance import above, at_least
from experiments.patterns.conditions import START, TERRITORIAL
from experiments.patterns.lives import Lives
from experiments.patterns.pattern import Cell, Part, Pattern, Row, Sample
from experiments.patterns.sums import ratio, spearman
from sim.core.text import Text

_INHABITANTS = (5_000, 10_000, 20_000, 40_000, 80_000)
_STAFF_SHARE = 0.02


def look_launches(lives: Lives) -> Row:
    """Whether the programme is launched, size by size [sizes]."""
    return {"launched": np.array([float(lives[f"{size}"].live.plan.launched) for size in _INHABITANTS])}


def launches(sample: Sample) -> dict[str, float]:
    """Rank correlation of the share launched with size; largest size minus smallest."""
    shares = sample["launched"].mean(axis=0)
    return {"order": spearman(_INHABITANTS, list(shares)), "range": float(shares[-1] - shares[0])}


SF23 = Pattern(
    id="SF23",
    title=Text("Les petites collectivités lancent moins", "Small authorities launch less"),
    conditions=Text(
        "Transfo, décision libre, communes de 5 000 à 80 000 habitants (20 agents pour 1 000)",
        "Transfo, free decision, communes of 5,000 to 80,000 inhabitants (20 field agents per 1,000)",
    ),
    grade="B",
    use="C",
    source="I.B.2.b, III.C.3.b (M55)",
    cells={
        f"{size}": Cell(
            "transfo",
            (
                f"authority.inhabitants={size}",
                f"authority.field_agents={round(size * _STAFF_SHARE)}",
                "authority.simulated_citizens=500",
            ),
            months=START + 1,
        )
        for size in _INHABITANTS
    },
    look=look_launches,
    statistic=launches,
    parts=(
        Part("order", Text("corrélation de rang avec la taille", "rank correlation with size"), above(0.9)),
        Part(
            "range",
            Text("lancements, la plus grande moins la plus petite", "launches, largest minus smallest"),
            above(0),
        ),
    ),
)

_LEAVES, _FIRST, _ABSENCE = START + 6, 3, 6


def look_lead(lives: Lives) -> Row:
    """Months with a win, in the first three and six after the lead leaves: if none leaves, unprepared, prepared."""
    row: Row = {}
    for name in ("stays", "leaves", "prepared"):
        won = lives[name].monthly["wins"] > 0
        for months in (_FIRST, _ABSENCE):
            row[f"{name}_{months}"] = float(won[_LEAVES : _LEAVES + months].sum())
    return row


def lead(sample: Sample) -> dict[str, float]:
    """Share of the wins that are lost, and the same where the succession was prepared."""
    lost = {
        f"{name}_{months}": 1.0 - ratio(sample[f"{name}_{months}"], sample[f"stays_{months}"])
        for name in ("leaves", "prepared")
        for months in (_FIRST, _ABSENCE)
    }
    return {
        "first": lost[f"leaves_{_FIRST}"],
        "spared": lost[f"leaves_{_ABSENCE}"] - lost[f"prepared_{_ABSENCE}"],
        "absence": lost[f"leaves_{_ABSENCE}"],
    }


_LED = TERRITORIAL.but("programme.ambassadors=20", "programme.lead_hazard=0", months=_LEAVES + _ABSENCE)
_LEAVING = f"interventions=[{{name: lead_leaves, month: {_LEAVES}}}]"

SF24 = Pattern(
    id="SF24",
    title=Text("Le départ du chef de projet fait chuter l'activité", "Activity drops when the project lead leaves"),
    conditions=Text(
        "co-construction à vingt ; le chef de projet part au sixième mois ; succession préparée ou non",
        "co-construction of twenty people; the project lead leaves in the sixth month; succession prepared or not",
    ),
    grade="C",
    use="C",
    source="I.B.2.a, SYN (M53)",
    cells={"stays": _LED, "leaves": _LED.but(_LEAVING), "prepared": _LED.but(_LEAVING, "programme.succession_plan=1")},
    look=look_lead,
    statistic=lead,
    parts=(
        Part("first", Text("résultats perdus, trois premiers mois", "wins lost, first three months"), at_least(0.4)),
        Part(
            "spared", Text("perte évitée par la succession préparée", "loss spared by a prepared succession"), above(0)
        ),
        Part("absence", Text("résultats perdus en six mois", "wins lost in six months")),
    ),
)

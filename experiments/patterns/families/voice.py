"""Agents' voice: who dares to speak where, what is tackled first, how co-built items fare."""

import numpy as np

from experiments.patterns.acceptance import above, at_least, below, between
from experiments.patterns.conditions import END, START, TRANSFO, YEAR
from experiments.patterns.items import authors, fates
from experiments.patterns.lives import Lives
from experiments.patterns.pattern import Cell, Part, Pattern, Row, Sample
from experiments.patterns.sums import mean, ratio
from sim.core import codes
from sim.core.text import Text

_ORDINARY = Cell("reference", months=START + 3 * YEAR)
_BEFORE, _GROWN = START - 1, START + YEAR - 1


def look_speakers(lives: Lives) -> Row:
    """Items for each agent of categories A and C over three years, by mode."""
    row: Row = {}
    for mode in ("meeting", "field"):
        life = lives[mode]
        category = life.live.world.field_agents.category
        spoke = category[np.concatenate([authors(life, month) for month in range(START, len(life.pools))])]
        for name, code in (("a", codes.CATEGORY_A), ("c", codes.CATEGORY_C)):
            row[f"{mode}_{name}"] = np.count_nonzero(spoke == code) / np.count_nonzero(category == code)
    return row


def speakers(sample: Sample) -> dict[str, float]:
    """Voice of an agent of category A over that of category C, by mode."""
    return {mode: ratio(sample[f"{mode}_a"], sample[f"{mode}_c"]) for mode in ("meeting", "field")}


SF16 = Pattern(
    id="SF16",
    title=Text(
        "La catégorie C se tait en réunion, pas sur le terrain", "Category C is silent in meetings, not in the field"
    ),
    conditions=Text(
        "recueil en réunion ou sur le terrain, sans démarche", "gathered in meetings or in the field, no programme"
    ),
    grade="B",
    use="C",
    source="I.A.2.b, III.D, Cas-T (M13)",
    cells={mode: _ORDINARY.but(f"voice.mode={mode}") for mode in ("meeting", "field")},
    look=look_speakers,
    statistic=speakers,
    parts=(
        Part("meeting", Text("voix A sur voix C, en réunion", "voice A over voice C, meetings"), between(1.5, 4)),
        Part("field", Text("voix A sur voix C, sur le terrain", "voice A over voice C, field"), between(0.85, 1.2)),
    ),
)


def look_first_year(lives: Lives) -> Row:
    """Growth of practice over the first year, cynicism and trust at its end, small things first or complex ones."""
    row: Row = {}
    for name in ("small", "complex"):
        life = lives[name]
        row[f"{name}_growth"] = float(life.practises[_GROWN].mean() - life.practises[_BEFORE].mean())
        row[f"{name}_cynicism"] = float(life.cynicism[_GROWN].mean())
        row[f"{name}_trust"] = float(life.trust[_GROWN].mean())
    return row


def first_year(sample: Sample) -> dict[str, float]:
    """Small first minus complex first."""
    names = ("growth", "cynicism", "trust")
    return {name: mean(sample[f"small_{name}"] - sample[f"complex_{name}"]) for name in names}


SF13 = Pattern(
    id="SF13",
    title=Text("Commencer petit fait croître plus tôt la pratique", "Small things first make practice grow earlier"),
    conditions=Text(
        "Transfo à coût égal ; toutes les remontées sont à la portée du premier niveau, ou aucune",
        "Transfo at equal cost; all items are within reach of the first level, or none",
    ),
    grade="C",
    use="C",
    source="III.D (M39, R25)",
    cells={
        "small": TRANSFO.but("voice.quick_share=1", "voice.middle_share=0", months=START + YEAR),
        "complex": TRANSFO.but("voice.quick_share=0", months=START + YEAR),
    },
    look=look_first_year,
    statistic=first_year,
    parts=(
        Part(
            "growth",
            Text("croissance de la pratique en un an, écart", "growth of practice in a year, difference"),
            above(0),
        ),
        Part("cynicism", Text("désabusement au bout d'un an, écart", "cynicism after a year, difference"), below(0)),
        Part("trust", Text("confiance des citoyens, écart", "citizens' trust, difference")),
    ),
)


def look_cobuilt(lives: Lives) -> Row:
    """Months from word to deed and acceptance of items by those who practise (co-built with users) and by others."""
    found = fates(lives["transfo"])
    row: Row = {}
    followed = (found.created >= START) & (found.created < END + 2 * YEAR)
    for name, kind in (("cobuilt", found.by_practitioner), ("classic", ~found.by_practitioner)):
        done = followed & kind & (found.done >= 0)
        row[f"{name}_months"] = float((found.done - found.created)[done].sum())
        row[f"{name}_done"] = float(done.sum())
        row[f"{name}_settled"] = float((followed & kind & found.settled).sum())
        row[f"{name}_accepted"] = float((followed & kind & found.accepted).sum())
    return row


def cobuilt(sample: Sample) -> dict[str, float]:
    """Ratio of mean times; difference of the shares accepted, those lost on their way counting as not accepted."""
    time = {name: ratio(sample[f"{name}_months"], sample[f"{name}_done"]) for name in ("cobuilt", "classic")}
    share = {name: ratio(sample[f"{name}_accepted"], sample[f"{name}_settled"]) for name in time}
    return {"time": time["cobuilt"] / time["classic"], "acceptance": share["cobuilt"] - share["classic"]}


SF25 = Pattern(
    id="SF25",
    title=Text(
        "Co-construire prend plus de temps et passe mieux", "Co-construction takes longer and is better accepted"
    ),
    conditions=Text(
        "Transfo ; idées d'agents qui pratiquent (construites avec les usagers) contre les autres",
        "Transfo; items of agents who practise (built with users) against the others",
    ),
    grade="B",
    use="C",
    source="I.B.1.c, I.B.2.b (M47, M48)",
    cells={"transfo": TRANSFO},
    look=look_cobuilt,
    statistic=cobuilt,
    parts=(
        Part("time", Text("durée jusqu'à la réalisation, rapport", "time until carried out, ratio"), at_least(1.3)),
        Part("acceptance", Text("part acceptée, écart", "share accepted, difference"), above(0)),
    ),
)

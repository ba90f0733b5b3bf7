"""The lab: created by most programmes, kept by fewer than half, and lost in an unfavourable merger."""

import numpy as np

from experiments.patterns.acceptance import above, at_least, at_most, between
from experiments.patterns.conditions import END, MIX, TRANSFO, YEAR
from experiments.patterns.life import Life
from experiments.patterns.lives import Lives
from experiments.patterns.pattern import Part, Pattern, Row, Sample
from experiments.patterns.sums import mean, ratio
from sim.core.text import Text

_MERGER = END + 18


def lab_by(life: Life, month: int) -> bool:
    """Whether a lab has been open at the close of some month up to this one."""
    return bool(life.monthly["lab_alive"][: month + 1].any())


def lab_at(life: Life, month: int) -> bool:
    """Whether the lab is open at the close of a month."""
    return bool(life.monthly["lab_alive"][month] == 1)


def look_rates(lives: Lives) -> Row:
    """Created by the end + 12, open at the end + 24."""
    life = lives["mix"]
    return {"created": lab_by(life, END + YEAR), "alive": lab_at(life, END + 2 * YEAR)}


def rates(sample: Sample) -> dict[str, float]:
    """Shares of replicates, and their difference."""
    created, alive = mean(sample["created"]), mean(sample["alive"])
    return {"created": created, "alive": alive, "lost": created - alive}


SF1 = Pattern(
    id="SF1",
    title=Text(
        "La plupart créent un labo, moins de la moitié le gardent", "Most create a lab, fewer than half keep it"
    ),
    conditions=Text("Transfo, portage tiré entre 0,3 et 0,95", "Transfo, sponsorship drawn between 0.3 and 0.95"),
    grade="A",
    use="C",
    source="Cas-T, I.B.2.c (N2)",
    cells={"mix": MIX},
    look=look_rates,
    statistic=rates,
    parts=(
        Part("created", Text("labo créé à la fin + 12", "lab created by the end + 12"), between(0.50, 0.85), "created"),
        Part("alive", Text("labo ouvert à la fin + 24", "lab open at the end + 24"), between(0.20, 0.49), "alive"),
        Part("lost", Text("créés moins ouverts", "created minus open"), above(0)),
    ),
)


def look_merger(lives: Lives) -> Row:
    """Whether the lab open on the eve of the merger is still open a year after it; nan where there was none."""
    row: Row = {}
    for name in ("merged", "kept"):
        life = lives[name]
        had = lab_at(life, _MERGER - 1)
        row[name] = float(lab_at(life, _MERGER + YEAR)) if had else float("nan")
    return row


def survival(sample: Sample) -> dict[str, float]:
    """Share of the labs that are still open, with the merger and without."""
    return {"merged": mean(sample["merged"]), "kept": mean(sample["kept"])}


_BEFORE_MERGER = TRANSFO.but("sponsorship.administration=0.6", months=_MERGER + YEAR + 1)

SF26 = Pattern(
    id="SF26",
    title=Text("Une fusion défavorable emporte le labo", "An unfavourable merger takes the lab away"),
    conditions=Text(
        "labo ouvert, puis fusion ; le nouvel exécutif est peu favorable (bêta 1,5 ; 4)",
        "open lab, then a merger; the new executive is unfavourable (beta 1.5, 4)",
    ),
    grade="B",
    use="C",
    source="I.B.2.c",
    cells={
        "merged": _BEFORE_MERGER.but(
            f"sponsorship.departure_month={_MERGER}",
            "sponsorship.succession=merger",
            "sponsorship.merger_alpha=1.5",
            "sponsorship.merger_beta=4",
        ),
        "kept": _BEFORE_MERGER,
    },
    look=look_merger,
    statistic=survival,
    parts=(
        Part(
            "merged", Text("labos encore ouverts un an après", "labs still open a year later"), at_most(0.3), "merged"
        ),
        Part("kept", Text("sans fusion, aux mêmes dates", "without a merger, same dates"), None, "kept"),
    ),
)

_LAST = 88


def look_articulation(lives: Lives) -> Row:
    """Practitioners who never were ambassadors, for each ambassador, where a lab lives in both cases."""
    both = all(lab_at(lives[name], _LAST) for name in ("apart", "joined"))
    row: Row = {"both": both}
    for name in ("apart", "joined"):
        life = lives[name]
        rest = np.count_nonzero(life.practises[_LAST] & ~life.ever(_LAST))
        row[name] = rest / life.config.programme.ambassadors if both else float("nan")
    return row


def articulation(sample: Sample) -> dict[str, float]:
    """Share of the practice outside the lab that is lost where the lab stands apart; how often a lab lives in both."""
    return {"lost": 1.0 - ratio(sample["apart"], sample["joined"]), "both": mean(sample["both"])}


SF19 = Pattern(
    id="SF19",
    title=Text("Un labo à part laisse retomber la pratique des services", "A lab apart lets practice in services fall"),
    conditions=Text(
        "Transfo dont le labo vit au mois 88 ; articulation 0 contre 1",
        "Transfo whose lab is open at month 88; articulation 0 against 1",
    ),
    grade="C",
    use="C",
    source="II.B.2.a (M46)",
    cells={"apart": TRANSFO.but("formal.articulation=0"), "joined": TRANSFO.but("formal.articulation=1")},
    look=look_articulation,
    statistic=articulation,
    parts=(
        Part(
            "lost",
            Text("praticiens hors labo par ambassadeur, part perdue", "practitioners outside the lab, share lost"),
            at_least(0.3),
        ),
        Part("both", Text("labo vivant dans les deux cas", "lab open in both"), None, "both"),
    ),
)

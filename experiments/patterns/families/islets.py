"""Islets: what most programmes leave, where the practice stays, and what a co-construction leaves behind."""

import numpy as np

from experiments.patterns.acceptance import above, at_least, at_most, below
from experiments.patterns.conditions import END, FIELD_TEAM, START, TERRITORIAL, TRANSFO, YEAR
from experiments.patterns.families.sponsorship import breadth
from experiments.patterns.lives import Lives
from experiments.patterns.pattern import Part, Pattern, Row, Sample
from experiments.patterns.sums import mean, ratio
from sim.core.text import Text
from sim.outcomes.verdict import DIFFUSION, ISLETS, MIXED, VERDICTS

_LAST = 88
_DRAWS = 999


def look_classes(lives: Lives) -> Row:
    """The verdict at the end + 24 and at the last observation, one column a class."""
    verdicts = lives.record("transfo").verdicts
    return {
        f"{when}_{name}": verdicts[month].verdict == name
        for when, month in (("early", END + 2 * YEAR), ("late", _LAST))
        for name in VERDICTS
    }


def lead_of(sample: Sample, when: str, which: str) -> float:
    """Share of a class minus that of the commonest other class."""
    return mean(sample[f"{when}_{which}"]) - max(mean(sample[f"{when}_{name}"]) for name in VERDICTS if name != which)


def classes(sample: Sample) -> dict[str, float]:
    """By how much islets lead, share of diffusion, at the last observation; the lead at the end + 24."""
    return {
        "lead": lead_of(sample, "late", ISLETS),
        "diffusion": mean(sample[f"late_{DIFFUSION}"]),
        "islets": mean(sample[f"late_{ISLETS}"]),
        "early": lead_of(sample, "early", ISLETS),
    }


SF6 = Pattern(
    id="SF6",
    title=Text("Des îlots le plus souvent, rarement la diffusion", "Mostly islets, seldom diffusion"),
    conditions=Text("Transfo, valeurs par défaut ; verdict au mois 88", "Transfo, default values; verdict at month 88"),
    grade="B",
    use="C",
    source="I.B.2.c, II.B.2.a (M45)",
    cells={"transfo": TRANSFO},
    look=look_classes,
    statistic=classes,
    parts=(
        Part(
            "lead",
            Text("îlots moins la plus fréquente des autres classes", "islets minus the commonest other class"),
            above(0),
        ),
        Part("diffusion", Text("diffusion", "diffusion"), at_most(0.25), f"late_{DIFFUSION}"),
        Part("islets", Text("îlots", "islets"), None, f"late_{ISLETS}"),
        Part("early", Text("avance des îlots à la fin + 24", "lead of islets at the end + 24")),
    ),
)


def chance(service: np.ndarray, practises: np.ndarray, seed: int) -> float:
    """Probability by chance of such a concentration over services: practitioners shuffled over agents, 999 draws.

    For a given number of practitioners the Ellison-Glaeser index rises with sum (p_s / p - w_s)^2, which is compared.
    """
    sizes = np.bincount(service)
    p = int(practises.sum())
    if p < 2:
        return 1.0
    drawn = np.random.default_rng(seed).multivariate_hypergeometric(sizes, p, size=_DRAWS)
    expected = sizes / sizes.sum()
    spread = ((drawn / p - expected) ** 2).sum(axis=1)
    seen = ((np.bincount(service, weights=practises, minlength=sizes.size) / p - expected) ** 2).sum()
    return (1 + int(np.count_nonzero(spread >= seen - 1e-12))) / (1 + _DRAWS)


def look_directorate(lives: Lives) -> Row:
    """Two years after the start: practitioners beyond the twin's, in all and outside the directorate; chance."""
    life, twin, month = lives["team"], lives.twin("team"), START + 2 * YEAR
    members = life.service[life.members(START)]
    if not members.size:
        return dict.fromkeys(("outside", "all", "gross", "chance"), float("nan"))
    home = np.bincount(members).argmax()
    outside = life.service != home
    now, before = life.practises[month], twin.practises[month]
    return {
        "outside": float(now[outside].sum()) - float(before[outside].sum()),
        "all": float(now.sum()) - float(before.sum()),
        "gross": float(now[outside].mean()),
        "chance": chance(life.service, now, life.live.seed),
    }


def directorate(sample: Sample) -> dict[str, float]:
    """Share of the practitioners that the programme adds who are outside; the median run's p-value."""
    return {"outside": ratio(sample["outside"], sample["all"]), "chance": float(np.median(sample["chance"]))}


SF9 = Pattern(
    id="SF9",
    title=Text("Portée par une direction, la pratique y reste", "Carried by one directorate, practice stays there"),
    conditions=Text(
        "portage fort (0,9), peu de liens entre services, équipe dans une seule direction ; vingt-quatre mois après",
        "strong sponsorship (0.9), few ties across services, a team in one directorate; 24 months later",
    ),
    grade="B",
    use="C",
    source="Cas-EJM, I.B.2.c (M45)",
    cells={"team": FIELD_TEAM},
    look=look_directorate,
    statistic=directorate,
    parts=(
        Part("outside", Text("praticiens ajoutés hors de la direction", "practitioners added outside"), at_most(0.3)),
        Part(
            "chance",
            Text("probabilité d'une telle concentration par hasard", "probability of such concentration by chance"),
            below(0.01),
        ),
    ),
)


def look_territory(lives: Lives) -> Row:
    """Islets of a marked kind, every other class, a second project and breadth, at the last observation."""
    final = lives.record("territory").final
    marked = final.verdict == ISLETS and final.islet_kind != MIXED
    life = lives["territory"]
    row: Row = {f"late_{name}": final.verdict == name and not marked for name in VERDICTS}
    return row | {
        "marked": marked,
        "second": float(life.monthly["second_project"][_LAST]),
        "breadth": breadth(life, _LAST),
    }


def territory(sample: Sample) -> dict[str, float]:
    """Lead of marked islets over the commonest other outcome; second project; breadth."""
    others = max(mean(sample[f"late_{name}"]) for name in VERDICTS)
    return {
        "lead": mean(sample["marked"]) - others,
        "second": mean(sample["second"]),
        "breadth": mean(sample["breadth"]),
        "marked": mean(sample["marked"]),
    }


SF11 = Pattern(
    id="SF11",
    title=Text(
        "Une co-construction transforme peu de monde et donne un second projet",
        "A co-construction transforms few people and gives a second project",
    ),
    conditions=Text(
        "co-construction territoriale ; observée au mois 88", "territorial co-construction; observed at month 88"
    ),
    grade="B",
    use="C",
    source="Cas-PNU",
    cells={"territory": TERRITORIAL},
    look=look_territory,
    statistic=territory,
    parts=(
        Part(
            "lead",
            Text(
                "îlots compacts ou en archipel moins le cas suivant",
                "compact or archipelago islets minus the next class",
            ),
            above(0),
        ),
        Part("second", Text("second projet", "second project"), at_least(0.5), "second"),
        Part("breadth", Text("étendue", "breadth"), below(0.3)),
        Part("marked", Text("îlots compacts ou en archipel", "compact or archipelago islets"), None, "marked"),
    ),
)

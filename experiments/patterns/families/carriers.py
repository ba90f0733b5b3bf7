"""Those who take part: who comes, who stops, what it does to them, what they keep."""

import numpy as np

from experiments.patterns.acceptance import at_least, between
from experiments.patterns.conditions import END, FIELD_TEAM, MIX, START, TERRITORIAL, TRANSFO, YEAR
from experiments.patterns.life import Life
from experiments.patterns.lives import Lives
from experiments.patterns.pattern import Part, Pattern, Row, Sample
from experiments.patterns.sums import mean, ratio, standardised
from sim.core import codes
from sim.core.text import Text


def stopped_by_age(life: Life) -> np.ndarray:
    """Members who stop while the programme runs, by its age in months [duration]; those who leave their post apart."""
    stops = np.zeros(END - START)
    for month in range(START + 1, END):
        if life.status[month] == codes.ACTIVE:
            stops[month - START] = np.count_nonzero(life.members(month - 1) & (life.role[month] == codes.FORMER))
    return stops


def look_stops(lives: Lives) -> Row:
    """Drop-outs of a programme that runs to its end; nan where it was broken off."""
    life = lives["mix"]
    stops = stopped_by_age(life)
    if life.stop >= 0:
        stops = np.full(stops.size, np.nan)
    recruited = life.config.programme.ambassadors
    return {"share": float(stops.sum()) / recruited, "early": float(stops[: stops.size // 2].sum()), "all": stops.sum()}


def stops(sample: Sample) -> dict[str, float]:
    """Mean share of the ambassadors who stop; of all who stop, the share before mid-programme."""
    return {"share": mean(sample["share"]), "early": ratio(sample["early"], sample["all"])}


SF2 = Pattern(
    id="SF2",
    title=Text("10 à 15 % des ambassadeurs s'arrêtent, surtout au début", "10-15 % of ambassadors stop, mostly early"),
    conditions=Text(
        "Transfo menée à son terme, portage tiré entre 0,3 et 0,95",
        "Transfo that runs to its end, sponsorship drawn between 0.3 and 0.95",
    ),
    grade="A",
    use="C",
    source="III.D (N3), Cas-T",
    cells={"mix": MIX},
    look=look_stops,
    statistic=stops,
    parts=(
        Part("share", Text("part qui s'arrête", "share who stop"), between(0.08, 0.18)),
        Part("early", Text("dont avant la moitié", "of these, before half-way"), at_least(0.60)),
    ),
)


def look_volunteers(lives: Lives) -> Row:
    """On the eve of the call, those recruited against all others: motivation, and freedom from cynicism."""
    life, eve = lives["transfo"], START - 1
    came = (life.role[START] != codes.NEVER) & (life.role[eve] == codes.NEVER)
    return {
        "motivation": standardised(life.motivation[eve, came], life.motivation[eve, ~came]),
        "cynicism": -standardised(life.cynicism[eve, came], life.cynicism[eve, ~came]),
    }


def volunteers(sample: Sample) -> dict[str, float]:
    """Mean standardised differences."""
    return {name: mean(sample[name]) for name in ("motivation", "cynicism")}


SF17 = Pattern(
    id="SF17",
    title=Text("Les volontaires sont déjà plus motivés", "Volunteers are more motivated to begin with"),
    conditions=Text("Transfo, à la veille de l'appel", "Transfo, on the eve of the call"),
    grade="B",
    use="C",
    source="III.D (M18)",
    cells={"transfo": TRANSFO},
    look=look_volunteers,
    statistic=volunteers,
    parts=(
        Part("motivation", Text("motivation, écart réduit", "motivation, standardised difference"), at_least(0.3)),
        Part("cynicism", Text("moindre désabusement, écart réduit", "less cynicism, standardised"), at_least(0.3)),
    ),
)


def look_after(lives: Lives) -> Row:
    """Half-life of the former ambassadors' practice (inf: not halved by the last month); who leaves their post."""
    life = lives["transfo"]
    former = life.role == codes.FORMER
    practising = (former & life.practises).sum(axis=1)[END:]
    halved = np.flatnonzero(practising <= practising[0] / 2)
    window = slice(END, END + 2 * YEAR)
    left = (former[END : END + 2 * YEAR] & (life.role[END + 1 : END + 2 * YEAR + 1] == codes.NEVER)).sum()
    all_left = life.monthly["left"][END + 1 : END + 2 * YEAR + 1].sum()
    held = former[window].sum()
    return {
        "half_life": float(halved[0]) if halved.size else np.inf,
        "left": float(left),
        "held": float(held),
        "others_left": float(all_left - left),
        "others_held": float(former[window].size - held),
    }


def after(sample: Sample) -> dict[str, float]:
    """Median half-life; monthly rate of leaving of the former ambassadors over that of the others."""
    rate, others = ratio(sample["left"], sample["held"]), ratio(sample["others_left"], sample["others_held"])
    return {"half_life": float(np.median(sample["half_life"])), "mobility": rate / others if others else float("nan")}


SF18 = Pattern(
    id="SF18",
    title=Text("Les anciens continuent, et certains changent de poste", "Former ambassadors go on, and some move"),
    conditions=Text("Transfo, dans les deux ans qui suivent la fin", "Transfo, in the two years after the end"),
    grade="B",
    use="C",
    source="I.B.1.a, Cas-T (M10, M11)",
    cells={"transfo": TRANSFO},
    look=look_after,
    statistic=after,
    parts=(
        Part(
            "half_life", Text("demi-vie de leur pratique (mois)", "half-life of their practice (months)"), at_least(12)
        ),
        Part("mobility", Text("mobilité, rapport aux autres", "mobility, over that of others"), at_least(1.5)),
    ),
)

_CASES = ("transfo", "team", "territory")


def look_motivation(lives: Lives) -> Row:
    """Whether those recruited and still there are more motivated a year later than on the eve; nan if broken off."""
    row: Row = {}
    for name in _CASES:
        life, then = lives[name], START + YEAR - 1
        took_part = life.ever(START) & life.ever(then)
        change = life.motivation[then, took_part] - life.motivation[START - 1, took_part]
        broken = 0 <= life.stop <= then
        row[name] = float("nan") if broken or not change.size else float(change.mean() > 0)
        row[f"{name}_change"] = float("nan") if broken else mean(change)
    return row


def motivation(sample: Sample) -> dict[str, float]:
    """Share of runs where it is up, by case; mean change over the cases."""
    changes = [mean(sample[f"{name}_change"]) for name in _CASES]
    return {name: mean(sample[name]) for name in _CASES} | {"change": float(np.mean(changes))}


SF22 = Pattern(
    id="SF22",
    title=Text("Participer motive, à court terme", "Taking part motivates in the short run"),
    conditions=Text(
        "au bout d'un an : Transfo, équipe dédiée, co-construction territoriale (cas de calibration seuls)",
        "after a year: Transfo, dedicated team, territorial co-construction (calibration cases only)",
    ),
    grade="A",
    use="C",
    source="I.B.1.a, III.C.3.a, SYN (M9)",
    cells={"transfo": TRANSFO, "team": FIELD_TEAM, "territory": TERRITORIAL},
    look=look_motivation,
    statistic=motivation,
    parts=(
        Part("transfo", Text("Transfo : motivation en hausse", "Transfo: motivation up"), at_least(0.8), "transfo"),
        Part("team", Text("équipe dédiée : en hausse", "dedicated team: up"), at_least(0.8), "team"),
        Part("territory", Text("co-construction : en hausse", "co-construction: up"), at_least(0.8), "territory"),
        Part("change", Text("hausse moyenne", "mean rise")),
    ),
)

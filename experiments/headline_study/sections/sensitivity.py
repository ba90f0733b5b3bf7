"""Which lever weighs most: the part of each in what sets points apart, beside that of a lever without effect."""

from collections.abc import Iterator, Sequence

import pandas as pd

from experiments.analysis.material import Material
from experiments.analysis.sensitivity import sensitivity
from experiments.headline_study.material import PRICE, SIZE, Headline
from experiments.headline_study.told import VARIANCE, Told, plain
from experiments.headline_study.writing import lever_name, picture, table
from experiments.language import Words, number
from experiments.statistics import Estimate
from sim.outcomes.verdict import DIFFUSION

NAME = "sensitivity"
ALL, LARGE = "all", "large"
FLOOR = "noise floor"


def measure(study: Headline) -> list[Told]:
    """Main effects over all points, and over the points of the largest authorities at the lowest price."""
    return [*_told(ALL, study.material), *_told(LARGE, _large(study))]


def write(told: Sequence[Told], say: Words) -> str:
    """The picture and a table of both."""
    keys = list(dict.fromkeys(str(each.outcome) for each in told if each.outcome != FLOOR))
    found = {(each.where["among"], each.outcome): each for each in told}
    floors = {among: found[among, FLOOR].estimate.value for among in (ALL, LARGE)}
    rows = [[lever_name(key, say), *(_cell(found.get((among, key)), floors[among], say) for among in (ALL, LARGE))]
            for key in keys]  # fmt: skip
    rows.append([say("headstudy.sensitivity.floor"),
                 *(number(100 * floors[among], say.lang, 1) for among in (ALL, LARGE))])  # fmt: skip
    header = [say(f"headstudy.sensitivity.column.{name}") for name in ("lever", ALL, LARGE)]
    return "\n\n".join([picture("tornado", say), say("headstudy.sensitivity"), table(header, rows)])


def part(told: Sequence[Told], among: str) -> pd.DataFrame:
    """The table that the tornado is drawn from."""
    here = [each for each in told if each.where["among"] == among]
    floor = next(each.estimate.value for each in here if each.outcome == FLOOR)
    rows = [
        ("main", among, each.outcome, "part", each.estimate.value, each.estimate.low, each.estimate.high, floor,
         each.estimate.low > floor)
        for each in here if each.outcome != FLOOR
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["method", "outcome", "key", "index", "value", "low", "high", "floor", "found"])


def _large(study: Headline) -> Material:
    runs = study.runs
    kept = (runs[SIZE] == study.largest) & (runs[PRICE] == runs[PRICE].min())
    return study.material.part(kept.to_numpy().nonzero()[0])


def _told(among: str, material: Material) -> Iterator[Told]:
    found = sensitivity(material)
    rows = found[found["outcome"] == DIFFUSION]
    for row in rows.to_dict("records"):
        estimate = Estimate(max(0.0, row["value"]), row["low"], row["high"], len(material.runs))
        yield Told(NAME, str(row["key"]), {"among": among}, estimate, VARIANCE)
    floor = float(rows["floor"].iloc[0])
    yield Told(NAME, FLOOR, {"among": among}, Estimate(floor, floor, floor, len(material.runs)), VARIANCE)


def _cell(told: Told | None, floor: float, say: Words) -> str:
    if told is None:
        return ""
    return plain(told, say) if told.estimate.low > floor else say("headstudy.sensitivity.under", value=plain(told, say))

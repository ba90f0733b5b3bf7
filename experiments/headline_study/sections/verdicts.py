"""What becomes of practice: the share of each verdict, by sponsorship and managers, then by size, type and price."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from experiments.headline_study.material import (
    EFFORT,
    KIND,
    LOSS,
    PRICE,
    SIZE,
    SPONSORSHIP,
    STANCE,
    Headline,
    share,
)
from experiments.headline_study.told import Told, plain
from experiments.headline_study.writing import picture
from experiments.language import Words
from experiments.table import ORDER
from sim.outcomes.verdict import FALLBACK

NAME = "verdicts"
PEOPLE, PLACES = "verdicts_people", "verdicts_places"
ANYWAY = "fallbacks that spread anyway"
SPREAD_ANYWAY = 0.25
"""Share of field agents who practise in the run without programme, above which practice came by itself."""


def measure(study: Headline) -> list[Told]:
    """Shares of verdicts at two groups of settings; fallbacks where practice spreads without the programme."""
    people = study.reference
    places = study.runs[study.runs[EFFORT] == sorted(study.runs[EFFORT].unique())[1]]
    told = [*_shares(PEOPLE, people, (STANCE, SPONSORSHIP)), *_shares(PLACES, places, (PRICE, SIZE, KIND))]
    return [*told, *_anyway(study)]


def write(told: Sequence[Told], say: Words) -> str:
    """Both pictures, and what a fallback may be."""
    found = {each.where[LOSS]: plain(each, say) for each in told if each.outcome == ANYWAY}
    return "\n\n".join([
        picture(PEOPLE, say), picture(PLACES, say), say("headstudy.verdicts.places"),
        say("headstudy.verdicts.anyway", lost=found[True], kept=found[False]),
    ])  # fmt: skip


def _shares(name: str, runs: pd.DataFrame, keys: Sequence[str]) -> Iterator[Told]:
    for values, rows in runs.groupby(list(keys)):
        where: Mapping[str, object] = {"picture": name, **{k: _value(v) for k, v in zip(keys, values, strict=True)}}
        for verdict in ORDER:
            yield Told(NAME, verdict, where, share(rows, rows["verdict"] == verdict))


def _anyway(study: Headline) -> Iterator[Told]:
    """Among fallbacks, those where more than a quarter practise without any programme."""
    fallen = study.launched[study.launched["verdict"] == FALLBACK]
    for loss, rows in fallen.groupby(LOSS):
        yield Told(NAME, ANYWAY, {LOSS: bool(loss)}, share(rows, rows["practice_twin"] > SPREAD_ANYWAY))


def _value(value: object) -> object:
    return value.item() if hasattr(value, "item") else value

"""The three uncertainties apart: luck, parameters, structure, in what sets apart two runs with the same levers."""

from collections.abc import Sequence

import pandas as pd

from experiments.analysis.levels import uncertainties
from experiments.analysis.material import material_of
from experiments.analysis.words import outcome_name
from experiments.headline_study.material import Headline
from experiments.headline_study.told import VARIANCE, Told, plain
from experiments.headline_study.writing import picture, table
from experiments.language import Words
from experiments.statistics import Estimate

NAME = "uncertainties"
SHOWN = ("diffusion", "islets", "fallback", "net_practice", "breadth", "lab_alive")
PARTS = ("repetition", "parameters", "structure")


def measure(study: Headline) -> list[Told]:
    """The part of each uncertainty, by outcome."""
    table = uncertainties(material_of(study.uncertainties))
    return [
        Told(NAME, row["outcome"], {"uncertainty": row["uncertainty"]},
             Estimate(row["value"], row["low"], row["high"], int(row["n"])), VARIANCE)
        for row in table[table["outcome"].isin(SHOWN)].to_dict("records")
    ]  # fmt: skip


def write(told: Sequence[Told], say: Words) -> str:
    """The picture and the table."""
    found = {(each.outcome, each.where["uncertainty"]): each for each in told}
    rows = [
        [outcome_name(name, say), *(plain(found[name, part], say) for part in PARTS)]
        for name in SHOWN
        if all((name, part) in found for part in PARTS)
    ]
    header = [say("headstudy.uncertainties.column"), *(say(f"headstudy.part.{part}") for part in PARTS)]
    return "\n\n".join([picture("uncertainties", say), say("headstudy.uncertainties"), table(header, rows)])


def parts(told: Sequence[Told]) -> pd.DataFrame:
    """The table that the picture is drawn from."""
    rows = [(each.outcome, each.where["uncertainty"], each.estimate.value, each.estimate.low, each.estimate.high,
             each.estimate.n) for each in told]  # fmt: skip
    return pd.DataFrame(rows, columns=["outcome", "uncertainty", "value", "low", "high", "n"])

"""Cost against lasting effect: which plans no other beats, and what each further euro, day or hour buys.

One frontier an account (euros, agent days, élu hours): they are never added up. From the cheapest on, a plan is on it
when it leaves visibly more than the last one that is; costs and effects are means over the same worlds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from experiments.plans.numbers import ACCOUNTS, DRAWS
from experiments.statistics import LEVEL, Estimate, paired_mean

Readings = Mapping[str, pd.DataFrame]


@dataclass(frozen=True)
class Step:
    """From one plan of a frontier to the next dearer one."""

    account: str
    cheaper: str
    dearer: str
    cost: Estimate
    """What the dearer one costs more, in the unit of the account."""
    effect: Estimate
    """Lasting practitioners that it leaves more."""
    buys: Estimate | None
    """Lasting practitioners for 10 000 euros, 100 days or 100 hours more; None where no further cost is seen."""


UNIT = {"euros": 10_000.0, "days": 100.0, "elu_hours": 100.0}
"""What `buys` is counted for."""


def frontier(readings: Readings, account: str) -> list[str]:
    """Plans of the frontier, from the cheapest to the dearest; doing nothing, that costs and leaves 0, is one."""
    means = {name: (frame[account].mean(), frame["lasting"].mean()) for name, frame in readings.items()}
    ordered = sorted(means, key=lambda name: (means[name][0], -means[name][1]))
    kept: list[str] = []
    for name in ordered:
        if not kept or paired_mean(readings[kept[-1]]["lasting"], readings[name]["lasting"]).low > 0.0:
            kept.append(name)
    return kept


def steps(readings: Readings) -> Iterator[Step]:
    """Every step of every frontier."""
    for account in ACCOUNTS:
        line = frontier(readings, account)
        for cheaper, dearer in pairwise(line):
            yield _step(readings, account, cheaper, dearer)


def _step(readings: Readings, account: str, cheaper: str, dearer: str) -> Step:
    a, b = readings[cheaper], readings[dearer]
    cost, effect = paired_mean(a[account], b[account]), paired_mean(a["lasting"], b["lasting"])
    more = (b["lasting"] - a["lasting"]).to_numpy(float), (b[account] - a[account]).to_numpy(float)
    return Step(account, cheaper, dearer, cost, effect, _bought(*more, UNIT[account]) if cost.low > 0.0 else None)


def _bought(effect: np.ndarray, cost: np.ndarray, unit: float) -> Estimate:
    """Effect for `unit` of cost: ratio of the two sums with its interval, worlds resampled."""
    order = np.random.default_rng(0).integers(0, cost.size, (DRAWS, cost.size))
    sums, bases = effect[order].sum(axis=1), cost[order].sum(axis=1)
    ratios = unit * sums / np.where(bases > 0, bases, np.nan)
    low, high = np.nanquantile(ratios, [0.5 - LEVEL / 2, 0.5 + LEVEL / 2])
    return Estimate(float(unit * effect.sum() / cost.sum()), float(low), float(high), int(cost.size))


def dominated(readings: Readings) -> dict[str, str]:
    """Plans that another beats for sure: dearer on no account, and leaving visibly more."""
    return {
        name: better
        for name in readings
        if (better := next((other for other in readings if _beats(readings, other, name)), ""))
    }


def _beats(readings: Readings, one: str, other: str) -> bool:
    if one == other:
        return False
    a, b = readings[one], readings[other]
    costs_no_more = all(a[account].mean() <= b[account].mean() for account in ACCOUNTS)
    return costs_no_more and paired_mean(b["lasting"], a["lasting"]).low > 0.0

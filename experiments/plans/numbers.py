"""What all worlds say of each plan: one row a number, with its interval and the columns it comes from.

A quantity is told by its middle (median over worlds) and by the interval that holds 8 worlds out of 10. A chance is the
share of worlds, with Wilson's interval. A ratio is that of two sums over the same worlds, resampled together.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from math import inf, nan

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.plans.goal import Goal
from experiments.plans.readings import COLUMNS
from experiments.statistics import LEVEL, Estimate, mean, wilson
from sim.outcomes.verdict import VERDICTS

WORLDS = 0.8
"""Share of the worlds that the interval of a quantity holds: the rest lies below and above in equal parts."""
DRAWS = 2_000
QUANTITIES = ("practitioners", "lasting", "services", "services_more", "euros", "days", "elu_hours")
CHANCES = ("islets", "disillusion", "not_launched")
ACCOUNTS = ("euros", "days", "elu_hours")
ACCOUNT_COLUMNS = (
    "euros_programme", "euros_backfill", "euros_lab", "euros_instrument", "euros_levers",
    "agent_days", "days_levers", "elu_hours",
)  # fmt: skip
"""Accounts of monthly.parquet: euros by what they pay, working days (those of levers apart), hours of élus."""
WORLD, WILSON, RESAMPLED, STUDENT = "worlds", "wilson", "resampled", "student"


@dataclass(frozen=True)
class Number:
    """One number that a note may print."""

    plan: str
    measure: str
    value: float
    low: float
    high: float
    n: int
    """Worlds that define it."""
    interval: str
    """`worlds`: 8 out of 10 lie within; `wilson`, `resampled`, `student`: where the number itself lies, 95 %."""
    source: str
    """How it follows from columns of runs.parquet."""

    @property
    def name(self) -> str:
        """What names its row."""
        return f"{self.plan}.{self.measure}"

    @property
    def estimate(self) -> Estimate:
        """Value and interval."""
        return Estimate(self.value, self.low, self.high, self.n)

    def as_row(self) -> dict[str, object]:
        """Its row in numbers.csv."""
        return {"row": self.name, **asdict(self)}


def numbers_of(plan: str, frame: pd.DataFrame, goal: Goal | None) -> Iterator[Number]:
    """Every number of one plan from its readings."""
    for measure in QUANTITIES:
        yield over_worlds(plan, measure, frame[measure].to_numpy(float), COLUMNS[measure])
    for measure in CHANCES:
        yield chance(plan, measure, frame[measure].to_numpy(bool), COLUMNS[measure])
    for verdict in VERDICTS:
        hits = (frame["kind"] == verdict).to_numpy(bool)
        yield chance(plan, f"kind_{verdict}", hits, f"{COLUMNS['kind']} = {verdict}")
    if goal is not None:
        yield chance(plan, "goal", goal.reached(frame), goal.text)
    for measure in ("lasting", "services_more", *ACCOUNTS):
        yield number_of(plan, f"{measure}_mean", mean(frame[measure]), STUDENT, f"mean of {COLUMNS[measure]}")
    yield cost_per_practitioner(plan, frame)


def chance(plan: str, measure: str, hits: NDArray[np.bool_], what: str) -> Number:
    """In how many worlds something holds."""
    return number_of(plan, measure, wilson(int(hits.sum()), len(hits)), WILSON, f"share of runs with {what}")


def over_worlds(plan: str, measure: str, values: np.ndarray, source: str) -> Number:
    """The middle of a quantity and the interval that holds 8 worlds out of 10."""
    defined = values[~np.isnan(values)]
    if not defined.size:
        return Number(plan, measure, nan, nan, nan, 0, WORLD, source)
    low, middle, high = np.quantile(defined, [0.5 - WORLDS / 2, 0.5, 0.5 + WORLDS / 2], method="median_unbiased")
    return Number(plan, measure, float(middle), float(low), float(high), int(defined.size), WORLD, source)


def accounts_of(runs: pd.DataFrame, monthly: pd.DataFrame, month: int) -> Iterator[Number]:
    """What each plan spends more than doing nothing, account by account, on average over all worlds.

    Args:
        runs: rows of runs.parquet, doing nothing first.
        monthly: rows of monthly.parquet.
        month: the last one counted.
    """
    columns = [name for name in ACCOUNT_COLUMNS if name in monthly]
    spent = monthly[monthly["month"] <= month].groupby("run_id")[columns].sum()
    first = str(runs["scenario"].iloc[0])
    by_plan = {name: _in_worlds(runs, str(name), spent) for name in runs["scenario"].unique()}
    for plan, frame in by_plan.items():
        more = frame - by_plan[first]
        for column in columns:
            source = f"mean of the sum of monthly {column} until month {month}, minus {first}"
            yield number_of(str(plan), f"account:{column}", mean(more[column]), STUDENT, source)


def _in_worlds(runs: pd.DataFrame, plan: str, spent: pd.DataFrame) -> pd.DataFrame:
    """Sums of the months of each world of a plan, in the order of the worlds."""
    rows = runs[runs["scenario"] == plan].sort_values("replicate")
    return spent.loc[rows["run_id"]].reset_index(drop=True)


def cost_per_practitioner(plan: str, frame: pd.DataFrame) -> Number:
    """Euros over lasting practitioners, both over all worlds; undefined unless practitioners are gained for sure."""
    source = "sum of euros / sum of lasting, over all worlds"
    gained = mean(frame["lasting"])
    if not gained.low > 0.0:
        return Number(plan, "cost_per_practitioner", nan, nan, nan, gained.n, RESAMPLED, source)
    return number_of(plan, "cost_per_practitioner", ratio(frame["euros"], frame["lasting"]), RESAMPLED, source)


def ratio(above: pd.Series, below: pd.Series) -> Estimate:
    """Sum over sum with its interval, worlds resampled; unbounded on the side where the lower sum may be nothing."""
    a, b = above.to_numpy(float), below.to_numpy(float)
    order = np.random.default_rng(0).integers(0, a.size, (DRAWS, a.size))
    sums, bases = a[order].sum(axis=1), b[order].sum(axis=1)
    ratios = np.where(bases > 0, sums / np.where(bases > 0, bases, 1.0), inf)
    low, high = np.quantile(ratios, [0.5 - LEVEL / 2, 0.5 + LEVEL / 2], method="inverted_cdf")
    return Estimate(float(a.sum() / b.sum()), float(low), float(high), int(a.size))


def number_of(plan: str, measure: str, estimate: Estimate, interval: str, source: str) -> Number:
    """A number from its estimate."""
    return Number(plan, measure, estimate.value, estimate.low, estimate.high, estimate.n, interval, source)

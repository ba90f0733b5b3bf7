"""Paired contrasts: what one lever changes, everything else equal and with the same luck.

A pair is two runs of one replicate (same random numbers, same parameters, same structure) at two points of the design
that differ by this lever alone. Pairs of one replicate share its luck, so they count together.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations, product

import numpy as np
import pandas as pd

from experiments.analysis.intervals import Floats, Labels, clustered_difference, clustered_mean, labels
from experiments.statistics import Estimate

FEWEST = 2
"""Replicates under which nothing is said of a difference."""


@dataclass(frozen=True)
class Contrast:
    """The effect of taking a lever from one value to another, on one outcome."""

    lever: str
    start: object
    end: object
    outcome: str
    effect: Estimate
    """Mean of the differences, in the unit of the outcome; `n` is the number of pairs."""
    replicates: int
    """Lucks that the pairs have among them."""
    extremes: bool
    """From the first value of the lever to its last, and not from one to the next."""


@dataclass(frozen=True)
class Interaction:
    """How much more (or less) a step of a lever changes at the last value of another than at its first."""

    lever: str
    start: object
    end: object
    other: str
    outcome: str
    effect: Estimate
    extremes: bool


@dataclass(frozen=True)
class Measured:
    """What is measured in each run: yes or no as 0 and 1, or a number."""

    values: Mapping[str, Floats]
    """Outcome -> one value a run [n], nan where undefined."""
    yes_or_no: frozenset[str]

    def estimate(self, outcome: str, changes: Floats, clusters: Sequence[Labels]) -> Estimate:
        """Mean of paired differences with the interval that suits the outcome."""
        return (clustered_difference if outcome in self.yes_or_no else clustered_mean)(changes, clusters)


def contrasts(
    runs: pd.DataFrame, keys: Sequence[str], levers: Mapping[str, Sequence[object]], measured: Measured
) -> list[Contrast]:
    """Every step of every lever, and from its first value to its last where there are more than two.

    Args:
        runs: one row a run, with `replicate` and the keys.
        keys: all that the design varies; a pair agrees on all of them but the lever.
        levers: lever -> its values in order.
        measured: outcomes, in the order of the rows of `runs`.
    """
    found = []
    for lever, values in levers.items():
        context = _context(runs, [key for key in keys if key != lever])
        for start, end, extremes in _steps(values):
            first, second = _pairs(runs[lever], context, start, end)
            luck = runs["replicate"].to_numpy()[first]
            if np.unique(luck).size < FEWEST:
                continue
            for outcome, effect in _effects(measured, luck, (first, second), (1, -1)):
                found.append(Contrast(lever, start, end, outcome, effect, int(np.unique(luck).size), extremes))
    return found


def balanced_contrasts(
    runs: pd.DataFrame, levers: Mapping[str, Sequence[object]], measured: Measured
) -> list[Contrast]:
    """The same from a balanced part of a grid, where no two points differ by one lever alone.

    Within each replicate, all runs at one value of a lever against all runs at another: the other levers are balanced
    in both, so they cancel, but for what several of them do together.
    """
    luck, replicate = np.unique(runs["replicate"].to_numpy(), return_inverse=True)
    found = []
    for lever, values in levers.items():
        for start, end, extremes in _steps(values):
            for outcome, told in measured.values.items():
                means = [_mean_by(told, replicate, (runs[lever] == at).to_numpy(), luck.size) for at in (start, end)]
                change = means[1] - means[0]
                if np.count_nonzero(~np.isnan(change)) >= FEWEST:
                    effect = measured.estimate(outcome, change, [np.arange(luck.size)])
                    found.append(Contrast(lever, start, end, outcome, effect, int(luck.size), extremes))
    return found


def _mean_by(values: Floats, replicate: Labels, chosen: np.ndarray, replicates: int) -> Floats:
    """Mean of the chosen runs of each replicate [replicates]; nan where none is defined."""
    rows = chosen & ~np.isnan(values)
    counts = np.bincount(replicate[rows], minlength=replicates)
    sums = np.bincount(replicate[rows], values[rows], minlength=replicates)
    return np.divide(sums, counts, out=np.full(replicates, np.nan), where=counts > 0)


def interactions(
    runs: pd.DataFrame, keys: Sequence[str], levers: Mapping[str, Sequence[object]], measured: Measured
) -> list[Interaction]:
    """Every step of a lever, at the last value of another against at its first, with the same luck."""
    found = []
    for lever, other in permutations(levers, 2):
        context = _context(runs, [key for key in keys if key not in (lever, other)])
        ends = levers[other][0], levers[other][-1]
        for start, end, extremes in _steps(levers[lever]):
            corners = [
                np.flatnonzero((runs[lever] == a).to_numpy() & (runs[other] == b).to_numpy())
                for a, b in product((start, end), ends)
            ]
            rows = _matched(context, corners)
            luck = runs["replicate"].to_numpy()[rows[0]]
            if np.unique(luck).size < FEWEST:
                continue
            for outcome, effect in _effects(measured, luck, rows, (1, -1, -1, 1)):
                found.append(Interaction(lever, start, end, other, outcome, effect, extremes))
    return found


def _effects(
    measured: Measured, luck: Labels, rows: Sequence[Labels], signs: Sequence[int]
) -> Iterator[tuple[str, Estimate]]:
    """The last of `rows` counts positive, and so on back by `signs`, which read from the first."""
    clusters = [labels(luck)]
    for outcome, values in measured.values.items():
        change = sum(sign * values[each] for sign, each in zip(signs, reversed(rows), strict=True))
        yield outcome, measured.estimate(outcome, np.asarray(change), clusters)


def _context(runs: pd.DataFrame, keys: Sequence[str]) -> Labels:
    """A number for each replicate and value of the keys."""
    columns = [pd.factorize(runs[key], use_na_sentinel=False)[0] for key in keys]
    return labels(runs["replicate"].to_numpy(), *columns)


def _steps(values: Sequence[object]) -> Iterator[tuple[object, object, bool]]:
    for start, end in pairwise(values):
        yield start, end, len(values) == 2
    if len(values) > 2:
        yield values[0], values[-1], True


def _pairs(column: pd.Series, context: Labels, start: object, end: object) -> tuple[Labels, Labels]:
    first, second = _matched(context, [np.flatnonzero((column == value).to_numpy()) for value in (start, end)])
    return first, second


def _matched(context: Labels, groups: Sequence[Labels]) -> list[Labels]:
    """Rows of each group, in the order of the contexts that all groups have once."""
    common = context[groups[0]]
    for group in groups[1:]:
        common = np.intersect1d(common, context[group])
    matched = []
    for group in groups:
        order = group[np.argsort(context[group], kind="stable")]
        keep = np.isin(context[order], common)
        matched.append(order[keep][np.unique(context[order][keep], return_index=True)[1]])
    return matched

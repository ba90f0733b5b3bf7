"""Every number of the method, with its reason. None was chosen by looking at results."""

from dataclasses import dataclass

CUT = 3.0
"""A point is implausible where its implausibility exceeds 3: at most 5 % of any unimodal distribution lies further
(F. Pukelsheim 1994, The three sigma rule)."""

BAND_DEVIATIONS = 2.0
"""An expected band is read as its middle plus or minus two standard deviations: that of what the study reports, of our
reading of it, and of what a model can be asked, together. At the edge of the band, without noise of simulation, the
implausibility is 2; it reaches 3 half a half-width further out."""

SURE = 0.9
"""An inequality passes, or fails, with this probability before it decides anything."""

SURE_DEVIATIONS = 1.2815515655446004
"""The same in standard deviations of a normal law."""

SLACK = 0.05
"""What a model may miss of the line of an inequality, as a share of that line (one standard deviation)."""

QUICK_REPLICATES = 8
"""First replicates of the cheap patterns: enough to drop what is far away, as noise is in the denominator."""

LEAST_MEMBERS = 20
"""An ensemble has at least that many members: where the largest implausibility leaves fewer, the second largest
decides, then the third..."""

MOST_MEMBERS = 200
"""What a small data file holds; beyond, the members are those drawn first."""

RESAMPLES = 64
"""Bootstrap resamples that give the variance of simulation of a statistic (relative error 9 %)."""

CANDIDATES = 20_000
"""Points among which those of a later wave are drawn."""

PRIOR_SHARE = 0.15
FEWEST_PRIOR = 24
"""Share of the points of the first wave, and fewest of them, that are put to every pattern whatever they give: the
prior sample. It says which patterns nearly every draw passes, and which none does."""

KEPT_OF_PRIOR = 0.1
"""Share of the prior sample that the race must leave: the rank that decides is the smallest that does, from the second.
Where several facts are missed nearly everywhere, a stricter one would drop all points and say no more than that."""

TOO_EASY = 0.8
"""A pattern that more than 80 % of prior draws pass counts for nothing."""

LATER_POINTS = 0.5
"""Points of a later wave, as a share of those of the first."""

TIME_SHARES = (0.2, 0.2, 0.15, 0.1, 0.35)
"""How a time budget is shared: prior sample, first wave, waves between, last wave, members; what one leaves goes on."""

BATCH = 16
"""Points that climb to the end together, the least implausible first: where time is short, some are whole."""

ROOT = 20_190_702
"""Root of all luck of the calibration; `--seed` gives another."""


@dataclass(frozen=True)
class Rung:
    """One step of the race: a group of patterns brought to a number of replicates."""

    group: str
    replicates: int


def ladder(replicates: int) -> tuple[Rung, ...]:
    """The steps that a point climbs unless it is dropped: cheap and telling first, all patterns at the end."""
    half = max(4, replicates // 2)
    return (
        Rung("quick", min(QUICK_REPLICATES, replicates)),
        Rung("quick", 2 * replicates),
        Rung("middle", half),
        Rung("rest", half),
        Rung("middle", replicates),
        Rung("rest", replicates),
    )


def prior_ladder(replicates: int) -> tuple[Rung, ...]:
    """The steps of the prior sample: the first one of every group."""
    first = ladder(replicates)
    return (first[0], first[2], first[3])

"""The three studies behind the page, with what the page needs beside their columns."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from experiments.analysis.intervals import Floats, clustered_mean, clustered_share, labels
from experiments.analysis.material import Material, Opened, material_of
from experiments.headline_study.rereading import reread
from experiments.statistics import Estimate
from sim.outcomes.verdict import NOT_LAUNCHED

SPONSORSHIP, STANCE, DEPTH = "sponsorship.level", "management.stance", "hierarchy.depth"
LOSS, PRICE, EFFORT = "mechanisms.signal_loss", "cost.price_factor", "cost.agent_days_per_month"
PLACE, KIND, SIZE = "authority", "kind", "size"
LAUNCHED = "launched"
SCALES = (0.5, 1.5)
"""What the lines of the verdict are multiplied by, to see what depends on them."""


@dataclass(frozen=True)
class Headline:
    """The headline study and its two companions, gathered."""

    main: Opened
    uncertainties: Opened
    channels: Opened

    @cached_property
    def runs(self) -> pd.DataFrame:
        """The runs of the main study; `kind` and `size` of the authority, whether the programme was launched."""
        runs = self.main.runs.copy()
        runs[KIND] = runs[PLACE].str.rpartition("_")[0]
        runs[SIZE] = runs[PLACE].str.rpartition("_")[2].astype(int)
        runs[LAUNCHED] = runs["verdict"] != NOT_LAUNCHED
        for scale in SCALES:
            runs[reread_name(scale)] = reread(runs, scale)
        return runs

    @cached_property
    def launched(self) -> pd.DataFrame:
        """The runs whose programme started."""
        return self.runs[self.runs[LAUNCHED]]

    @property
    def largest(self) -> int:
        """Field agents of the largest authorities: the reference size, where money stops few programmes."""
        return int(self.runs[SIZE].max())

    @cached_property
    def reference(self) -> pd.DataFrame:
        """Launched runs of the largest authorities, the élus' signal losing strength on its way."""
        runs = self.launched
        return runs[(runs[SIZE] == self.largest) & runs[LOSS]]

    @cached_property
    def channel_runs(self) -> pd.DataFrame:
        """The runs of the study that takes mechanisms out."""
        runs = self.channels.runs.copy()
        runs[LAUNCHED] = runs["verdict"] != NOT_LAUNCHED
        return runs

    @cached_property
    def material(self) -> Material:
        """The main study as the methods of analysis want it."""
        return material_of(self.main)


def reread_name(scale: float) -> str:
    """Column of the verdict under lines moved by a factor."""
    return f"verdict_x{scale:g}"


def share(runs: pd.DataFrame, hits: "pd.Series[bool]") -> Estimate:
    """Share of runs [0..1]; runs of one luck count together."""
    return clustered_share(hits.to_numpy(np.float64), [labels(runs["seed"].to_numpy())])


def mean(runs: pd.DataFrame, outcome: str) -> Estimate:
    """Mean of an outcome, in its unit; runs of one luck count together."""
    values: Floats = runs[outcome].to_numpy(np.float64)
    return clustered_mean(values, [labels(runs["seed"].to_numpy())])

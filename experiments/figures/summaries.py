"""From runs to what is drawn: quantile bands over replicates, shares of verdicts with their intervals."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.statistics import Estimate, wilson

VERDICTS = ("diffusion", "spreading", "islets", "fallback", "not_launched")
BANDS = (0.05, 0.25, 0.50, 0.75, 0.95)


def verdict_shares(runs: pd.DataFrame) -> dict[str, Estimate]:
    """Share of each verdict among the runs [0..1] with its 95 % Wilson interval, in the order of VERDICTS."""
    verdicts = runs["verdict"].to_numpy()
    return {verdict: wilson(int(np.sum(verdicts == verdict)), len(verdicts)) for verdict in VERDICTS}


def practice_bands(monthly: pd.DataFrame, column: str) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Months [n] and the quantiles BANDS of a column over the replicates of one scenario [5, n, unit of the column]."""
    table = monthly.pivot(index="replicate", columns="month", values=column)
    return table.columns.to_numpy(np.int64), np.quantile(table.to_numpy(np.float64), BANDS, axis=0)

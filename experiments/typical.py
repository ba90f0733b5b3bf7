"""The run that stands for a scenario where only one can be shown: the same in figures and in explanations."""

import pandas as pd

from experiments.result import as_rows
from experiments.why.typical import commonest, typical


def typical_replicate(runs: pd.DataFrame) -> int:
    """The replicate that stands for the runs of one scenario."""
    rows = as_rows(runs)
    return int(rows[typical(rows, commonest(rows))]["replicate"])

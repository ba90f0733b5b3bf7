"""The run that stands for a scenario where only one can be shown."""

import numpy as np
import pandas as pd

from sim.outcomes.verdict import VERDICTS


def typical_replicate(runs: pd.DataFrame) -> int:
    """Among the runs with the commonest verdict, the replicate whose practice is nearest their median practice.

    Ties go to the verdict named first in the rule, and to the first replicate.
    """
    counts = runs["verdict"].value_counts()
    commonest = max(VERDICTS, key=lambda verdict: int(counts.get(verdict, 0)))
    alike = runs[runs["verdict"] == commonest].sort_values("replicate")
    practice = alike["practice"].to_numpy(float)
    return int(alike["replicate"].iloc[np.abs(practice - np.median(practice)).argmin()])

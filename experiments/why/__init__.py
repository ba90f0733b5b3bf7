"""Why the commonest verdict of a scenario came out, computed from runs.

One typical run gives dates and places. A cause is what can be taken away from the configuration so that, over pairs of
runs with the same luck, the verdict becomes clearly rarer; what does not pass that test is not named.

    explain(config, rows)     the explanation: facts, causes tried, sentence in French and in English
    candidates.py             what may be taken away; one entry there is one more candidate cause
"""

from experiments.why.explanation import Why, explain
from experiments.why.rows import Row, Rows, serially
from experiments.why.story import Story
from experiments.why.trials import Cause

__all__ = ["Cause", "Row", "Rows", "Story", "Why", "explain", "serially"]

"""Patterns: what the study reports of such cases (SF1 to SF26), put to the model and read with a stated rule.

    from experiments.patterns import evaluate
    readings = evaluate(["SF1", "SF4"], replicates=60, root=1, workers=2)
    readings["SF1"].passed, readings["SF1"].parts

A pattern is data: conditions (cells), what is noted of each replicate, a statistic over replicates, what is accepted.
Patterns are never tuned to pass: one that fails stays in the table as failed.
"""

from experiments.patterns.catalogue import catalogue, pattern
from experiments.patterns.evaluate import VARIANTS, evaluate
from experiments.patterns.pattern import Cell, Pattern
from experiments.patterns.reading import Finding, Reading

__all__ = ["VARIANTS", "Cell", "Finding", "Pattern", "Reading", "catalogue", "evaluate", "pattern"]

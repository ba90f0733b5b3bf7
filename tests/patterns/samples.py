"""Hand-made notes of replicates."""

from collections.abc import Mapping

import numpy as np

from experiments.patterns import Reading, pattern
from experiments.patterns.reading import read


def rows(n: int = 20, **columns: object) -> list[dict[str, object]]:
    """Notes of n replicates: a number or an array is the same in all, a list goes round."""
    return [
        {name: value[r % len(value)] if isinstance(value, list) else value for name, value in columns.items()}
        for r in range(n)
    ]


def reading(name: str, columns: Mapping[str, object]) -> Reading:
    """A pattern read off hand-made notes."""
    return read(pattern(name), rows(**columns), root=1)


NAN = float("nan")
FLAT = np.zeros(18)

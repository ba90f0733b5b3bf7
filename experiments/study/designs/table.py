"""Points written by hand or by another tool: one row a point, one column a lever, from a CSV or a Parquet file.

The rows are read, checked and kept in the plan when the study is read (see `experiments.study.table_file`).
"""

from collections.abc import Sequence

from experiments.study.designs import Drawn, Options, Setting
from experiments.study.factors import Factor

OPTIONS = {"file": Setting(text=True)}
SPREADS_UNCERTAIN = False


def size(factors: Sequence[Factor], options: Options) -> int:
    """The rows of the file."""
    return len(options["rows"])


def draw(factors: Sequence[Factor], options: Options, root: int) -> Drawn:
    """The rows of the file, in their order."""
    return Drawn(tuple(tuple(row) for row in options["rows"]))

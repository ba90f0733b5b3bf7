"""Whether two runs are the same to the bit: every outcome and monthly column in a form that can be compared."""

import hashlib
import json
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from experiments.plan import varied_keys
from experiments.result import IDENTITY, Result
from experiments.runner import Run
from experiments.uncertainty import MEMBER, VARIANT

Bits = dict[str, str]


def bits_of(outcomes: Mapping[str, object], monthly: Mapping[str, NDArray[np.float64]]) -> Bits:
    """Every outcome that is defined and every monthly column (`monthly.<name>`), by name."""
    scalars = {name: _scalar(value) for name, value in outcomes.items() if not _undefined(value)}
    return scalars | {f"monthly.{name}": _column(values) for name, values in monthly.items()}


def computed(run: Run) -> Bits:
    """The bits of a run that has just been computed."""
    return bits_of(run.outcomes, run.monthly)


def stored(result: Result, row: int) -> Bits:
    """The bits of a row of a result that was read back."""
    (line,) = result.run_table.slice(row, 1).to_pylist()
    apart = {*IDENTITY, MEMBER, VARIANT, *varied_keys(result.plan)}
    months = result.monthly[result.monthly["run_id"] == line["run_id"]].sort_values("month")
    columns = {name: months[name].to_numpy(float) for name in result.monthly_table.column_names[2:]}
    return bits_of({name: value for name, value in line.items() if name not in apart}, columns)


def differing(a: Bits, b: Bits) -> list[str]:
    """Names of what is not the same in both."""
    return sorted(name for name in a.keys() | b.keys() if a.get(name) != b.get(name))


def fingerprint(bits: Bits) -> str:
    """One hash of all of them, 16 hexadecimal digits."""
    return hashlib.sha256(json.dumps(bits, sort_keys=True).encode()).hexdigest()[:16]


def _undefined(value: object) -> bool:
    return value is None or value != value


def _scalar(value: object) -> str:
    return value if isinstance(value, str) else float(value).hex()  # type: ignore[arg-type]


def _column(values: NDArray[np.float64]) -> str:
    numbers = np.ascontiguousarray(values, dtype="<f8")
    return hashlib.sha256(np.where(np.isnan(numbers), np.nan, numbers).tobytes()).hexdigest()

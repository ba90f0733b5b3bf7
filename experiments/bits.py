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
Record = tuple[Mapping[str, object], Mapping[str, NDArray[np.float64]]]
"""What came out of a run: outcomes and monthly columns, by name."""
ROUNDING = 1e-9
"""Relative difference that another processor's arithmetic may make in a sum."""


def bits_of(outcomes: Mapping[str, object], monthly: Mapping[str, NDArray[np.float64]]) -> Bits:
    """Every outcome that is defined and every monthly column (`monthly.<name>`), by name."""
    scalars = {name: _scalar(value) for name, value in outcomes.items() if not _undefined(value)}
    return scalars | {f"monthly.{name}": _column(values) for name, values in monthly.items()}


def computed(run: Run) -> Bits:
    """The bits of a run that has just been computed."""
    return bits_of(run.outcomes, run.monthly)


def stored(result: Result, row: int) -> Bits:
    """The bits of a row of a result that was read back."""
    return bits_of(*kept(result, row))


def kept(result: Result, row: int) -> Record:
    """What the tables of a result say came out of one run."""
    (line,) = result.run_table.slice(row, 1).to_pylist()
    apart = {*IDENTITY, MEMBER, VARIANT, *varied_keys(result.plan)}
    months = result.monthly[result.monthly["run_id"] == line["run_id"]].sort_values("month")
    columns = {name: months[name].to_numpy(float) for name in result.monthly_table.column_names[2:]}
    return {name: value for name, value in line.items() if name not in apart}, columns


def same_decisions(a: Record, b: Record) -> bool:
    """Whether two runs took the same decisions: the same words and counts, sums that differ by rounding at most."""
    first, second = ({name: value for name, value in each[0].items() if not _undefined(value)} for each in (a, b))
    if first.keys() != second.keys() or a[1].keys() != b[1].keys():
        return False
    return all(_close(first[name], second[name]) for name in first) and all(
        a[1][name].shape == b[1][name].shape and np.allclose(a[1][name], b[1][name], ROUNDING, ROUNDING, equal_nan=True)
        for name in a[1]
    )


def differing(a: Bits, b: Bits) -> list[str]:
    """Names of what is not the same in both."""
    return sorted(name for name in a.keys() | b.keys() if a.get(name) != b.get(name))


def fingerprint(bits: Bits) -> str:
    """One hash of all of them, 16 hexadecimal digits."""
    return hashlib.sha256(json.dumps(bits, sort_keys=True).encode()).hexdigest()[:16]


def _close(a: object, b: object) -> bool:
    if isinstance(a, str) or isinstance(b, str):
        return a == b
    return bool(np.isclose(float(a), float(b), ROUNDING, ROUNDING))  # type: ignore[arg-type]


def _undefined(value: object) -> bool:
    return value is None or value != value


def _scalar(value: object) -> str:
    return value if isinstance(value, str) else float(value).hex()  # type: ignore[arg-type]


def _column(values: NDArray[np.float64]) -> str:
    numbers = np.ascontiguousarray(values, dtype="<f8")
    return hashlib.sha256(np.where(np.isnan(numbers), np.nan, numbers).tobytes()).hexdigest()

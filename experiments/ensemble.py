"""The ensemble: sets of parameters that the facts of the study do not rule out, as one small file with its hash.

A CSV file whose first lines, that begin with `#`, say what it is: format, date, hash of the code that made it, and the
hash of all that follows them. A file whose bytes do not have that hash is refused.
"""

import csv
import hashlib
import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from experiments.grammar import Mistake
from experiments.refusal import refused
from sim.config import parameter_of

FORMAT = 1
SHIPPED = Path(__file__).parent / "calibration" / "ensemble.csv"
"""The one that comes with the product; absent until parameters are frozen."""
DIGITS = 4
"""Significant digits of a value in the file: a rounding far below what the facts can tell apart."""


@dataclass(frozen=True)
class Ensemble:
    """Members as rows: what each gives to the parameters of the fit set."""

    keys: tuple[str, ...]
    members: tuple[tuple[float, ...], ...]
    """Values [members, keys], each in the unit of its key."""
    date: str
    code: str
    """Hash of the code under which the members were found."""

    @property
    def size(self) -> int:
        """Number of members, at least one."""
        return len(self.members)

    @property
    def hash(self) -> str:
        """Hash of keys and values."""
        return hashlib.sha256(body(self).encode()).hexdigest()

    def values(self, member: int) -> dict[str, float]:
        """What one member gives to each key."""
        return dict(zip(self.keys, self.members[member], strict=True))


def rounded(value: float) -> float:
    """A value as the file keeps it."""
    return float(f"{value:.{DIGITS}g}")


def body(ensemble: Ensemble) -> str:
    """The table itself, without what is said above it."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(("member", *ensemble.keys))
    writer.writerows((at, *map(repr, values)) for at, values in enumerate(ensemble.members))
    return lines.getvalue()


def as_text(ensemble: Ensemble) -> str:
    """The whole file."""
    head = {"archipel ensemble": FORMAT, "date": ensemble.date, "code": ensemble.code, "sha256": ensemble.hash}
    return "".join(f"# {name}: {value}\n" for name, value in head.items()) + body(ensemble)


def read_ensemble(path: Path) -> Ensemble:
    """The ensemble of a file; refused where a byte has changed, or where a value is not one its key may have."""
    try:
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines(keepends=True)
        head = dict(line[2:].rstrip("\n").split(": ", 1) for line in lines if line.startswith("# "))
        rows = list(csv.reader(line for line in lines if not line.startswith("#")))
        keys, members = tuple(rows[0][1:]), tuple(tuple(map(float, row[1:])) for row in rows[1:])
        ensemble = Ensemble(keys, members, head["date"], head["code"])
        sound = members and head["archipel ensemble"] == str(FORMAT) and as_text(ensemble) == text
    except (ValueError, LookupError) as error:
        raise refused([Mistake("ensemble", str(path))]) from error
    if not sound or not all(_may_be(ensemble, at) for at in range(ensemble.size)):
        raise refused([Mistake("ensemble", str(path))])
    return ensemble


def shipped() -> Ensemble | None:
    """The ensemble of the product, None where it has none yet."""
    return _read(SHIPPED, SHIPPED.stat().st_mtime_ns) if SHIPPED.exists() else None


@lru_cache(maxsize=4)
def _read(path: Path, changed: int) -> Ensemble:
    return read_ensemble(path)


def _may_be(ensemble: Ensemble, member: int) -> bool:
    for key, value in ensemble.values(member).items():
        known = parameter_of(key)
        if known is None or known.valid is None or not known.valid[0] <= value <= known.valid[1]:
            return False
    return True

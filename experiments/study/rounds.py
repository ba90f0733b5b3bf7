"""Rounds: what is to be computed now, as far as what was computed before tells.

A design with a fixed number of replicates has one round. Replicates until precise enough, and points near a boundary,
come in further rounds, each of which follows from the results of those before: the same for everybody, whenever.
Round files make chunks known to workers that share nothing but a disk.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from experiments.durable import store, stored
from experiments.study.factors import cell_of
from experiments.study.plan import Cells, StudyPlan, plan_of
from sim.config import effective_horizon, resolved
from sim.core.errors import InputError

PLAN = "plan"
STUDY = "study.json"
TARGET_SECONDS, LEAST_SECONDS = 20.0, 0.1
"""Nominal work of a chunk; less where a study is so small that it would have fewer than CHUNKS of them."""
CHUNKS = 32
SECONDS_A_HEAD_MONTH = 1.2e-7
"""Nominal cost of one person (agent or simulated citizen) during one month, twin included: it sets sizes only."""
MOST_RUNS = 2_000
"""Of a chunk, however small its runs."""


@dataclass(frozen=True)
class Piece:
    """Some points, and some replicates of each."""

    points: tuple[int, ...]
    first: int
    last: int
    """The one after the last replicate."""

    @property
    def runs(self) -> Iterator[tuple[int, int]]:
        """Point and replicate of each run; points that share a twin meet it replicate by replicate."""
        return ((point, replicate) for replicate in range(self.first, self.last) for point in self.points)

    @property
    def size(self) -> int:
        """How many runs."""
        return len(self.points) * (self.last - self.first)


Chunk = tuple[Piece, ...]


class Family(NamedTuple):
    """Points that share their twins, and the replicates wanted of them."""

    twin: object
    first: int
    last: int


@dataclass(frozen=True)
class Round:
    """What one round adds: points that are new, and work."""

    number: int
    first_point: int
    """Number of the first new point: those before belong to former rounds."""
    points: tuple[Cells, ...]
    """New points."""
    chunks: tuple[Chunk, ...]

    @property
    def runs(self) -> int:
        """How many runs."""
        return sum(piece.size for chunk in self.chunks for piece in chunk)


def cut(plan: StudyPlan, points: Mapping[int, Cells], wanted: Mapping[int, tuple[int, int]]) -> tuple[Chunk, ...]:
    """Work in chunks: for each point the replicates wanted of it (first, last), points that share a twin together.

    The size of a chunk follows from the work alone: never from the number of workers.
    """
    families: dict[Family, list[int]] = {}
    for at, (first, last) in wanted.items():
        if last > first:
            families.setdefault(Family(_twin(plan, points[at]), first, last), []).append(at)
    costs = {family: nominal_seconds(plan, points[members[0]]) for family, members in families.items()}
    total = sum(costs[family] * len(members) * (family.last - family.first) for family, members in families.items())
    target = min(TARGET_SECONDS, max(LEAST_SECONDS, total / CHUNKS))
    chunks: list[Chunk] = []
    held: list[Piece] = []
    room, slots = target, MOST_RUNS
    for family, members in families.items():
        most = max(1, min(MOST_RUNS, int(target / costs[family])))
        for piece in _pieces(tuple(members), family.first, family.last, most):
            cost = piece.size * costs[family]
            if held and (cost > room or piece.size > slots):
                chunks.append(tuple(held))
                held, room, slots = [], target, MOST_RUNS
            held.append(piece)
            room, slots = room - cost, slots - piece.size
    return (*chunks, tuple(held)) if held else tuple(chunks)


def _pieces(family: tuple[int, ...], first: int, last: int, most: int) -> Iterator[Piece]:
    """A family of points in pieces of at most `most` runs: by replicates first, for a twin belongs to one of them."""
    for start in range(0, len(family), most):
        points = family[start : start + most]
        each = max(1, most // len(points))
        for r in range(first, last, each):
            yield Piece(points, r, min(r + each, last))


def _twin(plan: StudyPlan, cells: Cells) -> object:
    """What points that share their twins have in common: all but the programme, its price and the thresholds."""
    values = plan.values(cells)
    apart = {key: value for key, value in values.items() if not _leaves_twin(key)}
    options = tuple(option for option in plan.base(cells).options if option[0] not in ("programme", "cost"))
    return repr(sorted((key, cell_of(value)) for key, value in apart.items())), options, plan.seed(cells, 0)


def _leaves_twin(key: str) -> bool:
    group = key.partition(".")[0]
    return group in ("programme", "cost", "verdict") and key not in ("programme.start_month", "cost.budget_factor")


def nominal_seconds(plan: StudyPlan, cells: Cells) -> float:
    """Nominal time of one run at a point, s."""
    config = resolved(plan.point(cells))
    heads = (config.authority.field_agents or 0) + config.authority.simulated_citizens
    return SECONDS_A_HEAD_MONTH * heads * effective_horizon(config)


def write_plan(folder: Path, plan: StudyPlan) -> None:
    """Keep the plan where workers find it."""
    store(folder / PLAN / STUDY, plan.as_dict())


def read_plan(folder: Path) -> StudyPlan | None:
    """The plan of a folder, None where there is none that can be read."""
    said = stored(folder / PLAN / STUDY)
    try:
        return None if said is None else plan_of(said)
    except (LookupError, TypeError, ValueError, InputError):
        return None


def write_round(folder: Path, plan: StudyPlan, rnd: Round) -> None:
    """Keep a round where workers find it."""
    chunks = [[[list(piece.points), piece.first, piece.last] for piece in chunk] for chunk in rnd.chunks]
    points = [list(cells) for cells in rnd.points]
    said = {"plan": plan.hash, "number": rnd.number, "first_point": rnd.first_point, "points": points, "chunks": chunks}
    store(_path(folder, rnd.number), said)


def read_round(folder: Path, plan: StudyPlan, number: int) -> Round | None:
    """A round that was kept, None where there is none of this plan."""
    said: dict[str, Any] | None = stored(_path(folder, number))
    if said is None or said["plan"] != plan.hash:
        return None
    chunks = tuple(tuple(Piece(tuple(p), first, last) for p, first, last in chunk) for chunk in said["chunks"])
    return Round(said["number"], said["first_point"], tuple(tuple(cells) for cells in said["points"]), chunks)


def rounds_of(folder: Path, plan: StudyPlan) -> list[Round]:
    """All rounds kept so far, in order."""
    found: list[Round] = []
    while (rnd := read_round(folder, plan, len(found))) is not None:
        found.append(rnd)
    return found


def points_of(rounds: Sequence[Round]) -> list[Cells]:
    """All points of some rounds, by number."""
    return [cells for rnd in rounds for cells in rnd.points]


def _path(folder: Path, number: int) -> Path:
    return folder / PLAN / f"round-{number:04}.json"

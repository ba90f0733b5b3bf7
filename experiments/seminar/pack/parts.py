"""What is computed for each position, kept under the hash of all that decides it: the same command again continues.

Two stages. First the simulations of each position, in numbers; then, with the number of the simulation that each case
shows, its world. A part is whole or absent.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import isnan
from pathlib import Path
from typing import Any

import numpy as np

from experiments.durable import named_after, store, stored
from experiments.manifest import code_hash
from experiments.plan import Plan
from experiments.seminar.cases import Case
from experiments.seminar.pack.positions import Position
from experiments.seminar.question import plan_for
from experiments.seminar.shares import shares_of, simulated
from experiments.seminar.worlds import world_of
from experiments.why.rows import Row
from experiments.why.typical import COMPARED, commonest

FORMAT = 1
_KEPT = ("seed", "verdict", *COMPARED)
_PROBED = 8
"""Replicates whose configuration goes into the name of a part: parameters and structures in their order."""

Part = dict[str, Any]


def simulated_part(folder: Path, position: Position) -> str:
    """Compute the simulations of a position where they are not there yet; the name of the part."""
    plan = plan_of(position)
    name = _named("simulations", plan)
    if stored(_path(folder, name)) is None:
        found = simulated(plan, range(plan.replicates))
        rows = [{key: _plain(each.row.get(key)) for key in _KEPT} for each in found]
        store(_path(folder, name), {"rows": rows, "shares": shares_of(plan, found)})
    return name


def world_part(folder: Path, position: Position, simulation: int) -> str:
    """Compute the world of a position where it is not there yet; the name of the part."""
    plan = plan_of(position)
    name = _named("world", plan, simulation, sources_hash())
    if stored(_path(folder, name)) is None:
        world, layout = world_of(position.case, position.question(simulation))
        store(_path(folder, name), {"world": world, "layout": layout})
    return name


def read_part(folder: Path, name: str) -> Part:
    """A part that is there."""
    content = stored(_path(folder, name))
    if content is None:
        raise FileNotFoundError(_path(folder, name))
    return dict(content)


def plan_of(position: Position) -> Plan:
    """The plan of the simulations of a position."""
    return plan_for(position.case, position.question())


def opening(positions: Sequence[Position], rows: Mapping[str, Sequence[Row]]) -> int:
    """The simulation that a case shows: it has the commonest verdict where the case stands, and in most positions.

    Args:
        positions: all those of the case.
        rows: of each position, by its name, one a simulation.
    """
    usual: Counter[int] = Counter()
    own: set[int] = set()
    for position in positions:
        verdict = commonest(rows[position.name])
        alike = {at for at, row in enumerate(rows[position.name]) if row["verdict"] == verdict}
        usual.update(alike)
        if position.is_own:
            own = alike
    return min(own or usual, key=lambda at: (-usual[at], at))


def sources_hash(folder: Path = Path(__file__).parents[1]) -> str:
    """Hash of the sources that write worlds."""
    return named_after([path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))])


def _named(kind: str, plan: Plan, *others: object) -> str:
    runs = [plan.run_id(0, replicate) for replicate in range(min(_PROBED, plan.replicates))]
    return f"{kind}-{named_after([FORMAT, code_hash(), plan.hash, runs, *others])}"


def _path(folder: Path, name: str) -> Path:
    return folder / f"{name}.json"


def _plain(value: object) -> object:
    """A value as JSON has it: undefined is null, NumPy's numbers are plain ones."""
    if isinstance(value, np.generic):
        value = value.item()
    return None if isinstance(value, float) and isnan(value) else value


def cases_of(positions: Iterable[Position]) -> dict[str, tuple[Case, list[Position]]]:
    """Positions by case, in order."""
    found: dict[str, tuple[Case, list[Position]]] = {}
    for position in positions:
        found.setdefault(position.case.id, (position.case, []))[1].append(position)
    return found

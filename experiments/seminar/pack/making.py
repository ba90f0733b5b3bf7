"""From the parts of a pack to its file."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from experiments.executors import Lost, Setup
from experiments.refusal import WorkFailed
from experiments.seminar.catalogue import Computed, catalogue
from experiments.seminar.coding import block
from experiments.seminar.pack import parts
from experiments.seminar.pack.kit import kit_blocks, kit_sheets
from experiments.seminar.pack.positions import Grid, Position
from experiments.seminar.pack.whys import why_of
from experiments.seminar.page_file import PAGE, with_data

LARGEST_MB = 15.0
"""What the file may weigh, in millions of bytes."""

Track = Callable[[Iterable[object], int, str], Iterable[object]]
"""Shows how far work has come: items as they come, how many there will be, and the stage."""
SIMULATIONS, WORLDS = "simulations", "worlds"
"""The two stages."""


class Pack(NamedTuple):
    """A pack, ready to be written."""

    html: str
    positions: int
    heaviest_trajectory: int
    """Bytes of the heaviest trajectory, as it stands in the file."""


def make_pack(grid: Grid, folder: Path, lang: str, workers: int, track: Track, page: Path = PAGE) -> Pack:
    """Compute what is missing in `folder`, and put the pack together."""
    positions = list(grid.all_positions())
    _each(partial(parts.simulated_part, folder), positions, workers, partial(_staged, track, SIMULATIONS))
    found = {each.name: parts.read_part(folder, parts.simulated_part(folder, each)) for each in positions}
    openings = {
        case: parts.opening(own, {each.name: found[each.name]["rows"] for each in own})
        for case, (_, own) in parts.cases_of(positions).items()
    }
    _each(partial(_world, folder, openings), positions, workers, partial(_staged, track, WORLDS))
    return _together(grid, folder, lang, openings, found, page)


def _world(folder: Path, openings: dict[str, int], position: Position) -> str:
    return parts.world_part(folder, position, openings[position.case.id])


def _staged(track: Track, stage: str, items: Iterable[object], total: int) -> Iterable[object]:
    return track(items, total, stage)


def _each(
    work: Callable[[Position], str],
    positions: list[Position],
    workers: int,
    track: Callable[[Iterable[object], int], Iterable[object]],
) -> None:
    """Work on every position, the first one here: where rules are to be compiled, they are once."""
    executor = import_module(f"experiments.executors.{'serial' if workers == 1 else 'joblib'}")

    def done() -> Iterator[object]:
        yield work(positions[0])
        yield from executor.as_done(work, positions[1:], Setup(workers=workers))

    try:
        for _ in track(done(), len(positions)):
            pass
    except Lost as error:
        raise WorkFailed("worker") from error


def _together(
    grid: Grid, folder: Path, lang: str, openings: dict[str, int], found: dict[str, parts.Part], page: Path
) -> Pack:
    """The catalogue and the data blocks of every position, in the page."""
    computed: Computed = []
    blocks: dict[str, str] = {}
    heaviest = 0
    for case in grid.cases:
        positions = grid.positions(case)
        plans = {each.name: parts.plan_of(each) for each in positions}
        others = {plans[each.name].scenarios[0].config: found[each.name]["rows"] for each in positions}
        for each in positions:
            part = parts.read_part(folder, parts.world_part(folder, each, openings[case.id]))
            rows, shares = found[each.name]["rows"], found[each.name]["shares"]
            why = why_of(plans[each.name], rows, others, openings[case.id], settled=shares["decided"])
            world = part["world"] | {"levers": dict(each.levers), "why": why}
            blocks[f"block-{each.name}"] = block({"world": world, "shares": shares})
            blocks.setdefault(f"layout-{part['layout']['id']}", block(part["layout"]))
            heaviest = max(heaviest, len(world["changes"]))
            computed.append((case.id, dict(each.levers), [event.as_json() for event in each.events], each.name))
    told = catalogue(grid.cases, lang, openings=openings, computed=computed, events=grid.event_kinds())
    blocks |= kit_blocks()
    return Pack(with_data(blocks, _finished(told, grid), page), len(computed), heaviest)


def _finished(told: dict[str, Any], grid: Grid) -> dict[str, Any]:
    """The catalogue of a pack: date, number of simulations, sheets of the kit, only the levers that it moves."""
    moved = {lever["id"] for lever in told["levers"]}
    cases = [
        case | {"levers": {key: value for key, value in case["levers"].items() if key in moved}}
        for case in told["cases"]
    ]
    product = told["product"] | {"date": datetime.now(UTC).date().isoformat()}
    return told | {"cases": cases, "product": product, "simulations": grid.simulations, "kit": kit_sheets()}

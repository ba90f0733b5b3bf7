"""The pack reads itself before it is handed over: all that the page will look for, and a few positions lived afresh."""

import base64
import binascii
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from experiments.seminar.coding import read_block, states_of
from experiments.seminar.pack.parts import plan_of
from experiments.seminar.pack.positions import Grid, Position
from experiments.seminar.shares import LETTERS, simulated
from experiments.seminar.worlds import world_of

LARGEST_TRAJECTORY = 25_000
"""What one trajectory may weigh, in bytes."""
AGAIN = 3
"""Simulations that are made again of each position that is tried."""
_DATA = re.compile(r'<script type="(?:application/json|text/plain)" id="([^"]+)">([^<]*)</script>')
_LIVED = ("start", "changes", "curve", "twin", "verdict")
_BROKEN = (KeyError, IndexError, TypeError, ValueError, binascii.Error, zlib.error)

Blocks = Mapping[str, str]


class Checked(NamedTuple):
    """What was found: positions read, positions lived afresh, data blocks that are not what they should be."""

    positions: int
    afresh: int
    faults: tuple[str, ...]


def check(html: str, grid: Grid) -> Checked:
    """Read a pack as its page does.

    Every position has its world, layout and shares, and the simulation that is shown is one of the squares; every sheet
    is a PDF; in each case, the position furthest from it is what a fresh computation gives.
    """
    blocks = dict(_DATA.findall(html))
    catalogue = json.loads(blocks["catalogue"])
    expected = {position.name: position for position in grid.all_positions()}
    named = [name for *_, name in catalogue["computed"]]
    faults = sorted(expected.keys() ^ set(named))
    faults += [name for name in named if not _reads(blocks, name, grid.simulations)]
    faults += [sheet["block"] for sheet in catalogue["kit"] if not _is_pdf(blocks.get(sheet["block"], ""))]
    tried = list(_furthest(grid))
    faults += [each.name for each in tried if each.name not in faults and not _is_fresh(blocks, each)]
    return Checked(len(named), len(tried), tuple(faults))


def _reads(blocks: Blocks, name: str, simulations: int) -> bool:
    try:
        content = read_block(blocks[f"block-{name}"])
        world, shares = content["world"], content["shares"]
        layout = read_block(blocks[f"layout-{world['layout']}"])
        shape, shown = states_of(world).shape, shares["dots"][world["seed"]]
    except _BROKEN:
        return False
    return (
        shape == (world["months"], sum(layout["rows"].values()))
        and len(shares["dots"]) == shares["done"] == simulations
        and all(shares["dots"].count(letter) == shares[verdict] for verdict, letter in LETTERS.items())
        and shown == LETTERS[world["verdict"]]
        and len(world["changes"]) <= LARGEST_TRAJECTORY
    )


def _furthest(grid: Grid) -> Iterator[Position]:
    for case in grid.cases:
        yield grid.positions(case)[-1]


def _is_fresh(blocks: Blocks, position: Position) -> bool:
    """Whether a position is, byte by byte, the run that the model gives now, and its first squares too."""
    content: dict[str, Any] = read_block(blocks[f"block-{position.name}"])
    shown, dots = content["world"], content["shares"]["dots"]
    plan = plan_of(position)
    again = simulated(plan, range(min(AGAIN, plan.replicates)))
    world, _ = world_of(position.case, position.question(shown["seed"]))
    squares = "".join(LETTERS[each.row["verdict"]] for each in again)
    return dots.startswith(squares) and all(shown[key] == world[key] for key in _LIVED)


def _is_pdf(text: str) -> bool:
    try:
        return base64.b64decode(text, validate=True).startswith(b"%PDF")
    except binascii.Error:
        return False

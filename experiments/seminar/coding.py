"""Numbers and texts as short strings that a page can read without any library.

An array is its bytes, little-endian, in base64. What is long is deflated first, without header (`deflate-raw`), which
every browser of the last years inflates by itself.
"""

import base64
import json
import zlib
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

_RAW = -15
"""Window of a deflated stream without header nor checksum."""


def text_of(array: NDArray[Any], kind: str) -> str:
    """An array as base64, its numbers of the type `kind`, such as "u2"."""
    return base64.b64encode(np.ascontiguousarray(array).astype(f"<{kind}").tobytes()).decode("ascii")


def array_of(text: str, kind: str) -> NDArray[Any]:
    """What `text_of` has written."""
    return np.frombuffer(base64.b64decode(text, validate=True), f"<{kind}")


def deflated(content: bytes) -> str:
    """Bytes, deflated, as base64."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, _RAW)
    return base64.b64encode(squeezer.compress(content) + squeezer.flush()).decode("ascii")


def inflated(text: str) -> bytes:
    """What `deflated` has written."""
    return zlib.decompress(base64.b64decode(text, validate=True), _RAW)


def compact(content: object) -> str:
    """JSON without a needless space; NaN is refused, since no browser reads it."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def block(content: object) -> str:
    """JSON, deflated, as base64: a data block of the pack."""
    return deflated(compact(content).encode("utf-8"))


def read_block(text: str) -> Any:  # noqa: ANN401
    """What `block` has written."""
    return json.loads(inflated(text))


def changes_of(states: NDArray[np.uint8], reasons: NDArray[np.uint8]) -> tuple[str, bool]:
    """What changes from one month to the next, deflated, and whether rows take four bytes.

    A count (u32), then one column after the other: month (u16), row (u16, or u32 where there are more than 65 535
    rows), state (u8), reason (u8); by month, then by row.

    Args:
        states: state of every row at the close of every month [months, rows].
        reasons: reason of the change that a row has just made [months, rows]; not read where nothing changed.
    """
    month, row = np.nonzero(states[1:] != states[:-1])
    month = month + 1
    wide = states.shape[1] > np.iinfo(np.uint16).max
    columns = (
        np.array([month.size], "<u4"),
        month.astype("<u2"),
        row.astype("<u4" if wide else "<u2"),
        states[month, row],
        reasons[month, row],
    )
    return deflated(b"".join(column.tobytes() for column in columns)), wide


def states_of(world: Mapping[str, Any]) -> NDArray[np.uint8]:
    """The state of every row at the close of every month [months, rows], read back from a world."""
    start, content = array_of(world["start"], "u1"), inflated(world["changes"])
    n = int(np.frombuffer(content, "<u4", 1)[0])
    month = np.frombuffer(content, "<u2", n, 4)
    row = np.frombuffer(content, "<u4" if world["wide"] else "<u2", n, 4 + 2 * n)
    state = np.frombuffer(content, "u1", n, 4 + (6 if world["wide"] else 4) * n)
    states = np.tile(start, (world["months"], 1))
    for at in range(n):
        states[month[at] :, row[at]] = state[at]
    return states

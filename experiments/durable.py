"""Files that are whole or are not there: nobody ever sees half of one, power cuts and full disks included."""

import hashlib
import json
import os
import platform
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

PARTIAL = ".partial"
DAY = 86_400.0


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A hidden name to write to, which takes the place of `path` when the block ends well and vanishes when not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{_here()}.{os.getpid()}.{secrets.token_hex(4)}{PARTIAL}")
    try:
        yield temporary
        with temporary.open("r+b") as file:
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove what processes that were killed have left of their writing, in a folder and all below it.

    Left by whom is in the name: a process that ended here, or one elsewhere that has written nothing for a day.
    """
    for path in folder.rglob(f".*{PARTIAL}"):
        *_, here, process, _token, _ = path.name.split(".")
        if _is_gone(int(process)) if here == _here() else _is_old(path):
            path.unlink(missing_ok=True)


def keep(path: Path, text: str) -> None:
    """Write a text in UTF-8, with the same line ends on every platform."""
    with whole(path) as temporary:
        temporary.write_bytes(text.encode("utf-8"))


def store(path: Path, content: object) -> None:
    """Write content as JSON under its checksum."""
    text = json.dumps(content, sort_keys=True)
    keep(path, f"{_digest(text)}\n{text}\n")


def stored(path: Path) -> Any:  # noqa: ANN401
    """Content that was written so; None where the file is missing or damaged."""
    try:
        digest, text = path.read_text(encoding="utf-8").split("\n", 1)
    except (OSError, ValueError):
        return None
    text = text.removesuffix("\n")
    return json.loads(text) if digest == _digest(text) else None


def named_after(content: object) -> str:
    """The name of what follows from this content alone, 32 hexadecimal digits."""
    return _digest(json.dumps(content, sort_keys=True))[:32]


@cache
def _here() -> str:
    """What process numbers are unique in, 8 hexadecimal digits: a machine, or a container of it."""
    spaces = Path("/proc/self/ns/pid")
    return _digest(f"{platform.node()} {spaces.readlink() if spaces.exists() else ''}")[:8]


def _is_gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        pass  # of another user, and alive
    return False


def _is_old(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > DAY
    except FileNotFoundError:
        return False


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

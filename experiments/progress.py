"""How far long work has come, on the error stream: a bar on a terminal, lines elsewhere, nothing if it is short."""

import sys
import time
from collections.abc import Iterable, Iterator
from threading import Timer
from typing import Protocol, TextIO, TypeVar

from experiments.interruption import pause

Item = TypeVar("Item")

SILENT_SECONDS = 2.0
"""Work that is done by then shows nothing."""
LINE_SECONDS = 10.0
"""Time between two lines where there is no terminal."""


class Display(Protocol):
    """Something that shows how much is done."""

    def show(self, done: int, said: str = "") -> None:
        """Say how much is done, and what else there is to say."""

    def close(self) -> None:
        """Leave the screen clean."""


def tracked(
    items: Iterable[Item], total: int, label: str, *, quiet: bool = False, stream: TextIO | None = None
) -> Iterator[Item]:
    """The items as they come, each worth one unit of `total`; shows how many came once two seconds have passed."""
    out = stream or sys.stderr
    display: Display = Silence() if quiet else Bar(label, total) if out.isatty() else Lines(label, total, out)
    try:
        for done, item in enumerate(items, 1):
            pause()
            display.show(done)
            yield item
    finally:
        display.close()


class Silence:
    """Shows nothing."""

    def show(self, done: int, said: str = "") -> None:
        """Nothing."""

    def close(self) -> None:
        """Nothing to clean."""


class Lines:
    """One line every ten seconds, or as often as asked, for logs: no control character."""

    def __init__(self, label: str, total: int, out: TextIO, every: float = LINE_SECONDS) -> None:
        self._label, self._total, self._out, self._every = label, total, out, every
        self._next = time.monotonic() + SILENT_SECONDS

    def show(self, done: int, said: str = "") -> None:
        """A line, if the last one is old enough."""
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + self._every
            print(f"{self._label} {done}/{self._total} {said}".rstrip(), file=self._out, flush=True)

    def close(self) -> None:
        """Nothing to clean."""


class Bar:
    """A bar that a timer brings up after two seconds, even while the first item is still being made."""

    def __init__(self, label: str, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._label, self._task = label, self._progress.add_task(label, total=total)
        self._timer = Timer(SILENT_SECONDS, self._progress.start)
        self._timer.daemon = True
        self._timer.start()

    def show(self, done: int, said: str = "") -> None:
        """Move the bar."""
        self._progress.update(self._task, completed=done, description=f"{self._label} {said}".rstrip())

    def close(self) -> None:
        """Remove the bar."""
        self._timer.cancel()
        self._progress.stop()

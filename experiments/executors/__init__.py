"""Where chunks of work are computed: one file an executor, found by its name.

Each has one function `as_done(work, chunks, setup)`, which yields (rank, result) as results come. A result depends on
its chunk alone, so that executors and numbers of workers are interchangeable to the bit. Where a process dies, or where
nothing comes for `setup.patience` seconds, it raises `Lost` with the ranks that were under way: whoever called decides
what to do again. `serial` and `joblib` also have `results(work, chunks, workers)`, which keeps the order.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")

EXTRAS = {"dask": "distributed", "slurm": "submitit"}
"""Executors that need an optional library."""
QUEUED = 2
"""Chunks handed over for each worker: one under way, one waiting; the driver's memory does not grow with the study."""


@dataclass(frozen=True)
class Setup:
    """How many workers there may be, how long to wait for them, and what some executors need to find them."""

    workers: int = 1
    patience: float = 900.0
    """Longest time without any result, s."""
    folder: Path = field(default_factory=Path)
    """Where a cluster may keep its own records."""
    address: str | None = None
    """Of a scheduler that is running already."""


class Lost(Exception):
    """Work that will not come back: `pending` are the ranks of what was under way, `stalled` says how it was lost."""

    def __init__(self, pending: Sequence[int], *, stalled: bool) -> None:
        super().__init__(pending)
        self.pending, self.stalled = list(pending), stalled


def executor_names() -> list[str]:
    """All executors: the files of this folder."""
    return sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))


def executor(name: str) -> ModuleType:
    """The file of an executor."""
    return import_module(f"experiments.executors.{name}")


def missing_library(name: str) -> str | None:
    """The optional library that an executor needs and that is not installed."""
    library = EXTRAS.get(name)
    return library if library is not None and find_spec(library) is None else None


def flow(
    submit: Callable[[Chunk], "Future[Result]"],
    chunks: Sequence[Chunk],
    setup: Setup,
    died: tuple[type[BaseException], ...],
) -> Iterator[tuple[int, Result]]:
    """(rank, result) as they come, a few chunks handed over at a time; `died` is what a lost process raises."""
    waiting: dict[Future[Any], int] = {}
    ranks = iter(range(len(chunks)))
    try:
        while True:
            for rank in ranks:
                waiting[submit(chunks[rank])] = rank
                if len(waiting) >= QUEUED * setup.workers:
                    break
            if not waiting:
                return
            done = wait(waiting, setup.patience, FIRST_COMPLETED).done
            if not done:
                raise Lost(sorted(waiting.values()), stalled=True)
            for future in done:
                result = future.result()
                yield waiting.pop(future), result
    except died as error:
        raise Lost(sorted(waiting.values()), stalled=False) from error

"""Chunks shared between processes of this machine, by joblib."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from joblib import Parallel, cpu_count, delayed
from joblib.externals.loky.process_executor import TerminatedWorkerError

from experiments.refusal import WorkFailed

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")


def results(work: Callable[[Chunk], Result], chunks: Sequence[Chunk], workers: int) -> Iterator[Result]:
    """Results in the order of the chunks, whoever is done first."""
    pool = Parallel(n_jobs=workers, backend="loky", return_as="generator", batch_size=1)
    try:
        yield from pool(delayed(work)(chunk) for chunk in chunks)
    except TerminatedWorkerError as error:
        raise WorkFailed("worker") from error


def cores() -> int:
    """Cores that this process may use; containers and affinities are taken into account."""
    return int(cpu_count())

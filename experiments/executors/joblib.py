"""Chunks shared between processes of this machine, by joblib."""

from collections.abc import Callable, Iterator, Sequence

from joblib import Parallel, cpu_count, delayed
from joblib.externals.loky import ProcessPoolExecutor
from joblib.externals.loky.process_executor import BrokenProcessPool, TerminatedWorkerError

from experiments.executors import Chunk, Result, Setup, flow
from experiments.refusal import WorkFailed

IDLE_SECONDS = 60
"""Time after which a process without work ends."""
_idle: dict[int, ProcessPoolExecutor] = {}
"""Processes that wait for the next round of work, by their number: starting them takes seconds."""
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def results(work: Callable[[Chunk], Result], chunks: Sequence[Chunk], workers: int) -> Iterator[Result]:
    """Results in the order of the chunks, whoever is done first."""
    pool = Parallel(n_jobs=workers, backend="loky", return_as="generator", batch_size=1)
    try:
        yield from pool(delayed(work)(chunk) for chunk in chunks)
    except TerminatedWorkerError as error:
        raise WorkFailed("worker") from error


def as_done(work: Callable[[Chunk], Result], chunks: Sequence[Chunk], setup: Setup) -> Iterator[tuple[int, Result]]:
    """Rank and result of each chunk as it comes; where the work ends badly, processes that hang are killed.

    Pools of our own, not the one that joblib shares: asking for that one again right after a loss takes back the order
    to kill, and a process that hangs then holds the driver at its exit.
    """
    n = setup.workers
    pool = _idle.pop(n, None) or ProcessPoolExecutor(max_workers=n, timeout=IDLE_SECONDS, env=_ONE_THREAD)
    ended = False
    try:
        yield from flow(lambda chunk: pool.submit(work, chunk), chunks, setup, (BrokenProcessPool,))
        ended = True
    finally:
        if ended:
            _idle[n] = pool
        else:
            pool.shutdown(wait=True, kill_workers=True)


def cores() -> int:
    """Cores that this process may use; containers and affinities are taken into account."""
    return int(cpu_count())

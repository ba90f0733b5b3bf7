"""Chunks as the tasks of SLURM arrays, through submitit; its logs go to `setup.folder`."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence

from submitit import AutoExecutor, Job
from submitit.core.utils import UncompletedJobError

from experiments.executors import Chunk, Lost, Result, Setup

MINUTES, MEMORY_GB = 60, 2
"""What a task asks for."""
MOST_AT_ONCE = 200
"""Tasks that run at once where nothing else is asked."""
LARGEST_ARRAY = 1_000
"""Tasks of one array: SLURM's own limit where its administrator set none (MaxArraySize)."""
LOOK_SECONDS = 2.0
QUEUE_SECONDS = 7 * 86_400.0
"""Longest time without any result where no task is known to run: a busy cluster lets tasks wait for days."""


def as_done(work: Callable[[Chunk], Result], chunks: Sequence[Chunk], setup: Setup) -> Iterator[tuple[int, Result]]:
    """Rank and result of each chunk as it comes; at most `setup.workers` tasks of an array run at once.

    A task that is lost does not stop the others: all of those are told together, at the end.
    """
    pool = AutoExecutor(folder=setup.folder)
    pool.update_parameters(
        name="archipel", timeout_min=MINUTES, mem_gb=MEMORY_GB, cpus_per_task=1, slurm_array_parallelism=setup.workers
    )
    arrays = (chunks[first : first + LARGEST_ARRAY] for first in range(0, len(chunks), LARGEST_ARRAY))
    waiting = dict(enumerate(job for array in arrays for job in pool.map_array(work, array)))
    lost: list[int] = []
    heard = time.monotonic()
    while waiting:
        done = [rank for rank, job in waiting.items() if job.done()]
        for rank in done:
            try:
                yield rank, waiting.pop(rank).result()
            except UncompletedJobError:
                lost.append(rank)
            heard = time.monotonic()
        if not done:
            if time.monotonic() - heard > _patience(waiting.values(), setup):
                for job in waiting.values():
                    job.cancel()
                raise Lost(sorted([*lost, *waiting]), stalled=True)
            time.sleep(LOOK_SECONDS)
    if lost:
        raise Lost(lost, stalled=False)


def _patience(jobs: Iterable[Job], setup: Setup) -> float:
    return setup.patience if any(job.state == "RUNNING" for job in jobs) else QUEUE_SECONDS

"""Chunks as the tasks of a SLURM array, through submitit; its logs go to `setup.folder`."""

import time
from collections.abc import Callable, Iterator, Sequence

from submitit import AutoExecutor
from submitit.core.utils import UncompletedJobError

from experiments.executors import Chunk, Lost, Result, Setup

MINUTES, MEMORY_GB = 60, 2
"""What a task asks for."""
LOOK_SECONDS = 2.0


def as_done(work: Callable[[Chunk], Result], chunks: Sequence[Chunk], setup: Setup) -> Iterator[tuple[int, Result]]:
    """Rank and result of each chunk as it comes; at most `setup.workers` tasks run at once."""
    pool = AutoExecutor(folder=setup.folder)
    pool.update_parameters(
        name="archipel", timeout_min=MINUTES, mem_gb=MEMORY_GB, cpus_per_task=1, slurm_array_parallelism=setup.workers
    )
    waiting = dict(enumerate(pool.map_array(work, chunks)))
    heard = time.monotonic()
    while waiting:
        done = [rank for rank, job in waiting.items() if job.done()]
        for rank in done:
            try:
                result = waiting[rank].result()
            except UncompletedJobError as error:
                raise Lost([rank], stalled=False) from error
            del waiting[rank]
            heard = time.monotonic()
            yield rank, result
        if not done:
            if time.monotonic() - heard > setup.patience:
                for job in waiting.values():
                    job.cancel()
                raise Lost(sorted(waiting), stalled=True)
            time.sleep(LOOK_SECONDS)

"""Chunks shared by the workers of a dask scheduler: the one at `setup.address`, else a cluster of this machine."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import replace
from functools import partial
from threading import Lock

import dask
from distributed import Client, LocalCluster
from distributed.comm.core import CommClosedError
from distributed.scheduler import KilledWorker

from experiments.executors import Chunk, Result, Setup, flow

RETRIES = 2
"""Times that dask computes a chunk again, elsewhere, where the machine failed it (a full disk, a lost mount)."""
BLAME_AT_ONCE = {"distributed.scheduler.allowed-failures": 0}
"""A chunk under way where a worker dies is not tried again in silence: who is to blame, the driver finds out."""
_one_at_a_time = Lock()


def as_done(work: Callable[[Chunk], Result], chunks: Sequence[Chunk], setup: Setup) -> Iterator[tuple[int, Result]]:
    """Rank and result of each chunk as it comes; all workers of a scheduler that is there already are kept busy."""
    if setup.address is not None:
        with Client(setup.address) as client:
            crew = replace(setup, workers=max(setup.workers, len(client.nthreads())))
            yield from _through(client, work, chunks, crew)
        return
    with (
        dask.config.set(BLAME_AT_ONCE),
        LocalCluster(
            n_workers=setup.workers, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
        ) as cluster,
        Client(cluster) as client,
    ):
        yield from _through(client, work, chunks, setup)


def _through(
    client: Client, work: Callable[[Chunk], Result], chunks: Sequence[Chunk], setup: Setup
) -> Iterator[tuple[int, Result]]:
    pool = client.get_executor(pure=False, retries=RETRIES)
    died = (KilledWorker, CancelledError, CommClosedError)
    try:
        yield from flow(lambda chunk: pool.submit(partial(_alone, work), chunk), chunks, setup, died)
    finally:
        pool.shutdown(wait=False)


def _alone(work: Callable[[Chunk], Result], chunk: Chunk) -> Result:
    """One chunk at a time in a process, however many threads its worker has: runs share what a process keeps."""
    with _one_at_a_time:
        return work(chunk)

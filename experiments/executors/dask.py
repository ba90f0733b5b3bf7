"""Chunks shared by the workers of a dask scheduler: the one at `setup.address`, else a cluster of this machine."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError

from distributed import Client, LocalCluster
from distributed.comm import CommClosedError
from distributed.scheduler import KilledWorker

from experiments.executors import Chunk, Result, Setup, flow

ALLOWED_FAILURES = 20
"""Deaths of workers that dask puts down to bad luck before it blames a chunk: the driver decides who is to blame."""


def as_done(work: Callable[[Chunk], Result], chunks: Sequence[Chunk], setup: Setup) -> Iterator[tuple[int, Result]]:
    """Rank and result of each chunk as it comes."""
    if setup.address is not None:
        with Client(setup.address) as client:
            yield from _through(client, work, chunks, setup)
        return
    with (
        LocalCluster(
            n_workers=setup.workers, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
        ) as cluster,
        Client(cluster) as client,
    ):
        yield from _through(client, work, chunks, setup)


def _through(
    client: Client, work: Callable[[Chunk], Result], chunks: Sequence[Chunk], setup: Setup
) -> Iterator[tuple[int, Result]]:
    pool = client.get_executor(pure=False, retries=ALLOWED_FAILURES)
    died = (KilledWorker, CancelledError, CommClosedError)
    try:
        yield from flow(lambda chunk: pool.submit(work, chunk), chunks, setup, died)
    finally:
        pool.shutdown(wait=False)

"""Worker processes for a server: what is urgent comes first, what is no longer wanted is never begun.

One process is kept for worlds, so that a lever shows at once whatever else is being computed; the others count shares
and look for causes. A process that dies is replaced, and its work done again once.
"""

import asyncio
import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import count
from multiprocessing import get_context
from typing import Any, NamedTuple, TypeVar

from experiments.refusal import WorkFailed

T = TypeVar("T")
URGENT, FIRST, LATER, LAST = range(4)
"""Worlds; the first simulations of a question; the others; causes."""
_TRIES = 2
_NICE = 5
_WATCH_SECONDS = 1.0


class Job(NamedTuple):
    """Something to compute: by urgency, then by order of arrival."""

    urgency: int
    rank: int
    work: Callable[..., Any]
    arguments: tuple[Any, ...]
    wanted: "asyncio.Future[Any]"


class Pool:
    """Some processes and the jobs that wait for them.

    A process starts with the first work that it is given. Jobs are handed out from `open` on.
    """

    def __init__(self, processes: int, nice: int = 0) -> None:
        self._processes, self._nice = processes, nice
        self._executor = self._opened()
        self._waiting: asyncio.PriorityQueue[Job] = asyncio.PriorityQueue()
        self._ranks = count()
        self._hands: list[asyncio.Task[None]] = []

    def prepare(self, work: Callable[[], object]) -> None:
        """Start a process with something that nobody waits for."""
        self._executor.submit(work)

    def open(self) -> None:
        """Begin to hand out jobs, in the loop that runs."""
        self._hands = [asyncio.create_task(self._serve()) for _ in range(self._processes)]

    async def do(self, urgency: int, work: Callable[..., T], *arguments: Any) -> T:  # noqa: ANN401
        """The result of work(*arguments), computed by a process; cancelled while it waits, it is never begun."""
        wanted: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.put_nowait(Job(urgency, next(self._ranks), work, arguments, wanted))
        return await wanted

    def close(self) -> None:
        """End the processes, whatever they are doing; done twice, it does no harm."""
        while self._hands:
            self._hands.pop().cancel()
        children = list((getattr(self._executor, "_processes", None) or {}).values())
        self._executor.shutdown(wait=False, cancel_futures=True)
        for child in children:
            child.terminate()

    def _opened(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self._processes, get_context("spawn"), initializer=_settle, initargs=(os.getpid(), self._nice)
        )

    async def _serve(self) -> None:
        while True:
            job = await self._waiting.get()
            if job.wanted.done():
                continue
            try:
                result = await self._computed(job)
            except Exception as failure:  # told to whoever asked, the next job is not concerned
                if not job.wanted.done():
                    job.wanted.set_exception(failure)
            else:
                if not job.wanted.done():
                    job.wanted.set_result(result)

    async def _computed(self, job: Job) -> object:
        loop = asyncio.get_running_loop()
        for _ in range(_TRIES):
            executor = self._executor
            try:
                return await loop.run_in_executor(executor, job.work, *job.arguments)
            except BrokenProcessPool:
                if executor is self._executor:
                    self._executor = self._opened()
        raise WorkFailed("worker")


class Bench:
    """The processes of a server: one for worlds, the others for shares and causes."""

    def __init__(self, workers: int) -> None:
        self._worlds, self._runs = Pool(1), Pool(workers, _NICE)

    def prepare(self, work: Callable[[], object]) -> None:
        """Start the process of worlds with something that nobody waits for."""
        self._worlds.prepare(work)

    def open(self) -> None:
        """Begin to hand out jobs, in the loop that runs."""
        self._worlds.open()
        self._runs.open()

    async def do(self, urgency: int, work: Callable[..., T], *arguments: Any) -> T:  # noqa: ANN401
        """The result of work(*arguments), computed where its urgency says."""
        pool = self._worlds if urgency == URGENT else self._runs
        return await pool.do(urgency, work, *arguments)

    def close(self) -> None:
        """End all processes."""
        self._worlds.close()
        self._runs.close()


def _settle(parent: int, nice: int) -> None:
    """A worker leaves Ctrl-C to its server, gives way to it, and does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if nice and hasattr(os, "nice"):
        os.nice(nice)
    threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_WATCH_SECONDS)
    os._exit(1)

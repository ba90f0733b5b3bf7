"""The answers to one question: its world, its shares over twenty then all simulations, why.

Simulations that were computed once are kept: going back to a position shows its shares at once.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from experiments.plan import Plan
from experiments.seminar.cases import FIRST as CASES
from experiments.seminar.cases import Case, open_case
from experiments.seminar.layout import Layout
from experiments.seminar.live.bench import FIRST, LAST, LATER, URGENT, Bench
from experiments.seminar.question import Question, plan_for
from experiments.seminar.shares import Simulated, shares_of, simulated
from experiments.seminar.whys import explained
from experiments.seminar.words import Pair
from experiments.seminar.worlds import world_of
from experiments.why.engine import engine_of
from experiments.why.rows import Row, Rows, serially
from sim.config import Config
from sim.simulation import RunRecord

EARLY = 20
"""Simulations of the first shares."""
CHUNK = 2
"""Simulations of a job: a fifth of a second, that a new question may have to wait for."""
_KEPT_PLANS, _KEPT_WORLDS, _KEPT_WHYS = 64, 32, 64

Send = Callable[[str, dict[str, Any]], Awaitable[None]]


def prepared() -> None:
    """Load all that a world needs, and the rules, in the process that will be asked for worlds."""
    case = open_case(CASES[0])
    world_of(case, Question(case.id, simulation=0))


class Memory:
    """The last answers, by what was asked."""

    def __init__(self, most: int) -> None:
        self._most, self._kept = most, OrderedDict[Any, Any]()

    def get(self, key: object) -> Any:  # noqa: ANN401
        """What is kept under a key, None where nothing is."""
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def put(self, key: object, value: object) -> None:
        """Keep something; the oldest goes where there is too much."""
        self._kept[key] = value
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)


class Answers:
    """Answers questions on the processes of a bench."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._worlds, self._simulations, self._whys = Memory(_KEPT_WORLDS), Memory(_KEPT_PLANS), Memory(_KEPT_WHYS)

    async def world(self, case: Case, question: Question) -> tuple[dict[str, Any], Layout]:
        """The world of a question, and its layout."""
        found = self._worlds.get(question)
        if found is None:
            found = await self._bench.do(URGENT, world_of, case, question)
            self._worlds.put(question, found)
        return found

    async def rest(self, case: Case, question: Question, send: Send) -> None:
        """Shares as they come, then why, each sent to the page."""
        plan = plan_for(case, question)
        found = await self._counted(plan, EARLY, FIRST, send)
        if len(found) < plan.replicates:
            found = await self._counted(plan, plan.replicates, LATER, send)
        await send("why", {"why": await self._why(plan, found)})

    async def _counted(self, plan: Plan, wanted: int, urgency: int, send: Send) -> list[Simulated]:
        """The first `wanted` simulations of a plan, those that were known included; then their shares are sent."""
        found: dict[int, Simulated] = self._simulations.get(plan.hash) or {}
        self._simulations.put(plan.hash, found)
        missing = [replicate for replicate in range(min(wanted, plan.replicates)) if replicate not in found]
        blocks = [missing[at : at + CHUNK] for at in range(0, len(missing), CHUNK)]
        jobs = [asyncio.ensure_future(self._bench.do(urgency, simulated, plan, block)) for block in blocks]
        try:
            for job in asyncio.as_completed(jobs):
                found |= {each.replicate: each for each in await job}
        finally:
            for job in jobs:
                job.cancel()
        ordered = [found[replicate] for replicate in sorted(found)]
        await send("shares", {"shares": shares_of(plan, ordered)})
        return ordered

    async def _why(self, plan: Plan, found: Sequence[Simulated]) -> Pair:
        """Why, looked for in a thread that lets processes do all computing."""
        told: Pair | None = self._whys.get(plan.hash)
        if told is None:
            asker = _Asker(self._bench, plan)
            try:
                told = await asyncio.to_thread(explained, plan, found, asker.many, asker.one)
            finally:
                asker.stop()
            self._whys.put(plan.hash, told)
        return told


class _Asker:
    """Lets a thread have simulations made by the processes, as long as they are wanted."""

    def __init__(self, bench: Bench, plan: Plan) -> None:
        self._bench, self._plan, self._loop = bench, plan, asyncio.get_running_loop()
        self._jobs: list[asyncio.Future[Any]] = []
        self._wanted = True

    def many(self, configs: Sequence[Config], seeds: Sequence[int]) -> Rows:
        """Every configuration under every seed, a job a seed: configurations that share a twin meet it."""
        parts = self._ask([(_rows, self._plan, tuple(configs), (seed,)) for seed in seeds])
        return [[row for part in parts for row in part[at]] for at in range(len(configs))]

    def one(self, config: Config, seed: int) -> RunRecord:
        """One simulation, whole."""
        (record,) = self._ask([(_record, self._plan, config, seed)])
        return record

    def stop(self) -> None:
        """Nothing is wanted any more: jobs that wait are dropped, the thread ends at what it asks next."""
        self._wanted = False
        for job in self._jobs:
            job.cancel()

    def _ask(self, jobs: Sequence[tuple[Any, ...]]) -> list[Any]:
        return asyncio.run_coroutine_threadsafe(self._gathered(jobs), self._loop).result()

    async def _gathered(self, jobs: Sequence[tuple[Any, ...]]) -> list[Any]:
        if not self._wanted:
            raise asyncio.CancelledError
        self._jobs = [asyncio.ensure_future(self._bench.do(LAST, *job)) for job in jobs]
        return list(await asyncio.gather(*self._jobs))


def _rows(plan: Plan, configs: tuple[Config, ...], seeds: tuple[int, ...]) -> list[list[Row]]:
    return serially(configs, seeds, engine_of(plan, plan.scenarios[0]))


def _record(plan: Plan, config: Config, seed: int) -> RunRecord:
    return engine_of(plan, plan.scenarios[0])(config, seed)

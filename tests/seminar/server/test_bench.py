"""Worker processes: urgent work first, unwanted work never, a dead process replaced."""

import asyncio
import os
import time

import pytest

from experiments.refusal import WorkFailed
from experiments.seminar.live.bench import FIRST, LAST, URGENT, Pool


def square(n):
    return n * n


def fail(text):
    raise ValueError(text)


def die_once(path):
    if not os.path.exists(path):  # noqa: PTH110 - a plain word for a plain test
        with open(path, "w"):  # noqa: PTH123
            os._exit(9)
    return "alive"


def die():
    os._exit(9)


def note(path, name):
    time.sleep(0.05)
    with open(path, "a") as file:  # noqa: PTH123
        file.write(name)


async def with_pool(work):
    pool = Pool(1)
    pool.open()
    try:
        return await work(pool)
    finally:
        pool.close()


def test_work_is_done_and_a_failure_concerns_only_who_asked():
    async def work(pool):
        with pytest.raises(ValueError, match="mine"):
            await pool.do(FIRST, fail, "mine")
        return await pool.do(FIRST, square, 7)

    assert asyncio.run(with_pool(work)) == 49


def test_a_process_that_dies_is_replaced(tmp_path):
    async def work(pool):
        first = await pool.do(FIRST, die_once, str(tmp_path / "died"))
        with pytest.raises(WorkFailed):
            await pool.do(FIRST, die)
        return first, await pool.do(FIRST, square, 3)

    assert asyncio.run(with_pool(work)) == ("alive", 9)


def test_urgent_work_comes_first_and_unwanted_work_never(tmp_path):
    path = str(tmp_path / "order")

    async def work(pool):
        await pool.do(FIRST, square, 1)
        asked = [
            asyncio.ensure_future(pool.do(urgency, note, path, name))
            for urgency, name in ((FIRST, "a"), (LAST, "d"), (LAST, "x"), (FIRST, "b"), (URGENT, "u"))
        ]
        asked[2].cancel()
        await asyncio.gather(*asked, return_exceptions=True)

    asyncio.run(with_pool(work))
    written = (tmp_path / "order").read_text()
    assert "x" not in written
    assert written.index("u") < written.index("b") < written.index("d")

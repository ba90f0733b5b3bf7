"""What a study says of its progress: runs, a rate that the compiling before the first chunk does not spoil, shares."""

import io

import pytest

from experiments.language import Words
from experiments.study import telling
from experiments.study.chunks import Receipt


@pytest.fixture
def clock(monkeypatch):
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    return now


def chunk(rows):
    return Receipt("k", "s", rows, {"diffusion": rows}, 1.0, {})


def told(clock, arrivals, total=100):
    """The lines of a log, chunks of ten runs coming at some times."""
    out = io.StringIO()
    shown = telling.Telling(Words("en"), stream=out)
    shown.begin(total)
    for at in arrivals:
        clock[0] = at
        shown.done(chunk(10), found=False)
    shown.close()
    return out.getvalue().splitlines()


def test_the_rate_is_that_of_the_work_not_of_the_compiling_before_it(clock):
    """The first chunk comes after 100 s, the others every 70 s: ten runs in 70 s."""
    lines = told(clock, [100.0, 170.0, 240.0])
    assert lines[-1] == "Runs 30/100 (8.6 a minute, 8.2\u00a0min left) diffusion 100%"


def test_a_line_a_minute_and_no_more_where_there_is_no_terminal(clock):
    assert len(told(clock, [10.0 + at for at in range(0, 300, 10)], total=1000)) == 5


def test_a_rate_is_never_said_to_be_nothing(clock):
    assert "6 a minute" in told(clock, [100.0])[0]

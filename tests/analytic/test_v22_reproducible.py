"""V22: one configuration and seed give the same bits, in another process, after other runs, in pieces or at once."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sim.run import Live
from sim.simulation import simulate
from tests.analytic.settings import product

TRANSFO = {
    "authority.field_agents": 300,
    "authority.simulated_citizens": 250,
    "programme.kind": "ambassadors",
    "programme.launch": "given",
    "sponsorship.level": 0.8,
    "verdict.epsilon": 0.02,
}
SEED, MONTHS = 2**61 + 7, 70
ROOT = Path(__file__).resolve().parents[2]


def every_column(live):
    """All that a run has written: its log and all columns of all tables."""
    world = live.world
    tables = [world.field_agents, world.teams, world.services, world.managers, world.elus, world.citizens, world.voices]
    columns = [column for table in tables for column in table]
    used = int(world.authority[0]["n_items"])
    columns += [column[:used] for column in world.items]
    return [*columns, world.authority, *live.log]


def fingerprint(live):
    return sha(b"".join(column.tobytes() for column in every_column(live)))


def lived(values=(), seed=SEED, stops=(MONTHS,)):
    live = Live(product(TRANSFO | dict(values)), seed, months=MONTHS)
    for month in stops:
        live.advance(month)
    return live


def sha(content):
    return hashlib.sha256(content).hexdigest()


def in_another_process():
    """The same run by a fresh interpreter, whose hash seed differs."""
    command = "from tests.analytic.test_v22_reproducible import *; print(fingerprint(lived()), sha(record_bits()))"
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "123"}
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def record_bits():
    """A whole record, twin, outcomes and verdict included."""
    record = simulate(product(TRANSFO), SEED)
    columns = [*record.monthly.values(), *record.twin_monthly.values(), record.by_service]
    said = repr((sorted(record.outcomes.items()), record.verdict, record.islet_kind, record.flags)).encode()
    return b"".join(column.tobytes() for column in columns) + said


def test_another_process_gives_the_same_bits():
    assert in_another_process() == [fingerprint(lived()), sha(record_bits())]


def test_runs_leave_nothing_behind():
    """After runs of other configurations, sizes and seeds, and in the other order."""
    first, record = fingerprint(lived()), record_bits()
    for values in ({"hierarchy.depth": 6}, {"network.generator": "complete"}, {"authority.field_agents": 120}):
        lived(values, seed=5)
    simulate(product(TRANSFO | {"programme.ambassadors": 30}), SEED)
    assert fingerprint(lived()) == first
    assert record_bits() == record


def test_months_lived_one_by_one_are_the_same():
    """Also where the pool of items has to grow in the middle of a run, at other months."""
    busy = {"voice.base": 0.9, "relay.drop": 0.0, "relay.intercept": -4.0, "decision.delay_political": 60.0}
    for values in ({}, busy):
        at_once = lived(values)
        in_pieces = lived(values, stops=(1, 2, 3, 20, 21, MONTHS))
        one_by_one = lived(values, stops=range(1, MONTHS + 1))
        assert fingerprint(at_once) == fingerprint(in_pieces) == fingerprint(one_by_one)
    assert at_once.world.items.author.size > 2 * 300


@pytest.mark.parametrize("other", [SEED + 1, SEED - 2**32, 7])
def test_another_seed_gives_other_bits(other):
    """Low and high words of the seed both count."""
    assert fingerprint(lived(seed=other)) != fingerprint(lived())


def test_a_longer_horizon_changes_no_month_before():
    """What is lived does not depend on how long it will go on."""
    config = product(TRANSFO)
    short, long = Live(config, SEED, months=40), Live(config, SEED, months=200)
    for live in (short, long):
        live.advance(40)
    written = len(every_column(short)) - len(short.log)
    pairs = zip(every_column(short)[:written], every_column(long)[:written], strict=True)
    assert all(a.tobytes() == b.tobytes() for a, b in pairs)
    assert short.log.monthly.tobytes() == long.log.monthly[:40].tobytes()

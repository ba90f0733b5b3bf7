"""What is noted of a life, on hand-made lives where the answer is known."""

from types import SimpleNamespace

import numpy as np
import pytest

from experiments.patterns.families.carriers import stopped_by_age
from experiments.patterns.families.islets import chance
from experiments.patterns.families.managers import lending_gap
from experiments.patterns.families.sponsorship import breadth
from experiments.patterns.items import authors, fates, refused_citizens
from experiments.patterns.life import Life, Pool
from sim.core import codes

CLIMB, DOING = codes.CLIMBING, codes.IMPLEMENTING


def pool(*items):
    """Items (month, author, state, citizen, by_practitioner)."""
    columns = zip(*items, strict=True) if items else ((),) * 5
    kinds = (np.int16, np.int32, np.uint8, np.int32, np.uint8)
    return Pool(*(np.array(column, kind) for column, kind in zip(columns, kinds, strict=True)))


def followed():
    """Four items: done in month 3; refused in month 2; still climbing; accepted and under way at the end."""
    return SimpleNamespace(
        team=np.zeros(10, np.int32),
        pools=(
            pool((0, 1, CLIMB, 7, 1), (0, 2, CLIMB, 8, 0)),
            pool((0, 1, DOING, 7, 1), (0, 2, CLIMB, 8, 0), (1, 1, CLIMB, -1, 1)),
            pool((0, 1, DOING, 7, 1), (1, 1, CLIMB, -1, 1), (2, 5, CLIMB, -1, 0)),
            pool((1, 1, DOING, -1, 1), (2, 5, CLIMB, -1, 0)),
        ),
    )


def test_fates_of_items():
    found = fates(followed())
    assert found.created.tolist() == [0, 0, 1, 2]
    assert found.author.tolist() == [1, 2, 1, 5]
    assert found.by_practitioner.tolist() == [True, False, True, False]
    assert found.accepted.tolist() == [True, False, True, False]
    assert found.settled.tolist() == [True, True, True, False]
    assert found.done.tolist() == [3, -1, -1, -1]


def test_refused_is_what_leaves_the_pool_while_climbing():
    life = followed()
    assert [refused_citizens(life, month).tolist() for month in (1, 2, 3)] == [[], [8], []]


def test_authors_are_those_of_the_month():
    life = followed()
    assert [authors(life, month).tolist() for month in range(4)] == [[1, 2], [1], [5], []]


def test_breadth_needs_a_tenth_and_two():
    service = np.repeat([0, 1, 2], [10, 30, 10])
    practises = np.zeros((1, 50), bool)
    practises[0, [0, 1, 10, 11, 40]] = True  # 2 of 10, 2 of 30, 1 of 10
    assert breadth(SimpleNamespace(service=service, practises=practises), 0) == pytest.approx(1 / 3)


def test_who_stops_and_who_merely_leaves_the_post():
    role = np.full((40, 4), codes.NEVER)
    role[12:28, :3] = codes.MEMBER
    role[28:, :3] = codes.FORMER
    role[15:, 0] = codes.FORMER  # stops in the fourth month
    role[20:, 1] = codes.NEVER  # leaves the post
    status = np.array([codes.ACTIVE if 12 <= m < 28 else codes.ENDED for m in range(40)])
    life = SimpleNamespace(role=role, status=status, members=lambda month: role[month] == codes.MEMBER)
    assert np.flatnonzero(stopped_by_age(life)).tolist() == [3]


def test_the_gap_is_that_of_lending_managers_against_the_twin():
    """Two first-line managers and the DGS; the first lends an agent and loses 0.2 more than the other."""
    role = np.full((13, 4), codes.NEVER)
    role[12, 0] = codes.MEMBER
    world = SimpleNamespace(teams=SimpleNamespace(manager=np.array([0, 1])))
    life = SimpleNamespace(
        live=SimpleNamespace(world=world),
        team=np.array([0, 0, 1, 1]),
        stance=np.array([[0.3, 0.6, 0.9]]),
        members=lambda month: role[month] == codes.MEMBER,
    )
    twin = SimpleNamespace(stance=np.array([[0.6, 0.7, 0.5]]))
    assert lending_gap(life, twin, 0) == pytest.approx(-0.2)


@pytest.mark.parametrize(("inside", "low", "high"), [(10, 0.001, 0.001), (1, 0.2, 1.0)])
def test_chance_of_a_concentration(inside, low, high):
    """Ten practitioners: all in one of ten services of ten (seen in no shuffle of 999), or one in each."""
    service = np.repeat(np.arange(10), 10)
    practises = np.zeros(100, bool)
    practises[np.arange(10) if inside == 10 else np.arange(0, 100, 10)] = True
    assert low <= chance(service, practises, seed=1) <= high


def test_stop_start_and_end_are_read_off_the_life():
    config = SimpleNamespace(programme=SimpleNamespace(start_month=12, duration_months=16))
    broken = SimpleNamespace(config=config, status=np.array([codes.ACTIVE, codes.ABORTED, codes.ABORTED]))
    assert Life.stop.fget(broken) == 1
    assert (Life.start.fget(broken), Life.end.fget(SimpleNamespace(config=config, start=12))) == (12, 28)
    broken.status = np.array([codes.ACTIVE, codes.ENDED])
    assert Life.stop.fget(broken) == -1

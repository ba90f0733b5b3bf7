"""What became of the items of a life, read off its pools month by month."""

from typing import NamedTuple

import numpy as np

from experiments.patterns.life import Life, Pool
from sim.core import codes


class Fates(NamedTuple):
    """Items that climbed, one row each, by address (month created, author)."""

    created: np.ndarray  # month
    author: np.ndarray
    by_practitioner: np.ndarray  # bool: the author practised, so it is co-built with users
    settled: np.ndarray  # bool: accepted, refused or lost before the end of the life
    accepted: np.ndarray  # bool
    done: np.ndarray  # month carried out, -1 = not, or not yet


def fates(life: Life) -> Fates:
    """Follow every item: it implements once accepted, and leaves the pool when it is refused, lost or done."""
    n_agents = life.team.size
    address, month, state, built = (
        np.concatenate(columns)
        for columns in zip(
            *(
                (address_of(pool, n_agents), np.full(pool.month.size, m), pool.state, pool.by_practitioner)
                for m, pool in enumerate(life.pools)
            ),
            strict=True,
        )
    )
    items, first, row = np.unique(address, return_index=True, return_inverse=True)
    last = np.full(items.size, -1)
    np.maximum.at(last, row, month)
    accepted = np.zeros(items.size, bool)
    np.logical_or.at(accepted, row, state == codes.IMPLEMENTING)
    gone = last < len(life.pools) - 1
    return Fates(
        created=items // n_agents,
        author=items % n_agents,
        by_practitioner=built[first] == 1,
        settled=gone | accepted,
        accepted=accepted,
        done=np.where(accepted & gone, last + 1, -1),
    )


def refused_citizens(life: Life, month: int) -> np.ndarray:
    """Citizens whose item was climbing at the opening of a month and was refused or lost in it."""
    before, after = life.pools[month - 1], life.pools[month]
    asked = (before.citizen >= 0) & (before.state == codes.CLIMBING)
    n_agents = life.team.size
    gone = ~np.isin(address_of(before, n_agents), address_of(after, n_agents))
    return np.asarray(before.citizen[asked & gone])


def authors(life: Life, month: int) -> np.ndarray:
    """Agents who brought up an item this month that is not solved at the desk."""
    pool = life.pools[month]
    return np.asarray(pool.author[pool.month == month])


def address_of(pool: Pool, n_agents: int) -> np.ndarray:
    """An agent makes at most one item a month: month x agents + author."""
    return np.asarray(pool.month.astype(np.int64) * n_agents + pool.author)

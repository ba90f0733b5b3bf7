"""V21: three times the town, with the same share of ambassadors and three times the results, has the same practice.

Off: what does not scale by its nature (ties among all ambassadors, the lab, citizens, the overload of managers, and the
communication of the best result of all services, which is the better the more services there are).

A programme's chance of a result scales with its people, and a result shows in max(2, 10 %) of the services. Up to 24
services that is 2: three times the results come from three times the people (8 and 24 services). Beyond, reach grows
with the town as well (20 and 60 services: 2 and 6), and the number of results has to stay the same.
"""

import math

import numpy as np
import pytest

from sim.core import codes
from sim.run import Live
from tests.analytic.settings import product

RUNS, MONTHS = 150, 60
OFF = ["ambassador_ties", "lab", "citizens", "overload", "elections", "departures"]
COMMON = {
    "authority.simulated_citizens": 0,
    "formal.communication": 0.0,
    "hierarchy.depth": 3,
    "sponsorship.level": 0.75,
    "evidence.service_scale": 1.5,  # a result counts for more: too many of them would be seen
    "programme.kind": "ambassadors",
    "programme.launch": "given",
} | dict.fromkeys([f"mechanisms.{name}" for name in OFF], False)


def practice_of_the_rest(agents, services, ambassadors, wins, first_seed):
    """Share who practise among those who never were members, at month 60 [runs]."""
    config = product(
        COMMON
        | {
            "authority.field_agents": agents,
            "authority.services": services,
            "programme.ambassadors": ambassadors,
            "programme.wins": wins,
        }
    )
    found = np.empty(RUNS)
    for run in range(RUNS):
        live = Live(config, first_seed + run, months=MONTHS)
        live.advance(MONTHS)
        people = live.world.field_agents
        found[run] = people.practises[people.role == codes.NEVER].mean()
    return found


def standard_errors_apart(small, large):
    """Difference of two means, in its standard errors."""
    return (large.mean() - small.mean()) / math.sqrt((small.var() + large.var()) / RUNS)


@pytest.mark.parametrize(
    ("small", "large"),
    [((320, 8, 20, 2.0), (960, 24, 60, 2.0)), ((600, 20, 20, 2.0), (1800, 60, 60, 2.0 / 3.0))],
)  # fmt: skip
def test_three_times_the_town(small, large):
    """Means 4 standard errors apart at most (error rate 6e-5): 0.032 of 0.15, and 0.012 of 0.08; no seed is shared."""
    here, there = practice_of_the_rest(*small, 0), practice_of_the_rest(*large, RUNS)
    assert 0.02 < here.mean() < 0.9
    assert abs(standard_errors_apart(here, there)) < 4
    assert there.std() < here.std(), "a larger town averages its luck"


def test_three_times_too_many_results_would_be_seen():
    """The control: with wins tripled once more in the larger town, the means are more than 4 standard errors apart."""
    here, there = practice_of_the_rest(320, 8, 20, 2.0, 0), practice_of_the_rest(960, 24, 60, 6.0, RUNS)
    assert standard_errors_apart(here, there) > 4

"""Screen five keys with SALib alone: its trajectories, the model as a function, its indices.

    python examples/salib_only.py

One seed at every point, so that two points meet the same luck. What `archipel study study=screening` adds is told in
docs/neighbours.en.md: several lucks and the floor they give, resuming, cores, tables that say what they hold.
"""

import sys
from typing import Any

import numpy as np
from SALib.analyze import morris
from SALib.sample import morris as trajectories

from sim import load_scenario, simulate

PROBLEM: dict[str, Any] = {
    "num_vars": 5,
    "names": ["sponsorship.level", "management.stance", "adoption.half_point", "adoption.sponsor", "relay.drop"],
    "bounds": [[0.1, 0.9], [0.2, 0.8], [1.5, 4.0], [1.0, 4.0], [0.02, 0.3]],
}
BASE = ("authority=commune_150", "programme.launch=given")


def net_practice(place: np.ndarray) -> float:
    """Share of practitioners that the programme adds [-1..1], at one place of the design."""
    keys = [f"{key}={value}" for key, value in zip(PROBLEM["names"], place, strict=True)]
    found = simulate(load_scenario("transfo", *BASE, *keys), seed=1).outcomes["net_practice"]
    assert isinstance(found, float)
    return found


def main(count: int = 10) -> None:
    """Print the effects of each key over its whole range, the largest first."""
    places = trajectories.sample(PROBLEM, count, seed=1)
    values = np.array([net_practice(place) for place in places])
    effects = morris.analyze(PROBLEM, places, values, seed=1)
    print(effects.to_df().sort_values("mu_star", ascending=False).round(3))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

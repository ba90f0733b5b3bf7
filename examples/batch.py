"""Run a design with mesa.batch_run: three depths of hierarchy, the same ten seeds in each.

    python examples/batch.py

Vary `rng`, not `iterations` (the same number is the same run), and give the configuration in a list. Here the last
month of each run is kept; `data_collection_period=1` keeps the start and every month, rows 0 to `max_steps`.
"""

import mesa
import pandas as pd

from sim import ParticipationModel, load_scenario


def main() -> None:
    """Compare the share of practitioners at the end, by depth."""
    rows = mesa.batch_run(
        ParticipationModel,
        {
            "config": [load_scenario("transfo", "authority.field_agents=600", "authority.simulated_citizens=600")],
            "rng": range(10),
            "hierarchy.depth": [2, 4, 6],
        },
        max_steps=96,
        display_progress=False,
    )
    ends = pd.DataFrame(rows).groupby("hierarchy.depth")[["practice", "stance_mean", "trust"]]
    print(ends.agg(["mean", "std"]).round(3))


if __name__ == "__main__":
    main()

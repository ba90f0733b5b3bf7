"""Run a design with mesa.batch_run: sponsorship by depth, the same ten seeds at every point.

    python examples/mesa_batch_run.py

Vary `rng`, not `iterations` (the same number is the same run), and give the configuration in a list. The verdict is
read against a twin that batch_run knows nothing of: the model lives it when its verdict is asked for, at the horizon.
"""

import sys

import mesa
import pandas as pd
from mesa import DataCollector

from sim import ParticipationModel, load_scenario
from sim.config import Config


class Judged(ParticipationModel):
    """The model with what this sweep keeps: practice every month, the verdict at the end."""

    def __init__(self, config: Config, rng: int | None = None, **values: object) -> None:
        super().__init__(config, rng, **values)
        self.datacollector = DataCollector(model_reporters={"practice": "practice", "verdict": "verdict"})
        self.datacollector.collect(self)


def main(seeds: int = 10) -> None:
    """Print practice and the share of diffusion at every point."""
    rows = mesa.batch_run(
        Judged,
        {
            "config": [load_scenario("transfo", "authority=commune_150", "programme.launch=given")],
            "rng": range(seeds),
            "sponsorship.level": [0.2, 0.5, 0.8],
            "hierarchy.depth": [2, 5],
        },
        max_steps=96,
        display_progress=False,
    )
    table = pd.DataFrame(rows)
    table["diffusion"] = table["verdict"] == "diffusion"
    print(table.groupby(["hierarchy.depth", "sponsorship.level"])[["practice", "diffusion"]].mean().round(3))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

"""Three gathered studies made by hand: what the levers do in them is known."""

from itertools import product

import numpy as np
import pandas as pd

from sim.config import Config
from sim.core import codes
from sim.outcomes.verdict import verdict_from_row
from sim.simulation import thresholds
from tests.analysis.studies import VARIANTS, HandMade, factor

PLACES = ("commune_150", "epci_150", "commune_1850", "epci_1850")
MAIN = {
    "authority": PLACES,
    "hierarchy.depth": (2, 4, 6),
    "mechanisms.signal_loss": (True, False),
    "management.stance": (0.3, 0.7),
    "sponsorship.level": (0.1, 0.3, 0.5, 0.7, 0.9),
    "cost.agent_days_per_month": (1.0, 3.0, 8.0),
    "cost.price_factor": (0.25, 1.0, 4.0),
}
UNCERTAINTIES = {
    "hierarchy.depth": (2, 6), "management.stance": (0.3, 0.7), "sponsorship.level": (0.1, 0.5, 0.9),
}  # fmt: skip
CHANNELS = {
    "taken_out": ("nothing", "signal_loss", "launch"), "hierarchy.depth": (2, 6), "sponsorship.level": (0.3, 0.7),
    "cost.agent_days_per_month": (1.0, 8.0), "cost.price_factor": (0.25, 4.0),
}  # fmt: skip
EPSILON = 0.013


def study(name, levers, replicates, members, depth_gain=-0.1, seed=0):
    """Spread rises with sponsorship and stance, and moves by `depth_gain` a level; price only prevents launches."""
    draw = np.random.default_rng(seed)
    cells = list(product(*levers.values()))
    design = pd.DataFrame(cells, columns=list(levers))
    design.insert(0, "point_id", [f"p{at}" for at in range(len(cells))])
    runs = design.loc[np.repeat(design.index, replicates)].reset_index(drop=True)
    runs["replicate"] = np.tile(np.arange(replicates), len(cells))
    runs["seed"] = runs["replicate"] + 7
    runs["member"] = runs["replicate"] % members
    runs["variant"] = np.array(VARIANTS)[(runs["member"] + runs["replicate"] // members) % 4]
    runs["run_id"] = [f"r{at}" for at in range(len(runs))]
    luck = 0.1 * draw.standard_normal(replicates)[runs["replicate"]]
    world = 0.1 * draw.standard_normal(members)[runs["member"]]
    _live(runs, luck + world + 0.05 * draw.standard_normal(len(runs)), depth_gain, draw.random(replicates))
    factors = [factor(key, values=values) for key, values in levers.items()]
    base = {"config": {"observe_months": [52, 88]}}
    design_said = {"kind": "grid", "options": {}}
    said = {"name": name, "texts": {}, "factors": factors, "drawn": [], "bases": [base], "design": design_said}
    manifest = {"name": name, "study": said, "plan_hash": "a" * 64, "hash": "b" * 64, "code": {"hash": "c" * 64}}
    return HandMade(manifest, design, runs, pd.DataFrame())


def _live(runs, moved, depth_gain, chance):
    kept = runs.get("mechanisms.signal_loss", pd.Series(True, index=runs.index))
    held = runs.get("taken_out", pd.Series("", index=runs.index)) == "signal_loss"
    depth = np.where(kept.astype(bool) & ~held, runs["hierarchy.depth"] - 4, 0)
    stance = runs.get("management.stance", pd.Series(0.5, index=runs.index))
    above = runs["sponsorship.level"] - 0.5 + 0.5 * (stance - 0.5) + depth_gain * depth + moved
    price = runs.get("cost.price_factor", pd.Series(0.25, index=runs.index)).astype(float)
    free = runs.get("taken_out", pd.Series("", index=runs.index)) == "launch"
    launched = free | (chance[runs["replicate"]] > price / 5)
    practice = np.clip(0.05 + np.where(above > 0, 0.4, 0.0) + 0.1 * above, 0.0, 1.0)
    runs["practice"], runs["practice_twin"] = practice, 0.03
    runs["net_practice"] = np.where(launched, practice - 0.03, 0.0)
    runs["breadth"], runs["practice_rest"] = np.clip(2 * practice, 0, 1), practice
    runs["momentum"], runs["practice_gain"] = 0.0, 0.0
    runs["practitioners"] = np.round(600 * practice)
    runs["concentration"], runs["concentration_quantile"] = 0.1, 0.2
    runs["largest_group"], runs["largest_group_quantile"], runs["isolated"] = 0.1, 0.2, 0.3
    runs["cynicism_involved"], runs["relaunch_ratio"], runs["lab_alive"] = 0.0, 1.0, 0.0
    runs["secondary_adopters"], runs["ambassadors_practising"] = 1.0, 3.0
    runs["programme_status"] = np.where(launched, codes.ENDED, codes.NOT_LAUNCHED)
    runs["delivered_share"] = np.clip(0.9 - 0.1 * runs["hierarchy.depth"] + 0.1 * moved, 0.0, 1.0)
    runs["epsilon"], runs["euros"] = EPSILON, 1e5
    lines = thresholds(Config())
    read = [verdict_from_row(row, EPSILON, lines).verdict for row in runs.to_dict("records")]
    runs["verdict"] = runs["verdict_52"] = read

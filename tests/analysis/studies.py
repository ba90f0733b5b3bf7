"""Studies made by hand: what happens in them is known, luck and doubt are planted."""

from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

VARIANTS = ("complex_count", "simple_count", "complex_fraction", "simple_fraction")
SPONSORSHIP, DEPTH, PRICE, STANCE = "sponsorship.level", "hierarchy.depth", "cost.price_factor", "management.stance"
TIP = {2: 0.45, 3: 0.5, 4: 0.6, 5: 0.7}
"""Sponsorship at which diffusion has one chance in two, by depth, in the middle of what is unknown."""
SLOPE = 0.05


@dataclass
class HandMade:
    manifest: dict
    design: pd.DataFrame
    runs: pd.DataFrame
    monthly: pd.DataFrame


def factor(key, role="lever", values=None, low=0.0, high=1.0):
    if values is not None:
        return {"key": key, "role": role, "levels": [[value, {key: value}, None] for value in values]}
    return {"key": key, "role": role, "low": low, "high": high, "log": False, "whole": 0, "steps": 0}


def study(factors, cells, replicates, seed=0, kind="grid", notes=None, plausible=True, world_sd=0.05, form_sd=0.06):
    """A study whose runs tip at TIP, moved by the world, by the form of the contagion, by luck; price does nothing."""
    draw = np.random.default_rng(seed)
    keys = [each["key"] for each in factors]
    design = pd.DataFrame(cells, columns=keys)
    design.insert(0, "point_id", [f"p{'_'.join(map(str, cell))}" for cell in cells])
    for name, values in (notes or {}).items():
        design.insert(1, name, values)
    points = design.drop_duplicates("point_id")[["point_id", *keys]].reset_index(drop=True)
    runs = points.loc[np.repeat(points.index, replicates)].reset_index(drop=True)
    runs["replicate"] = np.tile(np.arange(replicates), len(points))
    noise = pd.factorize(runs["noise"])[0] if "noise" in runs else 0
    runs["seed"] = runs["replicate"] + 1000 * noise
    runs["run_id"] = [f"r{at}" for at in range(len(runs))]
    runs["scenario"] = "reference"
    luck = pd.Series(0.05 * draw.standard_normal(runs["seed"].nunique()), np.unique(runs["seed"]))
    member, form = runs["replicate"] % 6, (runs["replicate"] % 6 + runs["replicate"] // 6) % 4
    moved = luck[runs["seed"]].to_numpy() + 0.02 * draw.standard_normal(len(runs))
    if plausible:
        runs["member"], runs["variant"] = member, np.array(VARIANTS)[form]
        moved = moved + world_sd * draw.standard_normal(6)[member] + form_sd * np.array([-1, -1, 1, 1])[form]
    depth = runs.get(DEPTH, 3)
    tip = np.interp(depth, list(TIP), list(TIP.values())) - (runs[STANCE] - 0.5 if STANCE in runs else 0)
    above = runs[SPONSORSHIP].to_numpy(float) + moved - tip
    finish(runs, above, draw)
    return HandMade(manifest(factors, kind, replicates), design, runs, months(runs))


def finish(runs, above, draw):
    """Verdict and outcomes from how far a run stands above the tipping point."""
    runs["verdict"] = np.select([above > 0, above > -0.15], ["diffusion", "islets"], "fallback")
    runs["islet_kind"] = np.where(runs["verdict"] == "islets", draw.choice(["compact", "archipelago"], len(runs)), None)
    practice = np.where(above > 0, 0.35, 0.03) + 0.02 * draw.standard_normal(len(runs))
    runs["practice"] = np.clip(practice, 0, 1)
    runs["net_practice"] = runs["practice"] - 0.01
    runs["practice_rest"], runs["breadth"] = runs["practice"], np.clip(2 * runs["practice"], 0, 1)
    runs["lab_alive"] = (above + 0.1 * draw.standard_normal(len(runs)) > -0.1).astype(float)
    runs["euros"] = 165_000.0 * runs.get(PRICE, 1)
    runs["segregation_freeman"] = np.where(above > 0, 0.2, 0.6) + 0.1 * draw.standard_normal(len(runs))
    runs["sponsorship_signal"] = np.clip(runs[SPONSORSHIP].astype(float) + 0.1 * draw.standard_normal(len(runs)), 0, 1)
    runs["practice_gain"] = np.where(above > -0.05, 0.02, 0.0) + 0.004 * draw.standard_normal(len(runs))
    runs["epsilon"] = 0.01
    runs["practice_twin"] = 0.01


def months(runs, horizon=60):
    """Practice that rises to its last value; managers' stance that falls a little."""
    month = np.tile(np.arange(horizon), len(runs))
    end = np.repeat(runs["practice"].to_numpy(), horizon)
    return pd.DataFrame(
        {
            "run_id": np.repeat(runs["run_id"].to_numpy(), horizon),
            "month": month,
            "practice": end / (1 + np.exp(-(month - 35) / 6)),
            "practice_twin": 0.01,
            "stance_mean": np.repeat(0.4 + 0.5 * np.clip(runs["net_practice"].to_numpy(), 0, 1), horizon),
        }
    )


def manifest(factors, kind, replicates):
    texts = {"title_fr": "Essai", "title_en": "Trial"}
    base = {"config": {"observe_months": [40, 59], "horizon_months": 60}}
    return {
        "command": "study",
        "study": {
            "name": "trial", "texts": texts, "factors": factors, "drawn": [], "bases": [base],
            "design": {"kind": kind, "options": {}}, "replicates": {"fixed": replicates},
        },
    }  # fmt: skip


def grid(replicates=48, seed=0, sponsorship=(0.2, 0.4, 0.5, 0.6, 0.7, 0.9), depth=(2, 3, 4, 5), price=(0.5, 1.0, 2.0)):
    """Sponsorship x depth x price over plausible worlds."""
    factors = [factor(SPONSORSHIP, values=sponsorship), factor(DEPTH, values=depth), factor(PRICE, values=price)]
    return study(factors, list(product(sponsorship, depth, price)), replicates, seed)


def scattered(n=240, replicates=6, seed=0):
    """A Latin hypercube in sponsorship, depth, stance, and the dummy."""
    draw = np.random.default_rng(seed)
    places = draw.random((n, 4)).round(6).tolist()
    factors = [factor(SPONSORSHIP), factor(DEPTH, low=2, high=5), factor(STANCE, "uncertain"), factor("noise", "dummy")]
    cells = [(a, 2 + int(4 * b), c, d) for a, b, c, d in places]
    return study(factors, cells, replicates, seed, "latin_hypercube", plausible=False)


def screened(count=20, replicates=8, seed=0):
    """Morris's trajectories over sponsorship, stance, price and the dummy."""
    from tests.analysis.known import trajectories

    places = trajectories(4, count, seed).round(9)
    factors = [
        factor(SPONSORSHIP),
        factor(STANCE, "uncertain"),
        factor(PRICE, low=0.0, high=1.0),
        factor("noise", "dummy"),
    ]
    notes = {"trajectory": np.repeat(np.arange(count), 5), "move": "?"}
    return study(factors, [tuple(row) for row in places.tolist()], replicates, seed, "morris", notes, plausible=False)


def sobol(base=64, replicates=8, seed=0):
    """Saltelli's design over the same, base point by base point."""
    from scipy.stats import qmc

    keys = [SPONSORSHIP, STANCE, PRICE, "noise"]
    pairs, rows, move = qmc.Sobol(8, rng=seed).random(base).round(9), [], []
    for row in pairs:
        a, b = row[:4], row[4:]
        rows.append(a)
        for at in range(4):
            mixed = a.copy()
            mixed[at] = b[at]
            rows.append(mixed)
        rows.append(b)
        move += ["A", *(f"AB:{key}" for key in keys), "B"]
    factors = [factor(SPONSORSHIP), factor(STANCE, "uncertain"), factor(PRICE), factor("noise", "dummy")]
    cells = [tuple(float(x) for x in row) for row in rows]
    notes = {"base": np.repeat(np.arange(base), 6), "move": move}
    return study(factors, cells, replicates, seed, "saltelli", notes, plausible=False)

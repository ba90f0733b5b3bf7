"""Epsilon: how much two runs without programme differ by luck alone. It belongs to the authority, not a scenario."""

import json
import os
import tempfile
from functools import lru_cache
from pathlib import Path

import numpy as np

from sim.config import Config, config_hash, resolved
from sim.config.hierarchy import Hierarchy
from sim.config.programme import Programme
from sim.config.sponsorship import Sponsorship
from sim.core.compile import cache_folder
from sim.core.draws import replicate_seed
from sim.run import Live

_RUNS = 200
_ROOT = 20_190_701  # seed root of the reference runs, the same for everybody
_QUANTILE = 0.95
_FEWEST_AGENTS = 5


def reference_config(config: Config) -> Config:
    """Return the same authority without programme, at reference levers: sponsorship 0.5, depth 4, else defaults."""
    return resolved(
        Config(
            authority=resolved(config).authority,
            sponsorship=Sponsorship(level=0.5),
            hierarchy=Hierarchy(depth=4),
            programme=Programme(enabled=False, ambassadors=0),
        )
    )


def epsilon(config: Config) -> float:
    """Return the least net practice that is not luck, as a share of field agents.

    Rule     95 % quantile of |x_a - x_b| over all pairs of 200 runs without programme, at least 5 agents; fixed
             seeds, kept on disk under the hash of the authority and of the code
    Source   form: assumption; counterfactual twins instead of an absolute threshold: 9 to 14 runs in 80 without any
             programme would pass one of 2 %
    """
    if config.verdict.epsilon is not None:
        return config.verdict.epsilon
    return _epsilon(reference_config(config))


@lru_cache(maxsize=64)
def _epsilon(reference: Config) -> float:
    kept = None if cache_folder is None else Path(cache_folder) / "epsilon" / f"{config_hash(reference)}.json"
    if kept is not None and kept.exists():
        return float(json.loads(kept.read_text())["epsilon"])
    value = _measure(reference)
    if kept is not None:
        _keep(kept, value)
    return value


def _measure(reference: Config) -> float:
    """Run the reference runs and compare every pair of them, in whole agents."""
    n = reference.authority.field_agents
    assert n is not None and reference.observe_months is not None
    last = reference.observe_months[-1] + 1
    counts = np.empty(_RUNS, np.int64)
    for r in range(_RUNS):
        live = Live(reference, replicate_seed(_ROOT, r), months=last)
        live.advance(last)
        counts[r] = live.world.field_agents.practises.sum()
    gaps = np.abs(counts[:, None] - counts[None, :])[np.triu_indices(_RUNS, 1)]
    return max(_FEWEST_AGENTS, int(np.quantile(gaps, _QUANTILE, method="higher"))) / n


def _keep(path: Path, value: float) -> None:
    """Write the value so that no reader ever sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "w") as file:
        json.dump({"epsilon": value}, file)
    Path(temporary).replace(path)

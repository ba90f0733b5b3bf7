"""What each run of a plan says, set against doing nothing under the same luck in the same plausible world."""

import numpy as np
import pandas as pd

from sim.config import Config
from sim.core import codes
from sim.outcomes.thresholds import Thresholds
from sim.outcomes.verdict import ISLETS, verdict_from_row

COLUMNS = {
    "practitioners": "practitioners",
    "lasting": "practitioners - practitioners(nothing)",
    "services": "breadth x authority.services",
    "services_more": "services - services(nothing)",
    "euros": "euros - euros(nothing)",
    "days": "agent_days - agent_days(nothing)",
    "elu_hours": "elu_hours - elu_hours(nothing)",
    "kind": "verdict of the plan against doing nothing",
    "islets": "kind = islets",
    "not_launched": "programme_status: planned or not launched, where the plan has a programme",
    "disillusion": "disillusion, or cynicism_others >= verdict.disillusion",
}
"""Columns of the readings, and how each follows from columns of runs.parquet; (nothing): same replicate, no plan."""


def readings(runs: pd.DataFrame, scenario: str, nothing: str | None, config: Config) -> pd.DataFrame:
    """One row a replicate: its outcomes as they are, and the columns of COLUMNS.

    Args:
        runs: rows of runs.parquet.
        scenario: the one to read.
        nothing: the scenario of doing nothing; None where each run is set against its own twin instead.
        config: of the scenario, resolved.
    """
    own = runs[runs["scenario"] == scenario].sort_values("replicate").reset_index(drop=True)
    base = _baseline(runs, own, nothing, config)
    services = float(config.authority.services or 0)
    frame = own.assign(
        lasting=own["practitioners"] - base["practitioners"],
        services=own["breadth"] * services,
        services_more=(own["breadth"] - base["breadth"]) * services,
        euros=own["euros"] - base["euros"],
        days=own["agent_days"] - base["agent_days"],
        elu_hours=own["elu_hours"] - base["elu_hours"],
    )
    kinds = [_kind(row, lasting, config) for row, lasting in zip(_rows(own), frame["lasting"], strict=True)]
    line = config.verdict.disillusion
    bitter = own["disillusion"].astype(bool) | (own["cynicism_others"].fillna(0.0) >= line)
    stopped = own["programme_status"].isin((codes.PLANNED, codes.NOT_LAUNCHED)) & config.programme.enabled
    return frame.assign(kind=kinds, islets=[kind == ISLETS for kind in kinds], disillusion=bitter, not_launched=stopped)


def _baseline(runs: pd.DataFrame, own: pd.DataFrame, nothing: str | None, config: Config) -> pd.DataFrame:
    """What doing nothing gives in each world [replicates]; of a twin, practice alone is known, and it costs nothing."""
    if nothing is not None:
        base = runs[runs["scenario"] == nothing].sort_values("replicate").reset_index(drop=True)
        if base["seed"].tolist() != own["seed"].tolist():
            raise ValueError("plans and doing nothing do not share their seeds")
        return base
    agents = float(config.authority.field_agents or 0)
    zero = np.zeros(len(own))
    unknown = np.full(len(own), np.nan)
    practised = np.round(own["practice_twin"].to_numpy(float) * agents)
    return pd.DataFrame(
        {"practitioners": practised, "breadth": unknown, "euros": zero, "agent_days": zero, "elu_hours": zero}
    )


def _kind(row: dict[str, object], lasting: float, config: Config) -> str:
    """The verdict of a plan: that of the model, with doing nothing as its twin; a plan of levers alone has one too.

    The kind of islets is not asked for: its permutation tests are left out.
    """
    agents = float(config.authority.field_agents or 1)
    has_levers = len(config.interventions) > 0
    seen = {**row, "net_practice": lasting / agents, "concentration": None, "largest_group": None}
    if has_levers and row["programme_status"] in (codes.PLANNED, codes.NOT_LAUNCHED):
        seen["programme_status"] = codes.ENDED
    lines = Thresholds(**config.verdict.model_dump(exclude={"epsilon"}))
    luck = row["epsilon"]
    assert isinstance(luck, float)
    return verdict_from_row(seen, luck, lines).verdict


def _rows(frame: pd.DataFrame) -> list[dict[str, object]]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]

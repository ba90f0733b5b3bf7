"""Who convinced whom in one run of a study, lived again with its trace."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from experiments.analysis.material import Material
from experiments.store import DESIGN
from experiments.study.factors import cell_of
from experiments.study.reading import Study
from experiments.tracing import trace


@dataclass(frozen=True)
class Cascade:
    """One run, person by person."""

    run_id: str
    adopters: pd.DataFrame
    """One row an adoption, in order of month: `agent`, `service`, `month`, `parent` (the practising colleague who had
    practised for longest, -1 where none practised), `recruited` (by the programme), `generation` (steps from the
    programme or from nobody, 0 for the first)."""
    services: int
    horizon: int


def cascade_of(study: Study, material: Material) -> Cascade:
    """The run of the study nearest the median practice of its diffusions, else of all runs, lived again."""
    row, plan = typical(material.runs), study.plan
    lines = study.table(DESIGN).to_pylist()
    line = next(line for line in lines if line["point_id"] == row["point_id"])
    cells, replicate = tuple(cell_of(line[factor.key]) for factor in plan.factors), int(row["replicate"])
    agents, events = trace(plan.config(cells, replicate), plan.seed(cells, replicate))
    return cascade(str(row["run_id"]), agents.to_pandas(), events.to_pandas())


def typical(runs: pd.DataFrame) -> pd.Series:
    """A run that spread, of median practice, where there are some."""
    spread = runs[runs["verdict"] == "diffusion"]
    chosen = spread if len(spread) else runs
    apart = (chosen["practice"] - chosen["practice"].median()).abs()
    return chosen.iloc[int(np.argmin(apart))]


def cascade(run_id: str, agents: pd.DataFrame, events: pd.DataFrame) -> Cascade:
    """First adoptions of each person and who stood beside them; what is taken up again later is not told."""
    service = agents.drop_duplicates("agent").set_index("agent")["service"]
    first = events[events["event"] == "adopts"].groupby("person")["month"].min()
    recruited = set(events.loc[events["event"] == "recruited", "person"])
    beside = events[events["event"] == "convinced_by"]
    beside = beside[beside["month"] == beside["person"].map(first)]
    since = first.reindex(beside["other"]).fillna(-1).to_numpy()
    order = beside.assign(since=since).sort_values(["person", "since", "other"])
    parent = order.groupby("person")["other"].first().reindex(first.index).fillna(-1).astype(int)
    table = pd.DataFrame({"agent": first.index, "month": first.to_numpy(), "parent": parent.to_numpy()})
    table["service"] = service.reindex(table["agent"]).to_numpy()
    table["recruited"] = table["agent"].isin(recruited)
    table.loc[table["recruited"], "parent"] = -1
    table = table.sort_values(["month", "agent"]).reset_index(drop=True)
    table["generation"] = _generations(table)
    return Cascade(run_id, table, int(service.nunique()), int(agents["month"].max()) + 1)


def _generations(table: pd.DataFrame) -> np.ndarray:
    """Steps from the first of each chain; a parent adopted earlier, so one pass in order of month is enough."""
    steps: dict[int, int] = {}
    for agent, parent in zip(table["agent"].tolist(), table["parent"].tolist(), strict=True):
        steps[agent] = steps.get(parent, 0) + 1 if parent >= 0 else 0
    return np.array([steps[agent] for agent in table["agent"].tolist()], dtype=int)

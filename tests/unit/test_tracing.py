"""A traced run is the run itself, written down person by person."""

import numpy as np
import pytest

from experiments.configuration import load_scenario
from experiments.tracing import trace
from sim.config import resolved
from sim.run import Live


@pytest.fixture(scope="module")
def traced():
    config = resolved(
        load_scenario(
            "transfo",
            "authority=commune_150",
            "programme.launch=given",
            "authority.initial_practice=0.2",
            "adoption.intercept=-4",
            "horizon_months=40",
            "observe_months=[39]",
        )
    )
    live = Live(config, 7)
    live.advance(live.months)
    agents, events = trace(config, 7)
    return live, agents.to_pandas(), events.to_pandas()


def test_practice_and_items_agree_with_the_log(traced) -> None:
    live, agents, events = traced
    monthly = live.log.monthly
    assert np.array_equal(agents.groupby("month").practises.sum(), monthly["practising"])
    counts = events.groupby(["event", "month"]).size()
    names = {"item_dropped": "items_dropped", "item_refused": "items_refused", "adopts": "adopted"}
    for event, column in names.items():
        assert counts.loc[event].sum() == monthly[column].sum()
        assert all(counts.loc[event].get(month, 0) == monthly[column][month] for month in range(live.months))


def test_who_is_said_to_convince_practised_and_is_a_neighbour(traced) -> None:
    live, agents, events = traced
    practised = agents.pivot(index="month", columns="agent", values="practises").to_numpy()
    work = live.networks.work
    pairs = events[(events.event == "convinced_by") & (events.month > 0)]
    assert len(pairs) > 10
    for row in pairs.itertuples():
        assert practised[row.month - 1, row.other]
        assert row.other in work.indices[work.indptr[row.person] : work.indptr[row.person + 1]]


def test_twenty_people_are_recruited_in_the_first_month(traced) -> None:
    _, _, events = traced
    recruited = events[events.event == "recruited"]
    assert len(recruited) == 20
    assert set(recruited.month) == {12}

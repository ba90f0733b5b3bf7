"""DataCollector and batch_run: the right rows, under Mesa's own rules of counting."""

import mesa
import pandas as pd
import pytest

from sim import ParticipationModel
from sim.agents.views import Elu, FieldAgent
from sim.config import with_values
from sim.observation import COLUMNS
from sim.simulation import simulate
from tests.unit.mesa_world import CONFIG, HORIZON, assert_same_columns, stepped


class Collecting(ParticipationModel):
    """What a Mesa user writes: own reporters, in a subclass."""

    def __init__(self, config, rng=None, **values):
        super().__init__(config, rng, **values)
        self.datacollector = mesa.DataCollector(
            model_reporters={"share": "practice", "verdict": "verdict", "members": count_members},
            agenttype_reporters={FieldAgent: {"practises": "practises"}, Elu: {"support": lambda elu: elu.sponsorship}},
        )
        self.datacollector.collect(self)


def count_members(model):
    return len(model.agents_by_type[FieldAgent].select(lambda view: view.role == "member"))


@pytest.fixture
def model():
    return ParticipationModel(CONFIG, rng=7)


@pytest.fixture(scope="module")
def expected():
    return simulate(CONFIG, 7)


def test_monthly_columns_are_collected_from_the_start(model, expected):
    frame = stepped(model, 5).datacollector.get_model_vars_dataframe()
    assert list(frame.columns) == list(COLUMNS) and len(frame) == 6
    assert frame.loc[0].isna().all()
    assert_same_columns(frame.iloc[1:].to_dict("series"), {name: lived[:5] for name, lived in expected.monthly.items()})


def test_own_reporters_on_the_model_and_on_types():
    model = stepped(Collecting(CONFIG, rng=7), 6)
    collected = model.datacollector.get_model_vars_dataframe()
    assert collected["members"].tolist()[1:] == model.monthly["members"].tolist()
    staff = model.datacollector.get_agenttype_vars_dataframe(FieldAgent)
    assert staff["practises"].groupby(level="Step").mean().tolist()[1:] == model.monthly["practice"].tolist()
    elus = model.datacollector.get_agenttype_vars_dataframe(Elu)
    assert elus.loc[6]["support"].tolist() == model.world.elus.sponsorship.tolist()


def batch(parameters, model=ParticipationModel, **options):
    rows = mesa.batch_run(model, {"config": [CONFIG], **parameters}, display_progress=False, **options)
    return pd.DataFrame(rows)


@pytest.mark.parametrize("max_steps", [HORIZON, 1000])
def test_a_batch_gives_the_start_and_every_month_once(max_steps):
    parameters = {"rng": [7, 8], "hierarchy.depth": [3, 4]}
    rows = batch(parameters, data_collection_period=1, max_steps=max_steps)
    runs = rows.groupby(["rng", "hierarchy.depth"])
    assert len(runs) == 4
    for (rng, depth), run in runs:
        assert run["Step"].tolist() == list(range(HORIZON + 1))
        record = simulate(with_values(CONFIG, {"hierarchy.depth": depth}), rng)
        assert_same_columns({name: run[name].to_numpy()[1:] for name in COLUMNS}, record.monthly)


def test_a_batch_may_stop_before_the_horizon(expected):
    rows = batch({"rng": [7]}, data_collection_period=1, max_steps=10)
    assert rows["Step"].tolist() == list(range(11))
    assert rows["trust"].tolist()[1:] == expected.monthly["trust"][:10].tolist()


def test_a_batch_that_keeps_the_end_keeps_the_last_month_and_the_verdict(expected):
    rows = batch({"rng": [7]}, Collecting, max_steps=HORIZON)
    assert rows["Step"].tolist() == [HORIZON]
    assert rows["share"].tolist() == [expected.monthly["practice"][-1]]
    assert rows["verdict"].tolist() == [expected.verdict]


def test_a_configuration_that_batch_run_takes_apart_is_refused():
    with pytest.raises(TypeError, match=r"\{'config': \[config\]\}"):
        mesa.batch_run(ParticipationModel, {"config": CONFIG}, display_progress=False)

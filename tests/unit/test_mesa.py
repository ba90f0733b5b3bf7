"""The model in Mesa's hands: stepping, luck, keys, copies, networks; and the same bits as without Mesa."""

import copy
import gc
import math
import pickle
import runpy
import subprocess
import sys
import weakref
from pathlib import Path

import numpy as np
import pytest
from mesa.agent import Agent

import sim
from sim import ParticipationModel
from sim.agents.views import FieldAgent, Manager
from sim.core.errors import InputError
from sim.networks.csr import degree
from sim.observation import COLUMNS
from sim.simulation import simulate
from tests.unit.mesa_world import CONFIG, HORIZON, assert_same_columns, assert_same_record, stepped

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def model():
    return ParticipationModel(CONFIG, rng=7)


@pytest.fixture(scope="module")
def expected():
    return simulate(CONFIG, 7)


# living


@pytest.mark.parametrize("steps", [0, 1, 15, HORIZON])
def test_a_finished_model_is_the_record_of_its_configuration_and_number(model, expected, steps):
    stepped(model, steps)
    if steps < HORIZON:
        model.run()
    assert_same_columns(model.monthly, expected.monthly)
    assert_same_record(model.record, expected)
    assert (model.outcomes, model.verdict) == (expected.outcomes, expected.verdict)
    assert model.record is model.record
    assert (model.month, model.steps, model.horizon) == (HORIZON, HORIZON, HORIZON)


def test_a_month_at_a_time(model, expected):
    assert (model.month, model.horizon, model.running) == (0, HORIZON, True)
    assert all(math.isnan(getattr(model, name)) for name in COLUMNS)
    assert (model.record, model.verdict, model.outcomes) == (None, None, {})
    for month in range(3):
        model.step()
        assert (model.month, model.steps) == (month + 1, month + 1)
        for name in COLUMNS:
            np.testing.assert_equal(getattr(model, name), expected.monthly[name][month], err_msg=name)
    assert {len(column) for column in model.monthly.values()} == {3}
    assert (model.record, model.verdict, model.outcomes) == (None, None, {})


def test_a_step_beyond_the_horizon_changes_nothing_but_running(model, expected):
    stepped(model, HORIZON)
    assert model.running
    model.step()
    assert not model.running
    assert model.month == HORIZON
    assert_same_columns(model.monthly, expected.monthly)
    assert len(model.datacollector.model_vars["practice"]) == HORIZON + 1


def test_the_loops_that_mesa_users_write_end():
    model = ParticipationModel(CONFIG)
    while model.running:
        model.step()
    assert model.month == HORIZON
    other = ParticipationModel(CONFIG)
    other.run_model()
    assert other.month == HORIZON and not other.running


def test_what_is_given_back_is_not_the_log(model, expected):
    stepped(model, 2).monthly["practice"][:] = 5.0
    model.run()
    assert_same_columns(model.monthly, expected.monthly)


def test_columns_written_by_hand_are_lived_with(model, expected):
    model.world.field_agents.motivation[:] = 1.0
    model.step()
    assert model.motivation > expected.monthly["motivation"][0]


def test_a_frame_of_the_months_lived(model):
    frame = stepped(model, 3).to_frame()
    assert list(frame.columns) == list(COLUMNS)
    assert frame.index.name == "month" and list(frame.index) == [0, 1, 2]


@pytest.mark.parametrize("name", ["scenario", "time", "data_registry"])
def test_names_that_mesa_keeps_for_itself_are_free(model, name):
    assert not hasattr(model, name)


# luck


def test_without_a_number_the_seed_of_the_configuration_counts():
    assert ParticipationModel(CONFIG).seed == 11
    assert ParticipationModel(CONFIG, seed=12).seed == 12
    assert ParticipationModel(CONFIG, np.int64(13)).seed == 13


def test_numbers_differ_in_luck_and_mesa_generators_do_not_decide(expected):
    other = ParticipationModel(CONFIG, rng=8)
    other.run()
    assert not np.array_equal(other.monthly["trust"], expected.monthly["trust"])
    model = ParticipationModel(CONFIG, rng=7)
    model.random.seed(0)
    model.reset_rng(0)
    model.agents.shuffle(inplace=True)
    model.run()
    assert_same_columns(model.monthly, expected.monthly)


@pytest.mark.parametrize("rng", [np.random.default_rng(1), 1.0, "1", True, np.random.SeedSequence(1)])
def test_luck_that_is_no_number_is_refused(rng):
    with pytest.raises(TypeError, match="a whole number is expected"):
        ParticipationModel(CONFIG, rng=rng)


@pytest.mark.parametrize("rng", [-1, 2**63])
def test_a_number_out_of_range_is_refused(rng):
    with pytest.raises(ValueError, match="0 to 2\\^63 - 1"):
        ParticipationModel(CONFIG, rng=rng)


def test_two_numbers_are_refused():
    with pytest.raises(TypeError, match="give one of them"):
        ParticipationModel(CONFIG, rng=1, seed=2)


# keys of the configuration


def test_dotted_keys_change_the_configuration(expected):
    model = ParticipationModel(CONFIG, 7, **{"hierarchy.depth": np.int64(2), "horizon_months": 30})
    assert (model.config.hierarchy.depth, model.horizon) == (2, 30)
    assert len(model.agents_by_type[Manager]) != len(ParticipationModel(CONFIG).agents_by_type[Manager])


def test_wrong_keys_are_all_refused_at_once():
    with pytest.raises(InputError) as refusal:
        ParticipationModel(CONFIG, **{"hierarchy.dept": 3, "sponsorship.level": 2.0})
    assert {problem.key for problem in refusal.value.problems} == {"hierarchy.dept", "sponsorship.level"}


def test_what_is_no_configuration_is_refused():
    with pytest.raises(TypeError, match="in a list"):
        ParticipationModel(("scenario", "reference"), rng=1)


# copies


@pytest.mark.parametrize("duplicate", [copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))])
@pytest.mark.parametrize("month", [0, 6, 16, HORIZON])
def test_a_copy_goes_on_with_the_same_bits(model, expected, duplicate, month):
    stepped(model, month)
    view = model.agents_by_type[FieldAgent][0]
    other = duplicate(model)
    twin_view = other.agents_by_type[FieldAgent][0]
    assert twin_view is not view and twin_view.model is other
    stepped(other, HORIZON - month)
    assert (model.month, other.month, other.steps) == (month, HORIZON, HORIZON)
    assert_same_record(other.record, expected)
    assert twin_view.motivation == other.world.field_agents.motivation[0]
    assert len(other.datacollector.model_vars["practice"]) == HORIZON + 1
    model.run()
    assert_same_record(model.record, expected)


def test_200_models_leave_nothing_behind():
    gc.collect()
    pinned = len(Agent._ids)
    models = weakref.WeakSet()
    for seed in range(200):
        model = ParticipationModel(CONFIG, rng=seed)
        model.step()
        model.agents.get("unique_id")
        models.add(model)
    del model
    gc.collect()
    assert len(models) == 0
    assert len(Agent._ids) == pinned


# networks


def test_layers_as_networkx(model):
    for layer in ("work", "social"):
        graph = model.to_networkx(layer)
        assert [ties for _, ties in graph.degree] == degree(getattr(model.networks, layer)).tolist()
    reporting = model.to_networkx("reporting")
    assert sum(kind == "post" for kind, _ in reporting) == len(model.agents_by_type[Manager])
    assert sum(agents for _, agents in reporting.nodes(data="agents") if agents) == 60


def test_a_layer_that_does_not_exist_is_refused(model):
    with pytest.raises(ValueError, match="allowed are work, social, reporting"):
        model.to_networkx("hierarchy")


def test_a_layer_where_all_are_tied_is_not_written_out():
    model = ParticipationModel(CONFIG, **{"network.generator": "complete"})
    with pytest.raises(ValueError, match="everybody is tied to everybody"):
        model.to_networkx("work")


# what is imported


def test_every_public_name_is_the_thing_and_not_its_module():
    assert [name for name in sim.__all__ if not callable(getattr(sim, name))] == []


@pytest.mark.parametrize(
    ("line", "absent"),
    [
        ("import sim", {"mesa", "numba", "numpy", "pandas", "networkx", "hydra"}),
        ("from sim import simulate, Live", {"mesa", "pandas", "networkx", "hydra"}),
        ("from sim import load_scenario", {"mesa", "pandas", "numba", "networkx"}),
    ],
)
def test_mesa_is_imported_by_the_model_alone(line, absent):
    code = f"{line}; import sys; print(*(set({sorted(absent)}) & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


# examples


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.stem)
def test_an_example_runs(example, capsys):
    runpy.run_path(str(example), run_name="__main__")
    assert capsys.readouterr().out.strip()

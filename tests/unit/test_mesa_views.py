"""Views: one Mesa agent a row, made when somebody looks, right as the months go by, and read only."""

import time

import numpy as np
import pytest
from mesa.agent import Agent

from sim import ParticipationModel
from sim.agents.views import ROLES, Citizen, Elu, FieldAgent, Manager, View, ViewsByRole
from tests.unit.mesa_world import CONFIG, HORIZON, stepped

WORDS = {"category": {"A", "B", "C"}, "role": {"never", "member", "former", "mayor", "thematic", "district"}}
COUNTS_OF_ONE_BYTE = {"level", "n_services"}


@pytest.fixture
def model():
    return ParticipationModel(CONFIG, rng=7)


def test_there_is_a_view_for_each_row(model):
    sizes = {Citizen: 80, FieldAgent: 60, Manager: len(model.world.managers.stance), Elu: len(model.world.elus.role)}
    assert {role: len(views) for role, views in model.agents_by_type.items()} == sizes
    assert model.agent_types == list(sizes) == list(ROLES)
    assert len(model.agents) == sum(sizes.values())
    assert all(isinstance(view, Agent) and view.model is model for view in model.agents)
    assert [view.unique_id for view in model.agents] == list(range(1, len(model.agents) + 1))
    assert repr(model.agents_by_type) == f"<80 Citizen, 60 FieldAgent, {sizes[Manager]} Manager, {sizes[Elu]} Elu>"
    with pytest.raises(KeyError):
        model.agents_by_type[View]


def test_views_are_made_when_somebody_looks(model, monkeypatch):
    made = []
    make = View.__init__

    def make_and_count(view, *given):
        made.append(type(view))
        make(view, *given)

    monkeypatch.setattr(View, "__init__", make_and_count)
    stepped(model, 2).to_frame()
    assert made == []
    first = model.agents_by_type[Elu]
    assert set(made) == {Elu}
    n_made = len(made)
    assert model.agents_by_type[Elu] is first and len(made) == n_made
    assert model.agents is model.agents
    assert len(made) == len(model.agents) and list(model.agents)[-1] is first[-1]


def test_numbers_of_views_do_not_depend_on_who_looks_first(model):
    last = max(view.unique_id for view in model.agents_by_type[Elu])
    assert last == max(view.unique_id for view in ParticipationModel(CONFIG).agents)


def test_a_view_shows_every_column_of_its_row_and_goes_with_the_months(model):
    looked_at = list(model.agents)
    for months in (0, 6, HORIZON - 6):
        stepped(model, months)
        for view in looked_at:
            table = getattr(model.world, view.table)
            for name in set(table._fields) - {"services"} - set(WORDS) - {"waits_for"}:
                assert getattr(view, name) == getattr(table, name)[view.row], (view, name)
    assert sum(view.role == "former" for view in model.agents_by_type[FieldAgent]) > 0


def test_numbers_are_plain_flags_are_bool_and_codes_are_words(model):
    stepped(model, 6)
    for role, views in model.agents_by_type.items():
        for name in role.columns:
            column = getattr(getattr(model.world, role.table), name)
            kinds = {type(getattr(view, name)) for view in views}
            if column.ndim > 1:
                assert kinds == {tuple}
            elif column.dtype == np.uint8 and name not in COUNTS_OF_ONE_BYTE:
                assert kinds in ({bool}, {str}), f"{role.__name__}.{name}: flag or word?"
            else:
                assert kinds == {float if column.dtype == np.float64 else int}, name


def test_words_say_the_codes(model):
    stepped(model, 6)
    staff, elus = model.agents_by_type[FieldAgent], model.agents_by_type[Elu]
    assert sum(view.role == "member" for view in staff) == model.members > 0
    assert set(staff.get("role")) == {"never", "member"}
    assert set(staff.get("category")) == WORDS["category"]
    table = model.world.field_agents
    assert [view.category for view in staff] == ["ABC"[code] for code in table.category]
    assert [elu.role for elu in elus] == [("mayor", "thematic", "district")[code] for code in model.world.elus.role]
    assert elus[0].role == "mayor"
    waiting = model.agents_by_type[Citizen].get("waits_for")
    assert waiting == [("nothing", "item", "offer")[code] for code in model.world.citizens.waits_for]
    assert len(set(waiting)) > 1


def test_a_citizen_shows_the_services_it_uses(model):
    for citizen in model.agents_by_type[Citizen]:
        row = model.world.citizens.services[citizen.row]
        assert citizen.services == tuple(row[: citizen.n_services]) and 1 <= len(citizen.services) <= 3


def test_a_view_as_a_dictionary(model):
    shown = model.agents_by_type[FieldAgent][3].as_dict()
    assert list(shown) == list(model.world.field_agents._fields)
    assert shown["motivation"] == model.world.field_agents.motivation[3]
    assert repr(model.agents_by_type[FieldAgent][3]) == "<FieldAgent 3>"
    assert "motivation" in FieldAgent.motivation.__doc__ and FieldAgent.motivation.fset is None


def test_the_verbs_of_agent_sets(model):
    staff = stepped(model, 6).agents_by_type[FieldAgent]
    columns = model.world.field_agents
    assert staff.get("motivation") == columns.motivation.tolist()
    assert staff.agg("practises", sum) == model.practising
    assert staff.agg("cynicism", [min, max]) == [columns.cynicism.min(), columns.cynicism.max()]
    members = staff.select(lambda view: view.role == "member")
    assert 0 < len(members) == model.members
    assert members.select(at_most=3).get("role") == ["member"] * 3
    by_service = staff.groupby("service")
    assert by_service.count() == dict(enumerate(model.world.services.size))
    assert by_service.agg("practises", sum) == dict(enumerate(model._live.log.by_service[5]))
    seen = []
    staff.do(lambda view: seen.append(view.row))
    assert seen == staff.map(lambda view: view.row) == list(range(60))
    assert staff.do("step") is staff
    assert model.agents.select(agent_type=Manager).get("stance") == model.world.managers.stance.tolist()
    assert staff.sort("motivation", ascending=True)[0].motivation == columns.motivation.min()


@pytest.mark.parametrize("name", ["motivation", "practises", "mood", "row", "model"])
def test_a_view_cannot_be_set(model, name):
    staff = model.agents_by_type[FieldAgent]
    before = staff[0].as_dict()
    with pytest.raises(AttributeError, match=rf"FieldAgent.{name} cannot be set: .*row 0 of model.world.field_agents"):
        staff.set(name, 0.9)
    assert staff[0].as_dict() == before and not hasattr(staff[0], "mood")


def test_the_place_in_a_space_of_mesa_can_be_set(model):
    view = model.agents_by_type[Elu][0]
    view.pos = (1, 2)
    assert view.pos == (1, 2)


def test_nobody_enters_or_leaves(model):
    before = len(model.agents)
    with pytest.raises(TypeError, match="cannot enter or leave"):
        Agent(model)
    Agent._ids.pop(model)  # where Mesa puts a model before it registers the agent
    with pytest.raises(TypeError, match="FieldAgent 0> cannot enter or leave"):
        model.agents_by_type[FieldAgent][0].remove()
    with pytest.raises(TypeError, match="cannot enter or leave"):
        model.remove_all_agents()
    assert len(model.agents) == before


def test_making_the_views_of_1850_agents_takes_less_than_50_ms():
    model = ParticipationModel(CONFIG, **{"authority.field_agents": 1850, "authority.services": None})

    def seconds():
        views = ViewsByRole(model)
        start = time.perf_counter()
        n_views = len(views[FieldAgent])
        elapsed = time.perf_counter() - start
        assert n_views == 1850
        return elapsed

    assert min(seconds() for _ in range(5)) < 0.05

"""What holds for every intervention of the folder: nothing at strength 0, only money before it acts, exact accounts."""

import numpy as np
import pytest

from sim.config import put, resolved, validate
from sim.core.errors import InputError
from sim.run import Live
from sim.scenarios.intervention import find, names
from sim.simulation import twin_config
from sim.timeline.prices import count_of

MONTHS = 40
MONTH = 14
MONEY = {"euros_levers", "euros", "days_levers", "agent_days", "elu_hours"}
TOWN = {
    "authority.field_agents": 60,
    "authority.services": 4,
    "authority.inhabitants": 3_000,
    "authority.simulated_citizens": 100,
    "authority.districts": 3,
    "programme.ambassadors": 8,
    "programme.launch": "given",
    "programme.start_month": 6,
    "programme.wins": 40.0,
    "voice.base": 0.3,
    "mobility.rate": 0.02,
    "adoption.intercept": -5.0,
    "observe_months": [80],
}
each = pytest.mark.parametrize("name", names())


def asked(name, month=MONTH, **more):
    return {"interventions": [{"name": name, "month": month, **more}]}


def configured(values):
    mapping = {}
    for key, value in (TOWN | values).items():
        put(mapping, key, value)
    return resolved(validate(mapping))


def lived(values, months=MONTHS, seed=1, **how):
    live = Live(configured(values), seed, months=months, **how)
    live.advance(months)
    return live


def columns(live, *, money=True):
    found = live.log.monthly
    return {name: found[name].tobytes() for name in found.dtype.names if money or name not in MONEY}


@each
def test_an_intervention_without_strength_changes_no_bit_and_costs_nothing(name):
    assert columns(lived(asked(name, strength=0.0))) == columns(lived({}))


@each
def test_nothing_but_money_changes_before_it_acts(name):
    acts = min(MONTHS, MONTH + find(name).delay_months)
    here, there = lived({}, acts), lived(asked(name), acts)
    assert columns(here, money=False) == columns(there, money=False)
    for column in MONEY:
        assert np.array_equal(here.log.monthly[column][:MONTH], there.log.monthly[column][:MONTH])


@each
def test_it_takes_what_it_declares_from_its_month_on(name):
    until, strength = MONTH + 9, 0.5
    config = configured(asked(name, strength=strength, until=until))
    live = Live(config, 1, months=MONTHS)
    live.advance(MONTHS)
    spent = live.log.monthly
    units = {price: strength * count_of(config, price.per) for price in find(name).prices}
    for column, once, monthly in (
        ("euros_levers", "eur_once", "eur_month"),
        ("days_levers", "days_once", "days_month"),
        ("elu_hours", "elu_hours_once", "elu_hours_month"),
    ):
        expected = np.zeros(MONTHS)
        for price, count in units.items():
            expected[MONTH] += count * getattr(price, once)
            expected[MONTH:until] += count * getattr(price, monthly)
        assert np.allclose(spent[column], expected, rtol=0, atol=1e-9), column


def test_totals_hold_what_interventions_take():
    stays = {"mechanisms.mobility": False}  # who leaves has worked, and is no longer counted at the close
    live = lived(asked("elus_debate") | stays)
    spent = live.log.monthly
    parts = ("euros_programme", "euros_backfill", "euros_lab", "euros_instrument", "euros_levers")
    assert np.allclose(spent["euros"], sum(spent[part] for part in parts))
    assert spent["euros_levers"].sum() > 0.0
    days = live.config.cost.agent_days_per_month * spent["members"]
    assert np.allclose(spent["agent_days"], spent["days_levers"] + days)


@each
def test_a_lever_is_left_out_of_the_twin_and_an_event_is_not(name):
    kept = twin_config(configured(asked(name))).interventions
    assert len(kept) == (find(name).kind == "event")
    twin = lived(asked(name), twin=True).log.monthly
    if find(name).kind == "lever":
        assert twin["euros_levers"].sum() == twin["days_levers"].sum() == twin["elu_hours"].sum() == 0.0


@each
def test_it_says_all_that_a_reader_asks(name):
    said = find(name)
    texts = [said.title, said.effect, said.source, said.step, said.decider.words]
    texts += [price.source for price in said.prices] + ([said.value.text] if said.value else [])
    assert all(text.fr and text.en and text.fr != text.en for text in texts)
    assert said.moves and said.equation.isascii() and said.evidence in ("A", "B", "C", "none")
    assert said.prices or said.kind == "event" or said.evidence == "none" or "coût" in said.source.fr


@each
def test_its_number_is_checked(name):
    value = find(name).value
    if value is None:
        with pytest.raises(InputError, match=r"interventions\[0\].value"):
            configured(asked(name, value=1.0))
        return
    configured(asked(name, value=value.low))
    configured(asked(name, value=value.high))
    with pytest.raises(InputError, match=r"interventions\[0\].value"):
        configured(asked(name, value=value.high + 1.0))
    if value.whole:
        with pytest.raises(InputError, match=r"interventions\[0\].value"):
            configured(asked(name, value=value.low + 0.5))

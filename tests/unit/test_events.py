"""Events, each against what it should do, counted by hand in a small town."""

import numpy as np
import pytest

from sim.core import codes
from sim.run import Live
from tests.property.test_interventions import MONTHS, asked, columns, configured, lived

STEADY = {f"mechanisms.{name}": False for name in ("elections", "departures", "dropout", "abort", "mobility", "lab")}
SHORT = STEADY | {"programme.duration_months": 8}


def planned(*lines):
    return {"interventions": [{"name": name, "month": month, **more} for name, month, more in lines]}


def test_elus_who_change_position_keep_half_of_their_support():
    values = STEADY | {"mechanisms.sponsor_drift": False, "mechanisms.dispossession": False}
    before, after = lived(values).log.monthly, lived(values | asked("position_change")).log.monthly
    for role in ("sponsorship", "sponsorship_thematic", "sponsorship_district"):
        assert np.array_equal(after[role][14:], 0.5 * before[role][14:])
    half = lived(values | asked("position_change", strength=0.5)).log.monthly
    assert np.allclose(half["sponsorship"][14:], 0.75 * before["sponsorship"][14:])


def test_a_changed_position_lasts_until_another_person_sits():
    live = lived(STEADY | planned(("position_change", 14, {}), ("alternance", 20, {})))
    seats = live.plan.mandates
    assert (seats.change[14] == codes.SAME_PERSON).all()
    assert np.array_equal(seats.conviction[14], 0.5 * seats.conviction[13])
    assert np.array_equal(seats.conviction[19], seats.conviction[14])
    assert not np.array_equal(seats.conviction[21], seats.conviction[14])


def test_a_programme_misses_the_person_who_leads_it():
    present = lived(asked("lead_leaves", month=10)).plan.lead_present
    absence = configured({}).programme.lead_absence_months
    assert np.flatnonzero(present == 0.0).tolist() == list(range(10, 10 + int(absence)))
    prepared = {"programme.succession_plan": 1.0}
    assert lived(prepared | asked("lead_leaves", month=10)).plan.lead_present.all()


def test_a_new_dgs_has_the_stance_it_is_given():
    live = lived(STEADY | {"mechanisms.managers": False} | asked("dgs_leaves", value=0.9))
    assert (live.log.monthly["administration"][14:] == 0.9).all()


def test_a_pilot_shows_in_two_services_with_or_without_a_programme():
    nothing = {"programme.enabled": False} | STEADY
    wins = lived(nothing | asked("pilot_success")).log.monthly["wins"]
    assert wins.sum() == wins[14] == 2.0
    assert lived(nothing | asked("pilot_success", strength=0.5)).log.monthly["wins"][14] == 1.0


def test_a_pilot_shows_where_the_members_are():
    values = SHORT | {"programme.recruitment": "directed", "programme.wins": 0.0, "evidence.decay": 0.0}
    muted = {f"evidence.{name}": 0.0 for name in ("ordinary_service", "practitioner_service")}
    live = lived(values | muted | asked("pilot_success", month=10))
    members = np.unique(live.world.field_agents.service[live.world.field_agents.role != codes.NEVER])
    assert np.flatnonzero(live.world.services.evidence).tolist() == members.tolist()


def test_more_people_leave_while_turnover_lasts():
    levers = lived(asked("staff_turnover", value=5.0, until=20)).plan.levers["mobility"]["rate"]
    assert np.allclose(levers[14:20], 5 * 0.02) and np.allclose(np.delete(levers, range(14, 20)), 0.02)


def test_a_second_wave_after_the_end_of_the_first():
    live = lived(SHORT | asked("second_wave", month=20, value=4))
    log, agents = live.log.monthly, live.world.field_agents
    assert np.flatnonzero(log["members"] == 8).tolist() == list(range(6, 14))
    assert np.flatnonzero(log["members"] == 4).tolist() == list(range(20, 28))
    assert np.array_equal(log["programme_active"], (log["members"] > 0).astype(float))
    assert (agents.recruited_month == 20).sum() == 4 and (agents.role == codes.FORMER).sum() == 12
    assert sorted(set(agents.released_month[agents.role == codes.FORMER])) == [14, 28]
    assert live.world.authority[0]["first_end"] == 14 and live.world.authority[0]["end_month"] == 28


def test_accounts_of_a_second_wave():
    live = lived(SHORT | asked("second_wave", month=20, value=4))
    log, cost = live.log.monthly, live.config.cost
    assert np.isclose(log["euros_programme"][:14].sum(), cost.programme_eur)
    assert np.isclose(log["euros_programme"][14:].sum(), cost.programme_eur * 4 / 8)
    assert np.isclose(log["agent_days"].sum(), (8 + 4) * 8 * cost.agent_days_per_month)


def test_a_second_wave_during_the_first():
    live = lived(SHORT | asked("second_wave", month=10, value=4))
    members = live.log.monthly["members"]
    assert members[6:20].tolist() == [8] * 4 + [12] * 4 + [4] * 4 + [0] * 2
    assert live.world.authority[0]["first_end"] == 14 and live.world.authority[0]["end_month"] == 18


@pytest.mark.parametrize("values", [{"programme.enabled": False}, {"programme.start_month": 30}])
def test_no_second_wave_without_a_first(values):
    assert columns(lived(values | asked("second_wave"))) == columns(lived(values))


def test_no_second_wave_after_an_abort():
    weak = {"sponsorship.level": 0.0, "sponsorship.thematic": 0.0, "sponsorship.district": 0.0,
            "programme.abort_hazard": 1.0}  # fmt: skip
    live = lived(weak | asked("second_wave", month=20))
    assert live.world.authority[0]["status"] == codes.ABORTED
    assert live.log.monthly["members"][20:].sum() == 0


def test_the_window_of_the_lab_stays_with_the_first_end():
    """The first end is at month 14; a lab that would open in any month of the window of a later end does not."""
    values = SHORT | {"mechanisms.lab": True} | asked("second_wave", month=22, value=4)
    live = Live(configured(values), 1, months=MONTHS)
    closes = 14 + live.config.lab.window_after
    live.plan.levers["lab"]["intercept"][:] = -1e3
    live.plan.levers["lab"]["intercept"][closes:] = 1e3
    live.advance(MONTHS)
    assert live.world.authority[0]["end_month"] == 30 and closes < MONTHS
    assert live.world.authority[0]["lab_opened"] == -1
    one_month_earlier = Live(configured(values), 1, months=MONTHS)
    one_month_earlier.plan.levers["lab"]["intercept"][:] = -1e3
    one_month_earlier.plan.levers["lab"]["intercept"][closes - 1 :] = 1e3
    one_month_earlier.advance(MONTHS)
    assert one_month_earlier.world.authority[0]["lab_opened"] == closes - 1


def test_a_second_project_is_noted_and_changes_nothing():
    values = {"relaunch.second_rate": 1.0, "relaunch.second_evidence": 0.0, "relaunch.intercept": 5.0}
    noted, off = lived(values), lived(values | {"relaunch.second_rate": 0.0})
    assert noted.log.monthly["second_project"].any() and not off.log.monthly["second_project"].any()
    here, there = columns(noted), columns(off)
    assert [name for name in here if here[name] != there[name]] == ["second_project"]
    opened = int(noted.log.monthly["second_project"].argmax())
    assert opened > noted.log.monthly["wins"].argmax()
    assert noted.log.monthly["second_project"][opened:MONTHS].all()


def test_no_second_project_without_volunteers_or_results():
    values = {"relaunch.second_rate": 1.0, "relaunch.second_evidence": 0.0}
    assert not lived(values | {"relaunch.intercept": -15.0}).log.monthly["second_project"].any()
    nothing = {"programme.wins": 0.0, "relaunch.intercept": 5.0}
    assert not lived(values | nothing).log.monthly["second_project"].any()

"""Each mechanism switched off really does nothing, and switched on does something.

Three ways to see it: a column that the mechanism drives stands still; a parameter that only the mechanism reads has no
effect on any other column, bit for bit; a mechanism of the programme makes no difference where there is no programme.
"""

import numpy as np
import pytest

from sim.config.mechanisms import Mechanisms
from sim.run import Live
from tests.analytic.settings import product

MONTHS = 60
TOWN = {
    "authority.field_agents": 240,
    "authority.simulated_citizens": 200,
    "programme.kind": "ambassadors",
    "programme.launch": "given",
    "sponsorship.level": 0.85,
    "lab.intercept": 1.0,
}
STEADY = {f"mechanisms.{name}": False for name in ("elections", "departures", "abort", "mobility")}
DEAF = {"sponsorship.level": 0.05, "sponsorship.thematic": 0.05}
MERGER = {"sponsorship.departure_month": 10, "sponsorship.succession": "merger"}
ITEMS_AND_CITIZENS = [
    "items_accepted",
    "items_refused",
    "items_done",
    "items_waiting",
    "trust",
    "participation",
    "fatigue",
]
OF_THE_PROGRAMME = ["programme", "ambassador_ties", "dropout", "abort", "launch", "rivalry", "role_stress", "tension"]

# mechanism: columns that stand still without it, what else must be so
STILL = {
    "programme": (["members", "ambassadors_practising", "wins", "agent_days", "tension"], {"mechanisms.lab": False}),
    "voice": (["items_created", "items_waiting", "items_done"], {}),
    "relay": (["items_dropped"], {}),
    "adoption": (["adopted"], {"programme.enabled": False}),
    "abandonment": (["abandoned"], STEADY),
    "mobility": (["left"], {}),
    "motivation": (["motivation"], {}),
    "cynicism": (["cynicism"], STEADY),
    "managers": (["stance_mean", "administration"], STEADY | {"mechanisms.dgs_follows": False}),
    "sponsor_drift": (["sponsorship", "sponsorship_thematic", "sponsorship_district", "sponsorship_signal"],
                      STEADY | {"mechanisms.dispossession": False}),
    "dispossession": (["dispossession_mayor", "dispossession_thematic", "dispossession_district"], {}),
    "lab": (["lab_alive", "euros_lab"], {}),
    "citizens": (["trust", "quality", "fatigue", "participation", "voices_agents", "voices_elus", "voices_direct"], {}),
    "participation": (["participation", "fatigue"], {}),
    "quality": (["quality"], {}),
}  # fmt: skip

# mechanism: key that only it reads, a value that would matter, columns that show the key itself, what else must be so
UNREAD = {
    "workload": ("workload.practice_load", 0.5, ["overload"], {}),
    "tension": ("programme.letter", 1.0, ["tension"], {}),
    "overload": ("management.span_reference", 1.0, [], {}),
    "evidence": ("evidence.win", 5.0, ["evidence"], {}),
    "signal_loss": ("hierarchy.signal_retention", 0.9, [], {}),
    "relay": ("relay.drop", 0.8, [], {}),
    "answers": ("decision.acceptance", 1.0, ITEMS_AND_CITIZENS, {"mechanisms.quality": False}),
    "cobuilding": ("decision.cobuilt_time", 3.0, [], {}),
    "ambassador_ties": ("programme.ties", "none", [], {}),
    "dropout": ("programme.dropout_late", 0.3, [], {}),
    "abort": ("programme.abort_hazard", 0.0, [], DEAF),
    "launch": ("cost.launch_slope", 0.0, [], {"programme.launch": "test", "authority.inhabitants": 12_000}),
    "dispossession": ("sponsorship.dispossession_gain", 3.0, [], {}),
    "elections": ("sponsorship.p_new_mayor", 1.0, [], {"sponsorship.p_camp_change": 0.164}),
    "departures": ("sponsorship.departure_hazard", 0.2, [], {}),
    "dgs_follows": ("sponsorship.dgs_leaves_after_change", 0.0, [], MERGER),
    "sponsor_drift": ("sponsorship.drift", 0.5, [], {}),
    "managers": ("management.rate", 0.5, [], {}),
    "adoption": ("adoption.intercept", -4.0, [], {}),
    "abandonment": ("abandonment.intercept", 1.0, [], {}),
    "peers": ("adoption.half_point", 0.5, [], {}),
    "motivation": ("motivation.return_rate", 0.5, [], {}),
    "cynicism": ("cynicism.imitation", 0.5, [], {}),
    "mobility": ("mobility.rate", 0.1, [], {}),
    "rivalry": ("cynicism.rivalry", 0.3, [], {}),
    "role_stress": ("programme.training", 0.0, [], {}),
    "lab": ("lab.win_probability", 1.0, [], {}),
    "voice": ("voice.practice", 0.9, [], {}),
    "participation": ("citizens.join_trust", 8.0, [], {}),
    "citizens": ("citizens.contact", 1.0, [], {}),
    "quality": ("citizens.quality_rate", 0.9, [], {}),
    "programme": ("programme.ambassadors", 60, [], {}),
    "short_routes": ("hierarchy.arena", 1.0, [], {}),
    "flash": ("evidence.flash_rate", 1.0, [], {}),
    "direct_channel": ("citizens.direct_channel", 1.0, [], {}),
    "commitment": ("sponsorship.commitment", 0.4, [], {}),
    "outside": ("evidence.outside", 0.9, [], {}),
}  # fmt: skip


def lived(values, seed=1):
    live = Live(product(TOWN | values), seed, months=MONTHS)
    live.advance(MONTHS)
    return live.log.monthly


def stands_still(log, column):
    """A count stays at zero, a level where it was; NaN (nobody there) stays."""
    return np.array_equal(log[column], np.full(MONTHS, log[column][0]), equal_nan=True)


@pytest.mark.parametrize("mechanism", STILL)
def test_what_a_mechanism_drives_stands_still_without_it(mechanism):
    columns, also = STILL[mechanism]
    without = lived(also | {f"mechanisms.{mechanism}": False})
    with_it = lived(also)
    for column in columns:
        assert stands_still(without, column), column
        assert not stands_still(with_it, column), f"{column} would prove nothing"


@pytest.mark.parametrize("mechanism", UNREAD)
def test_nobody_reads_the_parameters_of_a_mechanism_that_is_off(mechanism):
    key, value, shows, also = UNREAD[mechanism]
    off = also | {f"mechanisms.{mechanism}": False}
    others = [name for name in lived({}).dtype.names if name not in shows]
    here, there = lived(off), lived(off | {key: value})
    assert [name for name in others if here[name].tobytes() != there[name].tobytes()] == []
    here, there = lived(also), lived(also | {key: value})
    assert any(here[name].tobytes() != there[name].tobytes() for name in others), f"{key} would prove nothing"


@pytest.mark.parametrize("mechanism", OF_THE_PROGRAMME)
def test_without_programme_its_mechanisms_make_no_difference(mechanism):
    nothing = {"programme.enabled": False}
    assert lived(nothing).tobytes() == lived(nothing | {f"mechanisms.{mechanism}": False}).tobytes()


def test_citizens_who_do_nothing_are_as_good_as_absent():
    """Same practice, items and sponsorship (the quality they perceive apart, which stays where it was)."""
    off = {"mechanisms.citizens": False, "mechanisms.quality": False}
    there, absent = lived(off), lived(off | {"authority.simulated_citizens": 0})
    for column in ("practising", "items_created", "items_done", "sponsorship", "stance_mean"):
        assert np.array_equal(there[column], absent[column]), column


def test_citizens_voice_moves_agents_voice_only_through_its_switch():
    """How often citizens meet agents changes what agents bring up; without the coupling it does not."""
    alone = {"mechanisms.dispossession": False}
    often = {"citizens.contact": 1.0, "authority.inhabitants": 92_500}
    assert not np.array_equal(lived(alone)["items_created"], lived(alone | often)["items_created"])
    off = alone | {"mechanisms.citizen_voice": False}
    assert np.array_equal(lived(off)["items_created"], lived(off | often)["items_created"])


def test_every_mechanism_is_tested_here():
    assert set(STILL) | set(UNREAD) | {"citizen_voice"} == set(Mechanisms.model_fields)

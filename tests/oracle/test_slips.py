"""The comparison notices a rule that is a little wrong: here the oracle is given a number that the product has not."""

import pytest

from tests.oracle.cases import CASES
from tests.oracle.compare import side_by_side

SLIPS = {
    "abandonment.skill": ("clique", -2.0),
    "adoption.cynicism": ("lively", 2.0),
    "citizens.trust_silence": ("silence", 1.01),
    "hierarchy.signal_retention": ("depth 6", 1.6),
    "lab.closure_formal": ("a lab that closes", -10.0),
    "lab.merger_slope": ("merger, the lab is kept", 20.0),
    "management.boss": ("lively", 1.0001),
    "network.ambassador_tie_lab": ("former members", 0.5),
    "programme.abort_hazard": ("weak sponsor", 6.0),
    "programme.lead_absent_factor": ("territorial", 2.0),
    "programme.protected": ("field team", 2.0),
    "relay.overload": ("lively", 4.0),
    "sponsorship.dispossession_push_district": ("lively", 1.0001),
}


@pytest.mark.parametrize("key", SLIPS)
def test_a_slip_is_noticed(key: str):
    name, factor = SLIPS[key]
    live = next(case for case in CASES if case.name == name).start()
    group, field = key.split(".")
    levers = live.plan.levers.copy()
    levers[group][field] *= factor
    assert side_by_side(live, plan=live.plan._replace(levers=levers)).differences

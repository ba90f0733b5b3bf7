"""The product and the oracle agree whatever the parameters: configurations drawn from the schema itself."""

from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sim.config import Parameter, iter_parameters
from sim.core.errors import InputError
from sim.run import Live
from sim.scenarios.intervention import find, names
from tests.oracle.cases import config_of
from tests.oracle.compare import side_by_side

APART = {"authority", "calendar", "network", "verdict", "interventions[]"}
"""Groups that build the world, or only read it."""
KEPT = {
    "cost.agent_days_per_month",  # a whole number of days below
    "programme.ambassadors",
    "programme.enabled",
    "programme.start_month",
    "programme.launch",
    "programme.recruitment_services",
    "programme.peer_workers",
    "programme.flash_people",
    "programme.flash_rate",
}
MOVED = {
    key: parameter
    for key, parameter in iter_parameters()
    if key.partition(".")[0] not in APART
    and "." in key
    and key not in KEPT
    and parameter.kind in ("float", "int", "bool", "choice")
}
MONTHS = 30


def values_of(parameter: Parameter) -> st.SearchStrategy[Any]:
    """Any plausible value of a parameter."""
    if parameter.kind == "bool":
        return st.booleans()
    if parameter.kind == "choice":
        return st.sampled_from(parameter.choices)
    low, high = parameter.plausible or parameter.valid or (0, 1)
    if parameter.kind == "int":
        return st.integers(int(low), min(int(high), MONTHS))
    return st.floats(low, high)


moved = st.lists(st.sampled_from(sorted(MOVED)), max_size=30, unique=True).flatmap(
    lambda keys: st.fixed_dictionaries({key: values_of(MOVED[key]) for key in keys})
)
size = st.fixed_dictionaries({
    "authority.field_agents": st.sampled_from([40, 60, 81]),
    "authority.services": st.just(4),
    "authority.districts": st.integers(1, 4),
    "authority.initial_practice": st.floats(0, 0.3),
    "programme.ambassadors": st.integers(0, 30),
    "programme.flash_rate": st.sampled_from([0.0, 0.5]),
    "programme.peer_workers": st.integers(0, 3),
    "cost.agent_days_per_month": st.sampled_from([0.0, 1.0, 3.0, 8.0]),
})  # fmt: skip


@st.composite
def plans(draw: Any) -> list[dict[str, Any]]:
    """A few interventions of any kind, in any order."""
    asked = []
    for name in draw(st.lists(st.sampled_from(names()), max_size=4)):
        line = {"name": name, "month": draw(st.integers(0, MONTHS - 1)), "strength": draw(st.floats(0, 1))}
        value = find(name).value
        if value is not None:
            number = st.integers(int(value.low), min(int(value.high), 20)) if value.whole else st.floats(
                value.low, min(value.high, 10.0)
            )
            line["value"] = draw(number)
        if draw(st.booleans()):
            line["until"] = line["month"] + draw(st.integers(1, 12))
        asked.append(line)
    return asked


@settings(max_examples=14, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(moved=moved, size=size, plan=plans(), lively=st.booleans(), seed=st.integers(0, 2**63 - 1))
def test_any_small_world_is_the_same(
    moved: dict[str, Any], size: dict[str, Any], plan: list[dict[str, Any]], lively: bool, seed: int
):
    try:
        config = config_of(moved | size | {"interventions": plan}, MONTHS, lively=lively)
    except InputError:
        assume(False)
    found = side_by_side(Live(config, seed, months=MONTHS))
    assert not found.differences, found

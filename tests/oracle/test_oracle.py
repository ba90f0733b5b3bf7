"""The product and the oracle take the same decisions, month by month, in small worlds that meet every rule."""

import pytest

from tests.oracle.cases import CASES, Case
from tests.oracle.compare import side_by_side


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_same_decisions_and_same_numbers(case: Case):
    found = side_by_side(case.start())
    assert not found.differences, found
    assert not [name for name in case.shows if not found.sums[name] > 0.0], "this world no longer shows what it is for"
    assert not {name: state for name, state in case.reaches.items() if state not in found.reached[name]}

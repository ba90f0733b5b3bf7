"""A small authority for the tests of the Mesa side, and what equal runs are."""

import numpy as np

from sim.config import validate
from sim.observation import COLUMNS
from sim.simulation import RunRecord

HORIZON = 24
CONFIG = validate(
    {
        "seed": 11,
        "horizon_months": HORIZON,
        "observe_months": [14, 20],
        "authority": {"inhabitants": 3000, "field_agents": 60, "services": 4, "simulated_citizens": 80},
        "programme": {"start_month": 4, "duration_months": 8, "ambassadors": 12, "launch": "given"},
        "verdict": {"epsilon": 0.05},
    }
)


def stepped(model, months):
    """The model, some months later."""
    for _ in range(months):
        model.step()
    return model


def assert_same_columns(columns, others):
    """Monthly columns are the same bits, NaN included."""
    assert list(columns) == list(others) == list(COLUMNS)
    for name in columns:
        np.testing.assert_array_equal(columns[name], others[name], err_msg=name)


def assert_same_record(record, other):
    """Two records hold the same bits."""
    assert isinstance(record, RunRecord)
    assert_same_columns(record.monthly, other.monthly)
    assert_same_columns(record.twin_monthly, other.twin_monthly)
    assert record.observed == other.observed and list(record.observed) == [14, 20]
    assert (record.outcomes, record.verdicts, record.epsilon) == (other.outcomes, other.verdicts, other.epsilon)
    np.testing.assert_array_equal(record.by_service, other.by_service)

"""The table of what switching off means names existing keys, and covers every switch that is not a date."""

import pytest

from sim.config import Config, lever_dtype
from sim.mechanisms import NEUTRAL

DATED = {"elections", "departures", "dgs_follows", "launch", "programme"}


def test_every_switch_is_a_line_or_a_date() -> None:
    assert set(NEUTRAL) | DATED == set(Config().mechanisms.model_dump())
    assert not set(NEUTRAL) & DATED


@pytest.mark.parametrize("key", sorted({key for line in NEUTRAL.values() for key in line}))
def test_every_key_exists(key: str) -> None:
    group, field = key.split(".")
    assert field in lever_dtype()[group].names

"""What holds for every test."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

from sim.config.root import Use
from sim.run import Live

os.environ.setdefault("ARCHIPEL_PROCESSOR", "host")  # studies too: tests compile the rules once, not for two processors


@pytest.fixture(autouse=True, scope="session")
def kept_for_validation_stays_unplayed() -> Iterator[None]:
    """No test lives a month of a scenario kept for validation: nothing may be tuned on what it would show."""
    begin = Live.__init__

    def refuse_or_begin(live: Live, config: Any, *args: Any, **kwargs: Any) -> None:
        if config.use is Use.VALIDATION:
            raise AssertionError(f"{config.scenario} is kept for validation: tests compose it and never run it")
        begin(live, config, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Live, "__init__", refuse_or_begin)
        yield

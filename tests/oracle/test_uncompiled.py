"""The rules as plain Python take the same decisions as compiled, with the same numbers to rounding."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.oracle.compare import differences
from tests.oracle.uncompiled import find, history

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["depth 1", "territorial", "events", "reorganised, again and again"])
def test_plain_rules_decide_the_same(name: str):
    run = subprocess.run(
        [sys.executable, "-m", "tests.oracle.uncompiled", name],
        cwd=ROOT, env={**os.environ, "NUMBA_DISABLE_JIT": "1"}, capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    plain = json.loads(run.stdout)
    assert not plain["compiled"]
    months = history(find(name))
    assert len(plain["months"]) == len(months)
    for month, (expected, got) in enumerate(zip(months, plain["months"], strict=True)):
        assert not differences(expected, got), f"month {month}"
